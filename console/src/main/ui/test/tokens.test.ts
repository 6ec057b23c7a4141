import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWanted, narrowed, set, toggled, wanted } from '../src/query/edit.ts'
import { format, parse } from '../src/query/tokens.ts'

test('a filter that is read and written again is read as the same', () => {
  const values = ['a', 'a b', 'a,b', '"', 'a"b', '\\', 'a\\', '-x', 'rule:x', '编号：1', '，', ' ', '<script>', 'x'.repeat(400)]
  for (const value of values) {
    for (const name of ['shop', 'key', null] as const) {
      const tokens = [{ negated: name !== null, name, values: name ? [value, 'z'] : [value] }]
      assert.deepEqual(parse(format(tokens)), { tokens, faults: [] }, `${name} ${value}`)
    }
  }
})

test('an alert id with its colons is a word, not a name and a value', () => {
  for (const id of ['LATE_SHIPMENT:o-1:1', 'ABC:1', 'o-1', 'COMPLAINT_OVERDUE:c-1:NO_RESPONSE:e-1']) {
    assert.deepEqual(parse(id).tokens, [{ negated: false, name: null, values: [id] }])
  }
})

test('commas part values, quotes keep them together, full-width marks are marks', () => {
  assert.deepEqual(parse('shop:a,"b, c"，d').tokens[0]?.values, ['a', 'b, c', 'd'])
  assert.deepEqual(parse('rule：LATE_SHIPMENT\u3000-status:revoked').tokens, [
    { negated: false, name: 'rule', values: ['LATE_SHIPMENT'] },
    { negated: true, name: 'status', values: ['revoked'] },
  ])
})

test('what is not understood is said with its place and never left out', () => {
  const faults = (text: string) => parse(text).faults.map(({ at, why }) => [at, why])
  assert.deepEqual(faults('shop:a colour:red'), [[7, 'name']])
  assert.deepEqual(faults('shop:'), [[0, 'value']])
  assert.deepEqual(faults('shop:a,'), [[0, 'value']])
  assert.deepEqual(faults('shop:"a'), [[0, 'quote']])
  assert.deepEqual(faults('shop:"a"b rule:x'), [[0, 'quote']])
  assert.deepEqual(faults('-o-1'), [[0, 'word']])
  assert.deepEqual(faults('-'), [[0, 'value']])
})

test('a facet adds its value where it was not and takes it away where it was, in any case of letters', () => {
  assert.equal(toggled('desk:new is:unmuted', 'desk', 'closed'), 'desk:new,closed is:unmuted')
  assert.equal(toggled('desk:NEW,closed is:unmuted', 'desk', 'new'), 'desk:closed is:unmuted')
  assert.equal(toggled('desk:new o-1', 'desk', 'new'), 'o-1')
  assert.equal(toggled('', 'severity', 'minor'), 'severity:minor')
  assert.ok(isWanted('desk:NEW', 'desk', 'new'))
})

test('a facet leaves what is excluded as it is', () => {
  assert.equal(set('-rule:A rule:B,C', 'rule', ['D']), '-rule:A rule:D')
  assert.deepEqual(wanted('-rule:A rule:B rule:C', 'rule'), ['B', 'C'])
})

test('narrowing to one shop of several never widens the filter', () => {
  assert.equal(narrowed('shop:a,b desk:new', 'shop', 'b'), 'shop:b desk:new')
  assert.equal(narrowed('desk:new', 'shop', 'b c'), 'desk:new shop:"b c"')
})
