import { useState } from 'preact/hooks'
import { session } from '../api/calls.ts'
import { useCsrf } from '../api/client.ts'
import { useDesk } from '../desk/desk.ts'
import { inWords } from '../desk/faults.ts'
import type { Theme } from '../desk/preferences.ts'
import { zones } from '../format/time.ts'
import type { Lang } from '../words/words.ts'

const THEMES: Theme[] = ['system', 'light', 'dark']

/** What a user sets for this browser, and the password. */
export function SettingsPage() {
  const { words, preferences, prefer, session: signedIn, signOut } = useDesk()
  const { name, role } = signedIn.user
  return (
    <div class="page page-narrow">
      <header class="page-head">
        <h1>{words('settings')}</h1>
      </header>
      <section class="card">
        <h2>{words('appearance')}</h2>
        <label class="field">
          <span>{words('language')}</span>
          <select value={preferences.lang} onChange={(event) => prefer({ lang: event.currentTarget.value as Lang })}>
            <option value="zh" lang="zh-CN">
              简体中文
            </option>
            <option value="en" lang="en">
              English
            </option>
          </select>
        </label>
        <label class="field">
          <span>{words('theme')}</span>
          <select value={preferences.theme} onChange={(event) => prefer({ theme: event.currentTarget.value as Theme })}>
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {words(`theme_${theme}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{words('zone')}</span>
          <select value={preferences.zone} onChange={(event) => prefer({ zone: event.currentTarget.value })}>
            {zones().map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
          </select>
          <span class="hint">{words('zoneHint')}</span>
        </label>
      </section>
      <PasswordForm />
      <section class="card account">
        <p>{words('signedInAs', name, words(`role_${role}`))}</p>
        <button type="button" onClick={signOut}>
          {words('signOut')}
        </button>
        <p class="quiet">{words('version', signedIn.version)}</p>
      </section>
    </div>
  )
}

function PasswordForm() {
  const { words, say } = useDesk()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const differ = again !== '' && next !== again
  const submit = async (event: Event) => {
    event.preventDefault()
    if (next !== again) return
    try {
      useCsrf((await session.changePassword(current, next)).csrf)
      ;[setCurrent, setNext, setAgain].forEach((set) => set(''))
      say(words('password_done'))
    } catch (failure) {
      say(inWords(failure, words), 'failed')
    }
  }
  const field = (label: string, value: string, set: (value: string) => void, autocomplete: 'current-password' | 'new-password') => (
    <label class="field">
      <span>{label}</span>
      <input
        type="password"
        required
        {...(autocomplete === 'new-password' ? { minLength: 12 } : {})}
        autocomplete={autocomplete}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  )
  return (
    <section class="card">
      <h2>{words('password_change')}</h2>
      <form onSubmit={(event) => void submit(event)}>
        {field(words('password_current'), current, setCurrent, 'current-password')}
        {field(words('password_next'), next, setNext, 'new-password')}
        <p class="hint">{words('password_hint')}</p>
        {field(words('password_again'), again, setAgain, 'new-password')}
        {differ && (
          <p class="fault" role="alert">
            {words('password_differ')}
          </p>
        )}
        <button type="submit" class="primary" disabled={differ}>
          {words('password_change')}
        </button>
      </form>
    </section>
  )
}
