import type { DeskState, Outcome, Severity, Status } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { known } from '../words/words.ts'

const SHAPES: Record<Severity, string> = {
  MINOR: 'M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9Z',
  GENERAL: 'M8 2.5L14 13H2Z',
  SERIOUS: 'M8 1.5L14.5 8L8 14.5L1.5 8Z',
  EXTREME: 'M5.2 1.5h5.6L14.5 5.2v5.6L10.8 14.5H5.2L1.5 10.8V5.2Z',
}

/** How grave, by shape and by word: never by colour alone. */
export function SeverityMark({ severity, brief = false }: { severity: Severity; brief?: boolean }) {
  const { words } = useDesk()
  const key = `severity_${severity}`
  const word = known(key) ? words(key) : severity
  return (
    <span class={`severity severity-${severity}`} title={brief ? word : undefined}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={SHAPES[severity] ?? SHAPES.MINOR} />
      </svg>
      <span class={brief ? 'unseen' : undefined}>{word}</span>
    </span>
  )
}

export function StatusMark({ status }: { status: Status }) {
  return <Mark name="status" code={status} />
}

export function DeskMark({ state }: { state: DeskState }) {
  return <Mark name="desk" code={state} />
}

export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  return <Mark name="outcome" code={outcome} />
}

function Mark({ name, code }: { name: 'status' | 'desk' | 'outcome'; code: string }) {
  const { words } = useDesk()
  const key = `${name}_${code}`
  return <span class={`mark ${name}-${code}`}>{known(key) ? words(key) : code}</span>
}
