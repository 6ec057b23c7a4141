import type { AlertRecord } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { whole } from '../format/numbers.ts'
import { span } from '../format/time.ts'
import { Id } from '../parts/Id.tsx'
import { Time } from '../parts/Time.tsx'
import { Section } from './Section.tsx'
import { type Point, timeline } from './timeline.ts'

interface Props {
  alert: AlertRecord
  raisedAt: number
  curedAt: number | null
}

/** The events that make it true, against the instant from which the breach stands. */
export function Evidence({ alert, raisedAt, curedAt }: Props) {
  const { words } = useDesk()
  const evidence = alert.evidence ?? []
  const count = alert.evidenceCount ?? evidence.length
  return (
    <Section title={words('evidence')}>
      <ol class="timeline">
        {timeline(evidence, raisedAt, curedAt).map((point, i) => (
          <li key={i} class={`point point-${point.kind}`}>
            <Time at={point.at} seconds />
            <span class="point-what">
              <What point={point} />
            </span>
            {point.kind !== 'raised' && <Distance from={raisedAt} to={point.at} />}
          </li>
        ))}
      </ol>
      {count > evidence.length && <p class="quiet">{words('evidenceOf', whole(evidence.length), whole(count))}</p>}
    </Section>
  )
}

function What({ point }: { point: Point }) {
  const { words } = useDesk()
  if (point.kind === 'raised') return <strong>{words('deadline')}</strong>
  if (point.kind === 'cured') return <strong>{words('cure')}</strong>
  return (
    <>
      {words.code('event', point.event.eventType)}{' '}
      <span class="quiet">
        <Id value={point.event.eventId} most={40} />
      </span>
    </>
  )
}

function Distance({ from, to }: { from: number; to: number }) {
  const { words } = useDesk()
  if (from === to) return <span class="point-distance">{words('exactly')}</span>
  return <span class="point-distance">{words(to < from ? 'before' : 'after', span(to - from, words.lang))}</span>
}
