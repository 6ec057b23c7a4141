import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { RoleName } from '../src/api/types.ts'
import { type Desk, DeskContext, includes } from '../src/desk/desk.ts'
import { type Lang, wordsIn } from '../src/words/words.ts'
import { NOON } from './rows.ts'

/** What a part of the page is drawn as, without a browser. */
export function html(part: ComponentChildren, { lang = 'en', role = 'ANALYST' }: { lang?: Lang; role?: RoleName } = {}): string {
  const desk: Desk = {
    words: wordsIn(lang),
    preferences: { lang, theme: 'light', zone: 'Asia/Shanghai' },
    prefer: () => undefined,
    session: { user: { name: 'li', role }, csrf: '', version: '' },
    may: (needed) => includes(role, needed),
    signOut: () => undefined,
    now: NOON + 90_000,
    health: null,
    connected: true,
    rules: [],
    ruleName: (code) => code,
    hear: () => () => undefined,
    decide: () => Promise.resolve(true),
    undo: () => undefined,
    say: () => undefined,
  }
  return renderToString(<DeskContext.Provider value={desk}>{part}</DeskContext.Provider>)
}
