import type { ComponentChildren } from 'preact'
import type { Detail } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { span } from '../format/time.ts'
import { Id, seen } from '../parts/Id.tsx'
import { Time } from '../parts/Time.tsx'
import { toRule } from '../place/views.ts'
import { Section } from './Section.tsx'

/** When, by which version and clause, about which keys. */
export function Facts({ detail }: { detail: Detail }) {
  const { words, now } = useDesk()
  const { row, alert } = detail
  const seenAfter = row.firstSeenAt - row.raisedAt
  return (
    <>
      {alert.clause && (
        <Section title={words('clause')}>
          <blockquote class="clause">
            <p>{seen(words.of(alert.clause))}</p>
            <footer>— {seen(alert.clause.ref)}</footer>
          </blockquote>
        </Section>
      )}
      <Section title={words('facts')}>
        <dl class="facts">
          <Fact name={words('raisedAt')}>
            <Time at={row.raisedAt} seconds age />
          </Fact>
          {row.curedAt !== null && (
            <Fact name={words('curedAt')}>
              <Time at={row.curedAt} seconds />
            </Fact>
          )}
          <Fact name={words('firstSeen')}>
            <Time at={row.firstSeenAt} seconds />
            {seenAfter > 0 && <span class="quiet"> {words('seenAfter', span(seenAfter, words.lang))}</span>}
          </Fact>
          {alert.window && (
            <Fact name={words('window')}>
              <Time at={alert.window.from} /> – <Time at={alert.window.to} />
            </Fact>
          )}
          <Fact name={words('ruleVersion')}>
            <a href={toRule(row.ruleCode, row.ruleVersion)}>{words('versionN', row.ruleVersion)}</a>
            <span class="quiet"> · {words('level', row.level)}</span>
          </Fact>
          {Object.entries(alert.keys ?? {}).map(([name, value]) => (
            <Fact key={name} name={words.code('key', name)}>
              <Id value={value} most={2_000} />
            </Fact>
          ))}
          <Fact name={words('alertId')}>
            <code>
              <Id value={row.alertId} most={2_000} />
            </code>
          </Fact>
          {row.mutedUntil > now && (
            <Fact name={words('muted')}>
              {words('until', '')}
              <Time at={row.mutedUntil} />
            </Fact>
          )}
        </dl>
      </Section>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
