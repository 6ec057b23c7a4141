import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayMatch } from '../src/query/matches.ts'
import { NOON, row } from './rows.ts'

const may = (q: string, more = {}) => mayMatch(q, row('LATE_SHIPMENT:o-1:1', more), 'li', NOON)

test('values of one name are alternatives, different names must all hold', () => {
  assert.ok(may('desk:closed,new'))
  assert.ok(may('desk:closed desk:new'))
  assert.ok(!may('desk:new severity:serious'))
  assert.ok(!may('shop:s-2'))
  assert.ok(!may('provider:s-1'))
})

test('a minus excludes', () => {
  assert.ok(!may('-status:open'))
  assert.ok(may('-status:revoked -shop:s-2'))
})

test('me and nobody are assignees', () => {
  assert.ok(may('assignee:me', { assignee: 'li' }))
  assert.ok(!may('assignee:me', { assignee: 'han' }))
  assert.ok(may('assignee:none'))
})

test('a mute that is over mutes no more', () => {
  assert.ok(may('is:unmuted', { mutedUntil: NOON }))
  assert.ok(may('is:muted', { mutedUntil: NOON + 1 }))
})

test('what only the server can tell may hold, whether wanted or excluded', () => {
  assert.ok(may('key:o-9'))
  assert.ok(may('-key:o-9 -raised:2025-06-01'))
  assert.ok(may('o-9'))
})
