import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Change, changed, concerned, type Live, MOST_COUNTED, NOTHING } from '../src/list/live.ts'
import { page, row } from './rows.ts'

const ids = (live: Live) => live.rows.map(({ alertId }) => alertId)
const after = (...changes: Change[]) => changes.reduce(changed, NOTHING)
const loaded = (...alertIds: string[]): Change => ({ kind: 'loaded', page: page(alertIds.map((id) => row(id)), 'next') })

test('a new alert is counted once and moves no row', () => {
  const told: Change = { kind: 'told', row: row('c'), mayMatch: true }
  const live = after(loaded('a', 'b'), told, told)
  assert.deepEqual(ids(live), ['a', 'b'])
  assert.deepEqual([...live.arrived], ['c'])
})

test('an alert that cannot belong to the view is not counted', () => {
  assert.equal(after(loaded('a'), { kind: 'told', row: row('c'), mayMatch: false }).arrived.size, 0)
})

test('an alert that is in the list changes where it stands, and is not new', () => {
  const live = after(loaded('a', 'b'), { kind: 'told', row: row('b', { seq: 2, status: 'CURED', raisedAt: 0 }), mayMatch: false })
  assert.deepEqual(ids(live), ['a', 'b'])
  assert.equal(live.rows[1]?.status, 'CURED')
  assert.equal(live.arrived.size, 0)
})

test('an older state that comes late does not take the place of a newer one', () => {
  const live = after({ kind: 'loaded', page: page([row('a', { seq: 5, status: 'CURED' })]) }, { kind: 'told', row: row('a', { seq: 4 }), mayMatch: true })
  assert.equal(live.rows[0]?.status, 'CURED')
})

test('the next page is put behind, without rows that are there already', () => {
  const live = after(loaded('a', 'b'), { kind: 'more', page: page([row('b'), row('c')]) })
  assert.deepEqual(ids(live), ['a', 'b', 'c'])
})

test('an alert that came with the next page is no longer new', () => {
  const live = after(loaded('a'), { kind: 'told', row: row('c'), mayMatch: true }, { kind: 'more', page: page([row('c')]) })
  assert.equal(live.arrived.size, 0)
})

test('loading anew takes the order of the server and forgets what was new', () => {
  const live = after(loaded('a'), { kind: 'told', row: row('c'), mayMatch: true }, loaded('c', 'a'))
  assert.deepEqual(ids(live), ['c', 'a'])
  assert.equal(live.arrived.size, 0)
})

test('a mute concerns the rows of its rule and subject only, a decision those it names', () => {
  const mute = { ruleCode: 'LATE_SHIPMENT', subjectType: 'SHOP', subjectId: 's-1' } as const
  const rows = [row('a'), row('b', { subjectId: 's-2' }), row('c', { ruleCode: 'X' }), row('d', { subjectType: 'PROVIDER' })]
  const of = (...asked: Parameters<typeof concerned>) => concerned(...asked).map(({ alertId }) => alertId)
  assert.deepEqual(of(rows, [], [mute]), ['a'])
  assert.deepEqual(of(rows, ['d', 'elsewhere'], [mute]), ['a', 'd'])
})

test('whatever is told in whatever order, no row ever moves', () => {
  let seed = 7
  const below = (n: number) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % n
  for (let run = 0; run < 200; run++) {
    let live = after(loaded('0', '1', '2', '3'))
    for (let step = 0; step < 40; step++) {
      const before = ids(live)
      const told = row(String(below(12)), { seq: below(9), status: below(2) ? 'OPEN' : 'CURED', raisedAt: below(99) })
      const changes: Change[] = [
        { kind: 'told', row: told, mayMatch: below(2) === 0 },
        { kind: 'refreshed', rows: [told] },
        { kind: 'guessed', alertIds: new Set([told.alertId]), patch: { deskState: 'CLOSED' } },
        { kind: 'more', page: page([told, row(String(below(12)))], 'n') },
      ]
      live = changed(live, changes[below(4)]!)
      assert.deepEqual(ids(live).slice(0, before.length), before)
      assert.equal(new Set(ids(live)).size, live.rows.length)
    }
  }
})

test('beyond a count that nobody reads, new alerts are no longer counted one by one', () => {
  let live = after(loaded('a'))
  for (let i = 0; i < MOST_COUNTED + 50; i++) live = changed(live, { kind: 'told', row: row(`n${i}`), mayMatch: true })
  assert.equal(live.arrived.size, MOST_COUNTED)
})

test('that something was missed is said until the view is loaded anew', () => {
  const missed = after(loaded('a'), { kind: 'missed' })
  assert.ok(missed.missed)
  assert.deepEqual(ids(missed), ['a'])
  assert.ok(!changed(missed, loaded('b')).missed)
})
