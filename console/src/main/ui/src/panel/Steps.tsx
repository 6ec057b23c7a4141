import type { HistoryStep } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { SeverityMark, StatusMark } from '../parts/Marks.tsx'
import { Time } from '../parts/Time.tsx'
import { Section } from './Section.tsx'

/** What became of the alert, as its states arrived here. */
export function Steps({ history }: { history: HistoryStep[] }) {
  const { words } = useDesk()
  return (
    <Section title={words('history')}>
      <ol class="steps">
        {[...history].sort((a, b) => a.seq - b.seq).map((step) => (
          <li key={step.seq}>
            <Time at={step.at} seconds />
            <StatusMark status={step.status} />
            <SeverityMark severity={step.severity} />
            <span class="quiet">
              {step.partition}/{step.offset}
            </span>
          </li>
        ))}
      </ol>
      {history.some((step) => step.status === 'REVOKED') && <p class="quiet">{words('historyRevoked')}</p>}
    </Section>
  )
}
