import { useState } from 'preact/hooks'
import { session } from '../api/calls.ts'
import { Refused } from '../api/client.ts'
import type { Session } from '../api/types.ts'
import { inWords } from '../desk/faults.ts'
import type { Words } from '../words/words.ts'

interface Props {
  words: Words
  over: boolean
  onSession: (session: Session) => void
  onLanguage: () => void
}

export function SignInPage({ words, over, onSession, onLanguage }: Props) {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    try {
      onSession(await session.begin(name.trim(), password))
    } catch (failure) {
      setBusy(false)
      const status = failure instanceof Refused ? failure.status : 0
      setFault(status === 401 ? words('signInWrong') : status === 429 ? words('signInOften') : inWords(failure, words))
    }
  }
  return (
    <main class="sign-in">
      <form class="card" onSubmit={(event) => void submit(event)}>
        <h1>
          <img src="/icon.svg" alt="" width="28" height="28" /> Xunjian <span class="quiet">巡检</span>
        </h1>
        <p class="quiet">{words('desk')}</p>
        {over && !fault && <p role="status">{words('sessionOver')}</p>}
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        <label class="field">
          <span>{words('name')}</span>
          <input type="text" required autofocus autocomplete="username" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{words('password')}</span>
          <input
            type="password"
            required
            autocomplete="current-password"
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary" disabled={busy}>
          {words('signIn')}
        </button>
        <p class="hint">{words('signInHint')}</p>
        <button type="button" class="plain" onClick={onLanguage}>
          {words.lang === 'zh' ? 'English' : '中文'}
        </button>
      </form>
    </main>
  )
}
