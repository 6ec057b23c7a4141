import { useState } from 'preact/hooks'
import type { Deciding } from '../api/calls.ts'
import type { Row } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { day, endOfDay } from '../format/time.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { cut, seen } from '../parts/Id.tsx'

const DAY = 86_400_000
const OFFERED = [1, 7, 30, 90]
const MOST = 180

interface Props {
  row: Row
  decide: (deciding: Deciding) => Promise<boolean>
  onEnd: () => void
}

/** Keeps a rule quiet about a subject: always to a date, always with a reason. */
export function MuteDialog({ row, decide, onEnd }: Props) {
  const { words, preferences, now } = useDesk()
  const { zone } = preferences
  const inDays = (days: number) => day(now + days * DAY, zone)
  const [until, setUntil] = useState(inDays(7))
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    const { ruleCode, subjectType, subjectId } = row
    const at = Math.min(endOfDay(until, zone), now + MOST * DAY)
    if (!(await decide({ kind: 'MUTE', ruleCode, subjectType, subjectId, until: at, reason: reason.trim() }))) setBusy(false)
  }
  const who = `${words(row.subjectType === 'PROVIDER' ? 'subject_PROVIDER' : 'subject_SHOP')} ${seen(cut(row.subjectId, 80))}`
  return (
    <Dialog title={words('muteTitle')} onClose={onEnd}>
      <form onSubmit={(event) => void submit(event)}>
        <p class="dialog-text">{words('muteWhat', words.of(row.ruleName), who)}</p>
        <div class="field">
          <label for="mute-until">{words('muteUntil')}</label>
          <input
            id="mute-until"
            type="date"
            required
            min={inDays(1)}
            max={inDays(MOST)}
            value={until}
            onInput={(event) => setUntil(event.currentTarget.value)}
          />
          <span class="offers">
            {OFFERED.map((days) => (
              <button key={days} type="button" class="small" aria-pressed={until === inDays(days)} onClick={() => setUntil(inDays(days))}>
                {words.count('muteDays_one', 'muteDays_other', days, String(days))}
              </button>
            ))}
          </span>
          <span class="hint">{words('muteRange')}</span>
        </div>
        <label class="field">
          <span>{words('muteReason')}</span>
          <textarea autofocus rows={2} required maxLength={1000} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
          <span class="hint">{words('muteReasonHint')}</span>
        </label>
        <footer class="dialog-foot">
          <button type="button" onClick={onEnd}>
            {words('cancel')}
          </button>
          <button type="submit" class="primary" disabled={busy || !reason.trim() || !until}>
            {words('mute')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
