/** Has axe look at every page in Chromium: npm run axe. Fails where it finds anything, or where a page is too wide. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from './server.mjs'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const LONGEST_MS = 240_000
const profile = mkdtempSync(join(tmpdir(), 'xunjian-axe-'))
let browser

const address = await serve({
  newsMs: 0,
  framed: true,
  also: {
    '/dev/axe': here('axe.html'),
    '/dev/axe-page.js': here('axe-page.js'),
    '/dev/axe.js': here('../node_modules/axe-core/axe.min.js'),
    '/dev/done': (text) => end(JSON.parse(text)),
  },
})
browser = spawn(process.env.CHROMIUM ?? 'chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--window-size=1400,1000', '--remote-debugging-port=0', `--user-data-dir=${profile}`, `${address}/dev/axe`], { stdio: 'ignore' })
browser.on('error', () => end({ looked: 0, faults: ['There is no chromium (Debian package: chromium).'] }))
setTimeout(() => end({ looked: 0, faults: [`It took longer than ${LONGEST_MS} ms.`] }), LONGEST_MS)

function end({ looked, faults }) {
  browser.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  browser.kill()
  faults.forEach((fault) => console.error(fault))
  console.log(`axe: ${looked} views, ${faults.length} faults`)
  process.exitCode = faults.length > 0 || looked === 0 ? 1 : 0
  setTimeout(() => process.exit(), 1_000)
}
