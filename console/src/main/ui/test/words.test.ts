import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes } from '../src/words/codes.ts'
import { desk } from '../src/words/en/desk.ts'
import { pages } from '../src/words/en/pages.ts'
import { triage } from '../src/words/en/triage.ts'
import { en } from '../src/words/en.ts'
import { known, wordsIn } from '../src/words/words.ts'
import { zh } from '../src/words/zh.ts'

const filledIn = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([mark]) => mark).sort()

test('both languages say the same things', () => {
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort())
})

test('no key is said twice', () => {
  const parts = [desk, triage, pages].flatMap((part) => Object.keys(part))
  assert.equal(new Set(parts).size, parts.length)
})

test('both languages fill in the same, and say something', () => {
  for (const [key, text] of Object.entries(en)) {
    const other = zh[key as keyof typeof en]
    assert.deepEqual(filledIn(other), filledIn(text), key)
    assert.ok(text.trim() && other.trim(), key)
  }
})

test('every code has words in both languages', () => {
  for (const kind of Object.values(codes)) {
    for (const [code, both] of Object.entries(kind)) assert.ok(both[0] && /[\u4e00-\u9fff]/.test(both[1]), code)
  }
})

test('a code that is not known is shown as it is, whatever it is called', () => {
  const words = wordsIn('zh')
  for (const code of ['NEW_ACTION', 'constructor', '__proto__', 'toString']) assert.equal(words.code('action', code), code)
  assert.ok(!known('toString'))
})

test('a text without this language is shown in the other', () => {
  assert.equal(wordsIn('en').of({ en: '', zh: '超时' }), '超时')
  assert.equal(wordsIn('en').of(null), '')
})
