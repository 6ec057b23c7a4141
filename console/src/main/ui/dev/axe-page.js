/** Opens each page in a frame, in both languages and colours, wide and narrow, and has axe look at it. */
const VIEWS = [
  ['sign-in', '/alerts', []],
  ['alerts', '/alerts', []],
  ['alert', '/alerts?q=status%3Acured&alert=FIRST', []],
  ['groups', '/alerts?group=shop', []],
  ['selected', '/alerts', ['.row input']],
  ['narrowed', '/alerts', ['.facets-button']],
  ['faulty', '/alerts?q=colour%3Ared', []],
  ['closing', '/alerts?q=status%3Acured&alert=FIRST', ['.buttons .primary']],
  ['muting', '/alerts?q=status%3Acured&alert=FIRST', ['.buttons button:last-child']],
  ['overview', '/overview', ['details summary']],
  ['subject', '/subjects/SHOP/s-1000', []],
  ['rules', '/rules', []],
  ['rule', '/rules/LATE_SHIPMENT', []],
  ['mutes', '/mutes', []],
  ['audit', '/audit', []],
  ['users', '/users', []],
  ['adding', '/users', ['.page-action']],
  ['webhooks', '/webhooks', ['.page-action']],
  ['settings', '/settings', []],
  ['lost', '/planets', []],
]
const LOOKS = [
  { lang: 'zh', theme: 'light', width: 1280 },
  { lang: 'en', theme: 'dark', width: 1280 },
  { lang: 'zh', theme: 'dark', width: 390 },
  { lang: 'en', theme: 'light', width: 390 },
]
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const wait = (ms) => new Promise((done) => setTimeout(done, ms))
const until = async (holds, what) => {
  for (let tries = 0; tries < 200; tries++) {
    if (holds()) return
    await wait(25)
  }
  throw new Error(`never: ${what}`)
}

async function look([name, path, clicks], { lang, theme, width }, first) {
  localStorage.setItem('xunjian-preferences', JSON.stringify({ lang, theme, zone: 'Asia/Shanghai' }))
  const frame = document.createElement('iframe')
  frame.width = width
  frame.height = 900
  frame.src = path.replace('FIRST', encodeURIComponent(first))
  document.body.append(frame)
  await new Promise((loaded) => (frame.onload = loaded))
  const page = frame.contentDocument
  await until(() => page.querySelector('h1, .notice') && !page.querySelector('.waiting'), `${name} is there`)
  for (const click of clicks) {
    page.querySelector(click)?.click()
    await wait(60)
  }
  const script = page.createElement('script')
  script.src = '/dev/axe.js'
  page.head.append(script)
  await new Promise((loaded) => (script.onload = loaded))
  const { violations } = await frame.contentWindow.axe.run(page, { runOnly: RULES })
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  if (page.documentElement.scrollWidth > width) found.push(`wider than ${width}`)
  frame.remove()
  return found.map((fault) => `${name} ${lang} ${theme} ${width}: ${fault}`)
}

async function main() {
  const faults = []
  let looked = 0
  try {
    faults.push(...(await look(VIEWS[0], LOOKS[0], '')), ...(await look(VIEWS[0], LOOKS[1], '')))
    await fetch('/api/session', { method: 'POST', body: JSON.stringify({ name: 'admin', password: 'dev' }) })
    const { alerts } = await (await fetch('/api/alerts?q=status%3Acured%20desk%3Anew')).json()
    looked = 2
    for (const view of VIEWS.slice(1)) {
      for (const as of LOOKS) {
        faults.push(...(await look(view, as, alerts[0].alertId)))
        looked++
      }
    }
  } catch (fault) {
    faults.push(String(fault))
  }
  await fetch('/dev/done', { method: 'POST', body: JSON.stringify({ looked, faults }) })
}

void main()
