import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { Id, seen } from '../src/parts/Id.tsx'
import { blocks, Prose } from '../src/parts/Prose.tsx'

const HOSTILE = '<img src=x onerror=alert(1)>"\'&'

test('a name is text, whatever it looks like', () => {
  const html = renderToString(<Id value={HOSTILE} />)
  assert.ok(!html.includes('<img'), html)
  assert.ok(html.includes('&lt;img'), html)
})

test('marks that are not seen are shown, so that no name looks like another', () => {
  assert.equal(seen('a\u202Eb\u0000c\u200B'), 'a⟨202E⟩b⟨0000⟩c⟨200B⟩')
  assert.equal(seen('店铺 مرحبا\n\tb'), '店铺 مرحبا\n\tb')
})

test('a name of ten thousand letters is cut', () => {
  assert.ok(renderToString(<Id value={'x'.repeat(10_000)} />).length < 600)
})

test('a text of the rule book is text but for its code, lists and links', () => {
  const html = renderToString(<Prose text={`1. see [LATE_SHIPMENT](LATE_SHIPMENT.md)\n2. \`a<b\`\n\n${HOSTILE} [x](javascript:alert(1))`} />)
  assert.ok(html.includes('<a href="/rules/LATE_SHIPMENT">LATE_SHIPMENT</a>'), html)
  assert.ok(html.includes('<code>a&lt;b</code>'), html)
  assert.ok(!html.includes('<img') && !html.includes('href="javascript'), html)
})

test('lines of a paragraph are joined, Chinese ones without a blank', () => {
  assert.deepEqual(blocks('one\ntwo')[0]?.lines, ['one two'])
  assert.deepEqual(blocks('一、\n二')[0]?.lines, ['一、二'])
})

test('nothing in the sources writes HTML, runs text, or goes around the policy', () => {
  const banned = /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\('style|srcdoc|javascript:/
  const files = (dir: string): string[] =>
    readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? files(`${dir}/${entry.name}`) : [`${dir}/${entry.name}`],
    )
  for (const file of [...files('src'), 'index.html']) {
    assert.ok(!banned.test(readFileSync(file, 'utf8')), file)
    assert.ok(!/<style|<script>|style="|\son[a-z]+="/.test(file === 'index.html' ? readFileSync(file, 'utf8') : ''), file)
  }
})
