import type { Health } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { whole } from '../format/numbers.ts'
import { cut, seen } from '../parts/Id.tsx'
import { Time } from '../parts/Time.tsx'

/** Whether what one sees is up to date. */
export function Pipeline({ health }: { health: Health }) {
  const { words } = useDesk()
  const reach = (yes: boolean | null | undefined) => (
    <span class={yes ? 'good' : 'bad'}>{yes ? `✓ ${words('reachable')}` : `✕ ${words('unreachable_short')}`}</span>
  )
  const flink = health.flink?.url
  return (
    <section class="card">
      <h2>{words('health')}</h2>
      <dl class="facts">
        <div>
          <dt>{words('col_status')}</dt>
          <dd>
            <HealthMark health={health} />
          </dd>
        </div>
        <div>
          <dt>{words('lag')}</dt>
          <dd>{health.lagRecords === null ? '–' : whole(health.lagRecords)}</dd>
        </div>
        <div>
          <dt>{words('newestRaised')}</dt>
          <dd>{health.newestRaisedAt ? <Time at={health.newestRaisedAt} seconds age /> : '–'}</dd>
        </div>
        <div>
          <dt>{words('newestArrival')}</dt>
          <dd>{health.newestArrivalAt ? <Time at={health.newestArrivalAt} seconds age /> : '–'}</dd>
        </div>
        <div>
          <dt>Kafka</dt>
          <dd>{reach(health.kafka)}</dd>
        </div>
        <div>
          <dt>{words('database')}</dt>
          <dd>{reach(health.database)}</dd>
        </div>
        {flink && /^https?:\/\//.test(flink) && (
          <div>
            <dt>
              <a href={flink} target="_blank" rel="noreferrer noopener">
                {words('flink')} ↗
              </a>
            </dt>
            <dd>{reach(health.flink?.reachable)}</dd>
          </div>
        )}
      </dl>
      {(health.faults ?? []).map((fault) => (
        <p key={fault} class="fault">
          {words('decisionsAtRisk')} {seen(cut(fault))}
        </p>
      ))}
    </section>
  )
}

export function HealthMark({ health }: { health: Health }) {
  const { words } = useDesk()
  const text = health.status === 'LAGGING' ? words('health_LAGGING', whole(health.lagRecords ?? 0)) : words(health.status === 'UP' ? 'health_UP' : 'health_DOWN')
  return (
    <span class={`health health-${health.status}`}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        {health.status === 'UP' ? <circle cx="8" cy="8" r="5" /> : health.status === 'LAGGING' ? <path d="M8 2L14.5 13.5H1.5Z" /> : <path d="M3 3h10v10H3Z" />}
      </svg>
      {text}
    </span>
  )
}
