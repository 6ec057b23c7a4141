import { useEffect, useState } from 'preact/hooks'
import { type Deciding, users } from '../api/calls.ts'
import { useDesk } from '../desk/desk.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { cut, seen } from '../parts/Id.tsx'
import type { Target } from './Ask.tsx'

interface Props {
  target: Target
  decide: (deciding: Deciding) => Promise<boolean>
  onEnd: () => void
}

/** To me, to another, or to nobody. */
export function AssignDialog({ target, decide, onEnd }: Props) {
  const { words, session } = useDesk()
  const me = session.user.name
  const [names, setNames] = useState<string[]>([me])
  const [to, setTo] = useState(me)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    users.names().then(
      (all) => setNames([me, ...all.filter((name) => name !== me)]),
      () => setNames([me]),
    )
  }, [])
  const submit = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    if (!(await decide({ kind: 'ASSIGN', ...target, assignee: to || null }))) setBusy(false)
  }
  return (
    <Dialog title={words('assign')} onClose={onEnd}>
      <form onSubmit={(event) => void submit(event)}>
        <label class="field">
          <span>{words('assignTo')}</span>
          <select autofocus value={to} onChange={(event) => setTo(event.currentTarget.value)}>
            {names.map((name) => (
              <option key={name} value={name}>
                {seen(cut(name, 60)) + (name === me ? ` (${words('you')})` : '')}
              </option>
            ))}
            <option value="">{words('unassigned')}</option>
          </select>
        </label>
        <footer class="dialog-foot">
          <button type="button" onClick={onEnd}>
            {words('cancel')}
          </button>
          <button type="submit" class="primary" disabled={busy}>
            {words('assign')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
