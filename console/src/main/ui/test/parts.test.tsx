import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DayBars } from '../src/charts/DayBars.tsx'
import { AlertRow, type RowProps } from '../src/list/AlertRow.tsx'
import { Buttons, type Does } from '../src/panel/Buttons.tsx'
import { Effect } from '../src/panel/Decisions.tsx'
import { Evidence } from '../src/panel/Evidence.tsx'
import { Orders } from '../src/panel/Orders.tsx'
import { Siblings } from '../src/panel/Siblings.tsx'
import { SeverityMark } from '../src/parts/Marks.tsx'
import { html } from './desk.tsx'
import { NOON, row } from './rows.ts'

const HOSTILE = '<script>alert(1)</script>\u202E'
const PROPS: Omit<RowProps, 'row'> = {
  index: 0,
  top: 0,
  height: 46,
  href: '/alerts?alert=a',
  open: false,
  current: true,
  picked: false,
  gone: false,
  muted: false,
  canPick: true,
  onOpen: () => undefined,
  onPick: () => undefined,
}
const DOES = {} as Does

test('a row tells severity, rule, subject, reason, time, age, status and desk in the language of the user', () => {
  const drawn = html(<AlertRow {...PROPS} row={row('a', { severity: 'EXTREME', level: 2, assignee: 'han' })} />, { lang: 'zh' })
  for (const word of ['特别严重', '发货超时', '2 级', '店铺', 's-1', '超时。', '2025-06-01 12:00', '1 分钟前', '未补救', '新', 'han']) {
    assert.ok(drawn.includes(word), word)
  }
})

test('whatever others wrote into an alert is text in its row', () => {
  const both = { en: HOSTILE, zh: HOSTILE }
  const drawn = html(<AlertRow {...PROPS} row={row(HOSTILE, { ruleName: both, reason: both, subjectId: HOSTILE, assignee: HOSTILE })} />)
  assert.ok(!drawn.includes('<script'), drawn)
  assert.ok(!drawn.replace(/"[^"]*"/g, '').includes('\u202E'), 'a mark that turns the text around is not shown as it is')
})

test('every severity has its own shape and its word beside it', () => {
  const drawn = (['MINOR', 'GENERAL', 'SERIOUS', 'EXTREME'] as const).map((severity) => html(<SeverityMark severity={severity} />))
  const shapes = drawn.map((each) => / d="([^"]+)"/.exec(each)?.[1])
  assert.equal(new Set(shapes).size, 4)
  assert.deepEqual(drawn.map((each) => each.replace(/<[^>]+>/g, '')), ['Minor', 'General', 'Serious', 'Extreme'])
})

test('who may only look has nothing to decide with', () => {
  assert.equal(html(<Buttons row={row('a')} does={DOES} />, { role: 'VIEWER' }), '')
  assert.ok(html(<Buttons row={row('a')} does={DOES} />).includes('Acknowledge'))
  assert.ok(!html(<AlertRow {...PROPS} canPick={false} row={row('a')} />).includes('checkbox'))
})

test('a closed alert can be reopened and not closed again, a muted one unmuted', () => {
  const closed = html(<Buttons row={row('a', { deskState: 'CLOSED', outcome: 'CONFIRMED' })} does={DOES} />)
  assert.ok(closed.includes('Reopen') && !closed.includes('Close…'))
  assert.ok(html(<Buttons row={row('a', { mutedUntil: NOON * 2 })} does={DOES} />).includes('Unmute'))
})

test('actions stand in the order of the rule book, with yuan and whether they are carried out', () => {
  const drawn = html(
    <Orders
      actions={[
        { type: 'WARNING', mode: 'ENFORCE' },
        { type: 'DEPOSIT_DEDUCTION', mode: 'RECOMMEND', amountFen: 123450, points: 0 },
        { type: 'BRAND_NEW', mode: 'RECOMMEND', points: 4 },
      ]}
    />,
  ).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  assert.match(drawn, /public warning carried out deduction from the deposit, ¥1,234.50 recommended BRAND_NEW, 4 points recommended/)
})

test('evidence is told by its distance to the deadline, and how much of it is left out', () => {
  const alert = { evidence: [{ eventId: 'e-1', eventType: 'ORDER_PAID', eventTime: NOON - 3_600_000 }], evidenceCount: 61 }
  const drawn = html(<Evidence alert={alert} raisedAt={NOON} curedAt={NOON + 60_000} />)
  for (const word of ['order paid', '1 h before', 'the breach stands from here', 'Cured', '1 min after', 'first 1 of 61']) {
    assert.ok(drawn.includes(word), word)
  }
})

test('a decision that was taken back says so', () => {
  const decision = { decisionId: '1', kind: 'CLOSE', by: 'li', at: NOON } as const
  assert.ok(html(<Effect decision={{ ...decision, effect: 'UNDONE' }} />).includes('taken back'))
  assert.equal(html(<Effect decision={{ ...decision, effect: 'APPLIED' }} />), '')
})

test('siblings lead to their alerts and to the page of their subject', () => {
  const drawn = html(<Siblings rows={[row('b', { subjectId: 'a/b' })]} hrefOf={(id) => `/x/${id}`} />)
  assert.ok(drawn.includes('href="/x/b"') && drawn.includes('href="/subjects/SHOP/a%2Fb"'))
})

test('a chart has all its numbers in a table', () => {
  const drawn = html(<DayBars label="x" counted={[{ day: '2025-06-01', ruleCode: 'A', count: 1234 }]} />)
  assert.match(drawn, /<table>.*2025-06-01.*1,234.*<\/table>/s)
})
