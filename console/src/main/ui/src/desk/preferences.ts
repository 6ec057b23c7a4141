import type { Lang } from '../words/words.ts'

export type Theme = 'system' | 'light' | 'dark'

/** What a user chose on this browser. */
export interface Preferences {
  lang: Lang
  theme: Theme
  zone: string
}

const KEY = 'xunjian-preferences'

export function preferences(stored: string | null, languages: readonly string[]): Preferences {
  const chosen = read(stored)
  const lang = languages.find((each) => /^(zh|en)\b/i.test(each))?.toLowerCase().startsWith('en') ? 'en' : 'zh'
  return {
    lang: chosen.lang === 'en' || chosen.lang === 'zh' ? chosen.lang : lang,
    theme: chosen.theme === 'light' || chosen.theme === 'dark' ? chosen.theme : 'system',
    zone: typeof chosen.zone === 'string' && isZone(chosen.zone) ? chosen.zone : 'Asia/Shanghai',
  }
}

export function stored(): Preferences {
  return preferences(localStorage.getItem(KEY), navigator.languages)
}

export function store(preferences: Preferences): void {
  localStorage.setItem(KEY, JSON.stringify(preferences))
}

/** Until it is told to end: the system may change its colours at any time. */
export function apply({ lang, theme }: Preferences): () => void {
  const root = document.documentElement
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const paint = () => (root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme)
  root.lang = lang === 'zh' ? 'zh-CN' : 'en'
  paint()
  dark.addEventListener('change', paint)
  return () => dark.removeEventListener('change', paint)
}

function read(stored: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
