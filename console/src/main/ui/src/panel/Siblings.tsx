import type { Row } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { DeskMark, SeverityMark, StatusMark } from '../parts/Marks.tsx'
import { Time } from '../parts/Time.tsx'
import { toSubject } from '../place/views.ts'
import { Section } from './Section.tsx'

/** The newest other alerts of the subject. */
export function Siblings({ rows, hrefOf }: { rows: Row[]; hrefOf: (alertId: string) => string }) {
  const { words } = useDesk()
  const first = rows[0]
  return (
    <Section title={words('siblings')}>
      {!first && <p class="quiet">{words('noSiblings')}</p>}
      <ul class="siblings">
        {rows.map((row) => (
          <li key={row.alertId}>
            <SeverityMark severity={row.severity} brief />
            <a href={hrefOf(row.alertId)}>
              {words.of(row.ruleName) || row.ruleCode}
              {row.level > 1 && <span class="level">{words.lang === 'zh' ? `${row.level} 级` : `L${row.level}`}</span>}
            </a>
            <Time at={row.raisedAt} />
            <StatusMark status={row.status} />
            <DeskMark state={row.deskState} />
          </li>
        ))}
      </ul>
      {first && <a href={toSubject(first.subjectType, first.subjectId)}>{words('subjectAlerts')}</a>}
    </Section>
  )
}
