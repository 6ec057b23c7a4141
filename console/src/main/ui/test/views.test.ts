import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageOf } from '../src/place/pages.ts'
import { placeOf, toAlert, TO_DO, toRule, toSubject, type View, viewOf } from '../src/place/views.ts'

const at = (where: string) => {
  const url = new URL(where, 'http://localhost')
  return pageOf({ path: url.pathname, parameters: url.searchParams })
}

test('a view is whole in its address, whatever stands in it', () => {
  const texts = ['', TO_DO, 'shop:"a b" -rule:x', '100%', 'a&b=c#d', '店铺', '<script>', '\u202E', '+']
  for (const q of texts) {
    for (const open of [null, 'LATE_SHIPMENT:o/1:1', 'a?b&c']) {
      const view: View = { q, sort: 'arrived', dir: 'asc', group: 'shop', open }
      const page = at(placeOf(view))
      assert.deepEqual(page, { page: 'alerts', view })
    }
  }
})

test('the address of what is by default is short', () => {
  assert.equal(placeOf(viewOf(new URLSearchParams())), '/alerts')
  assert.equal(viewOf(new URLSearchParams('q=')).q, '')
})

test('parameters that are no choice are as by default', () => {
  const view = viewOf(new URLSearchParams('sort=x&dir=up&group=planet'))
  assert.deepEqual([view.sort, view.dir, view.group], ['raised', 'desc', null])
})

test('a subject or a rule of any name has its page', () => {
  for (const id of ['s-1', 'a/b', '店铺/1?x=1#y', '100%', '..', '<script>']) {
    if (id !== '..') assert.deepEqual(at(toSubject('SHOP', id)), { page: 'subject', type: 'SHOP', id })
    if (id !== '..' && !id.includes('/')) assert.deepEqual(at(toRule(id, 3)), { page: 'rule', code: id, version: 3 })
  }
})

test('a rule without a version is the rule as it is', () => {
  assert.deepEqual(at(toRule('A')), { page: 'rule', code: 'A', version: null })
  assert.deepEqual(at('/rules/A@b'), { page: 'rule', code: 'A@b', version: null })
})

test('a link to an alert opens it whatever its state is', () => {
  const page = at(`/a/${encodeURIComponent('LATE_SHIPMENT:o-1:1')}`)
  assert.deepEqual(page, { page: 'elsewhere', to: toAlert('LATE_SHIPMENT:o-1:1') })
  assert.equal(page.page === 'elsewhere' && viewOf(new URL(page.to, 'http://x').searchParams).q, '')
})

test('an address that is none is lost, and a broken one breaks nothing', () => {
  assert.equal(at('/planets').page, 'lost')
  assert.equal(at('/subjects/PLANET/1').page, 'lost')
  assert.equal(at('/rules/%E0%A4%A').page, 'rule')
})
