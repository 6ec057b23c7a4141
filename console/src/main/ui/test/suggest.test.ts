import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Facets } from '../src/api/types.ts'
import { suggest } from '../src/query/suggest.ts'

const FACETS = { rule: [{ value: 'LATE_SHIPMENT', count: 3 }], assignee: [{ value: 'none', count: 1 }, { value: 'li lei', count: 1 }] } as Facets
const at = (text: string) => suggest(text, text.length, FACETS, '2025-06-01')

test('names are completed by their beginning, after a minus too', () => {
  assert.deepEqual(at('se').options, ['severity:'])
  assert.deepEqual(at('rule:x -sta'), { from: 8, to: 11, options: ['status:'] })
  assert.ok(at('').options.includes('rule:'))
})

test('values are those that there are, quoted where they have to be', () => {
  assert.deepEqual(at('rule:la').options, ['LATE_SHIPMENT'])
  assert.deepEqual(at('assignee:').options, ['me', 'none', '"li lei"'])
  assert.deepEqual(at('desk:new,cl'), { from: 9, to: 11, options: ['closed'] })
})

test('what is complete, or of no known name, has nothing to complete', () => {
  assert.deepEqual(at('desk:new').options, [])
  assert.deepEqual(at('LATE_SHIPMENT:o-1').options, [])
})
