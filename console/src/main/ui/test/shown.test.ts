import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stack, ticks } from '../src/charts/stack.ts'
import { preferences } from '../src/desk/preferences.ts'
import { drawn } from '../src/list/window.ts'
import { auditLines } from '../src/pages/audit.ts'
import { timeline } from '../src/panel/timeline.ts'

test('only rows near what is seen are drawn, and never one that is not there', () => {
  assert.deepEqual(drawn(1000, 40, 4000, 400, 2), { first: 98, end: 112 })
  assert.deepEqual(drawn(5, 40, 0, 400), { first: 0, end: 5 })
  assert.deepEqual(drawn(5, 40, 99_999, 400), { first: 5, end: 5 })
  assert.deepEqual(drawn(0, 40, 0, 0), { first: 0, end: 0 })
})

test('an event exactly at the deadline stands before it, one after it behind', () => {
  const event = (eventId: string, eventTime: number) => ({ eventId, eventType: 'X', eventTime })
  const points = timeline([event('late', 11), event('at', 10), event('early', 1)], 10, 11)
  assert.deepEqual(points.map((point) => (point.kind === 'event' ? point.event.eventId : point.kind)), ['early', 'at', 'raised', 'late', 'cured'])
})

test('days without alerts have their place in a chart', () => {
  const bars = stack([{ day: '2025-02-27', ruleCode: 'B', count: 2 }, { day: '2025-03-01', ruleCode: 'A', count: 1 }])
  assert.deepEqual(bars.days, ['2025-02-27', '2025-02-28', '2025-03-01'])
  assert.deepEqual(bars.counts, [[0, 2], [0, 0], [1, 0]])
  assert.equal(bars.most, 2)
})

test('an axis has round numbers and ends at or above the most', () => {
  for (const most of [1, 2, 3, 7, 10, 99, 101, 12_345]) {
    const marks = ticks(most)
    assert.ok(marks.at(-1)! >= most && marks.length <= 6, `${most}: ${marks.join(' ')}`)
    assert.ok(marks.every(Number.isInteger))
  }
})

test('a decision about many alerts is one line of the audit', () => {
  const of = (decisionId: string, alertId: string) => ({ decisionId, alertId, kind: 'CLOSE', by: 'a', at: 1 }) as const
  const lines = auditLines([of('2', 'a'), of('2', 'b'), of('1', 'a')])
  assert.deepEqual(lines.map(({ decision, alertIds }) => [decision.decisionId, alertIds]), [['2', ['a', 'b']], ['1', ['a']]])
})

test('what was stored wins over the browser, and what cannot be is not taken', () => {
  assert.deepEqual(preferences(null, ['en-GB', 'zh']), { lang: 'en', theme: 'system', zone: 'Asia/Shanghai' })
  assert.equal(preferences(null, ['fr', 'zh-TW', 'en']).lang, 'zh')
  assert.equal(preferences(null, ['fr']).lang, 'zh')
  assert.deepEqual(preferences('{"lang":"en","theme":"dark","zone":"UTC"}', ['zh']), { lang: 'en', theme: 'dark', zone: 'UTC' })
  assert.deepEqual(preferences('{"lang":1,"theme":"pink","zone":"Mars/Olympus"}', ['zh']), { lang: 'zh', theme: 'system', zone: 'Asia/Shanghai' })
  assert.equal(preferences('not json', []).lang, 'zh')
})
