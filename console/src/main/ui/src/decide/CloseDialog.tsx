import { useState } from 'preact/hooks'
import type { Deciding } from '../api/calls.ts'
import type { Outcome } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { whole } from '../format/numbers.ts'
import { Dialog } from '../parts/Dialog.tsx'
import type { Target } from './Ask.tsx'

const OUTCOMES: Outcome[] = ['CONFIRMED', 'JUSTIFIED_NOT_ACTED', 'FALSE_POSITIVE', 'OVERTURNED']

interface Props {
  target: Target
  count: number
  decide: (deciding: Deciding) => Promise<boolean>
  onEnd: () => void
}

/** No alert is closed without an outcome: that is how a rule's worth is known. Keys 1 to 4 choose it. */
export function CloseDialog({ target, count, decide, onEnd }: Props) {
  const { words } = useDesk()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (!outcome) return
    setBusy(true)
    const note = text.trim()
    if (!(await decide({ kind: 'CLOSE', ...target, outcome, ...(note ? { text: note } : {}) }))) setBusy(false)
  }
  const pressed = (event: KeyboardEvent) => {
    const chosen = OUTCOMES[Number(event.key) - 1]
    if (!chosen || event.target instanceof HTMLTextAreaElement) return
    event.preventDefault()
    setOutcome(chosen)
  }
  return (
    <Dialog title={count === 1 ? words('closeAlert') : words('closeAlerts', whole(count))} onClose={onEnd}>
      <form onSubmit={(event) => void submit(event)} onKeyDown={pressed}>
        <fieldset class="choices">
          <legend>{words('outcome')}</legend>
          {OUTCOMES.map((each, i) => (
            <label key={each} class={`choice${outcome === each ? ' is-chosen' : ''}`}>
              <input type="radio" name="outcome" autofocus={i === 0} checked={outcome === each} onChange={() => setOutcome(each)} required />
              <span class="choice-name">{words(`outcome_${each}`)}</span>
              <kbd>{i + 1}</kbd>
              <span class="choice-hint">{words(`outcomeHint_${each}`)}</span>
            </label>
          ))}
        </fieldset>
        <label class="field">
          <span>{words('noteOptional')}</span>
          <textarea rows={3} maxLength={4000} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <footer class="dialog-foot">
          <button type="button" onClick={onEnd}>
            {words('cancel')}
          </button>
          <button type="submit" class="primary" disabled={!outcome || busy}>
            {words('closeAlert')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
