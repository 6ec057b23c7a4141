import type { Row } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'

/** What can be done with one alert, by button and by key. */
export interface Does {
  acknowledge(row: Row): void
  assignToMe(row: Row): void
  assign(row: Row): void
  close(row: Row): void
  reopen(row: Row): void
  mute(row: Row): void
}

export function Buttons({ row, does }: { row: Row; does: Does }) {
  const { words, may, session, now, decide } = useDesk()
  if (!may('ANALYST')) return null
  const closed = row.deskState === 'CLOSED'
  const { ruleCode, subjectType, subjectId } = row
  return (
    <div class="buttons">
      {closed ? (
        <button type="button" onClick={() => does.reopen(row)}>
          {words('reopen')}
        </button>
      ) : (
        <>
          <button type="button" aria-keyshortcuts="a" onClick={() => does.acknowledge(row)}>
            {words(row.deskState === 'NEW' ? 'acknowledge' : 'unacknowledge')} <kbd>a</kbd>
          </button>
          <button type="button" class="primary" aria-keyshortcuts="e" onClick={() => does.close(row)}>
            {words('close')}… <kbd>e</kbd>
          </button>
        </>
      )}
      {row.assignee !== session.user.name && (
        <button type="button" aria-keyshortcuts="d" onClick={() => does.assignToMe(row)}>
          {words('assignToMe')} <kbd>d</kbd>
        </button>
      )}
      <button type="button" onClick={() => does.assign(row)}>
        {words('assign')}…
      </button>
      {row.mutedUntil > now ? (
        <button type="button" onClick={() => void decide({ kind: 'UNMUTE', ruleCode, subjectType, subjectId })}>
          {words('unmute')}
        </button>
      ) : (
        <button type="button" aria-keyshortcuts="m" onClick={() => does.mute(row)}>
          {words('mute')}… <kbd>m</kbd>
        </button>
      )}
    </div>
  )
}
