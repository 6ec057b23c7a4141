import type { Both } from '../api/types.ts'
import { seen } from '../parts/Id.tsx'
import { codes, type Coded } from './codes.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type Lang = 'en' | 'zh'
export type Key = keyof typeof en

const CATALOGUES: Record<Lang, Record<Key, string>> = { en, zh }

/** What the page says, in one language. */
export interface Words {
  lang: Lang
  (key: Key, ...filled: (string | number)[]): string
  /** The text of the language, or the other where it is empty. */
  of(text: Both | null | undefined): string
  /** One or many. */
  count(one: Key, other: Key, n: number, shown: string): string
  /** A code of the rule book or of an event in words; the code itself where it is not known. */
  code(kind: Coded, code: string): string
}

export function wordsIn(lang: Lang): Words {
  const say = (key: Key, ...filled: (string | number)[]) =>
    CATALOGUES[lang][key].replace(/\{(\d)\}/g, (_, n: string) => String(filled[Number(n)] ?? ''))
  return Object.assign(say, {
    lang,
    of: (text: Both | null | undefined) => text?.[lang] || text?.[lang === 'en' ? 'zh' : 'en'] || '',
    count: (one: Key, other: Key, n: number, shown: string) => (n === 1 ? say(one) : say(other, shown)),
    code: (kind: Coded, code: string) => {
      const known = Object.hasOwn(codes[kind], code) ? codes[kind][code] : undefined
      return known ? known[lang === 'en' ? 0 : 1] : seen(code)
    },
  })
}

/** A catalogue key made of a code that may be newer than this page. */
export function known(key: string): key is Key {
  return Object.hasOwn(en, key)
}
