import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useDesk } from './desk/desk.ts'
import { useKeys } from './keys.ts'
import { Help } from './pages/Help.tsx'
import { HealthMark } from './pages/Pipeline.tsx'
import { Id } from './parts/Id.tsx'

/** What stands around every page: the way to the others, whether the data is up to date, language and colours. */
export function Shell({ page, children }: { page: string; children: ComponentChildren }) {
  const { words, may, health, connected, preferences, prefer, session } = useDesk()
  const [help, setHelp] = useState(false)
  useKeys({ '?': () => setHelp(true) })
  const links = [
    ['overview', words('overview')],
    ['alerts', words('alerts')],
    ['rules', words('rules')],
    ['mutes', words('mutes')],
    ['audit', words('audit')],
    ...(may('ADMIN')
      ? [
          ['users', words('users')],
          ['webhooks', words('webhooks')],
        ]
      : []),
  ] as [string, string][]
  const isDark = preferences.theme === 'dark' || (preferences.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  return (
    <>
      <a class="skip" href="#content">
        {words('skip')}
      </a>
      <header class="top">
        <a class="brand" href="/overview">
          <img src="/icon.svg" alt="" width="22" height="22" /> <span class="brand-name">Xunjian</span> <span class="brand-zh">巡检</span>
        </a>
        <nav class="pages" aria-label={words('navigation')}>
          {links.map(([name, text]) => (
            <a key={name} href={`/${name}`} aria-current={page === name ? 'page' : undefined}>
              {text}
            </a>
          ))}
        </nav>
        <div class="top-end">
          {health && (
            <a href="/overview" class="top-health" title={connected ? words('live') : words('notLive')}>
              <HealthMark health={health} />
            </a>
          )}
          <button type="button" class="plain" title={words('help')} aria-label={words('help')} onClick={() => setHelp(true)}>
            ?
          </button>
          <button
            type="button"
            class="plain"
            lang={words.lang === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => prefer({ lang: words.lang === 'zh' ? 'en' : 'zh' })}
          >
            {words.lang === 'zh' ? 'EN' : '中文'}
          </button>
          <button
            type="button"
            class="plain icon"
            aria-label={words(isDark ? 'toLight' : 'toDark')}
            title={words(isDark ? 'toLight' : 'toDark')}
            onClick={() => prefer({ theme: isDark ? 'light' : 'dark' })}
          >
            <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
              <path d="M8 1.5a6.5 6.5 0 1 0 0 13Z" class="fill-text" />
              <circle cx="8" cy="8" r="6.5" class="line-text" />
            </svg>
          </button>
          <a class="who" href="/settings" aria-current={page === 'settings' ? 'page' : undefined} title={words('settings')}>
            <Id value={session.user.name} most={18} />
          </a>
        </div>
      </header>
      <main id="content" class={`content content-${page}`} tabIndex={-1}>
        {children}
      </main>
      {help && <Help onEnd={() => setHelp(false)} />}
    </>
  )
}
