import { rules } from '../api/calls.ts'
import type { Outcome, RulePage as Rule } from '../api/types.ts'
import { DayBars } from '../charts/DayBars.tsx'
import { useDesk } from '../desk/desk.ts'
import { useLoad } from '../desk/load.ts'
import { share, whole } from '../format/numbers.ts'
import { Failure, Waiting } from '../parts/Notice.tsx'
import { Prose } from '../parts/Prose.tsx'
import { toAlerts } from '../place/views.ts'
import { Versions } from './Versions.tsx'

const OUTCOMES: Outcome[] = ['CONFIRMED', 'JUSTIFIED_NOT_ACTED', 'FALSE_POSITIVE', 'OVERTURNED']

/** What a rule is, and how it has done. */
export function RulePage({ code, version }: { code: string; version: number | null }) {
  const { words } = useDesk()
  const loaded = useLoad((signal) => rules.one(code, signal), [code])
  const rule = loaded.value?.ruleCode === code ? loaded.value : null
  return (
    <div class="page">
      {loaded.fault && <Failure fault={loaded.fault} retry={loaded.reload} />}
      {!rule && loaded.busy && <Waiting />}
      {rule && (
        <>
          <header class="page-head">
            <h1>{words.of(rule.name)}</h1>
            <span class="quiet code">{rule.ruleCode}</span>
            <a class="button page-action" href={toAlerts(`rule:${rule.ruleCode}`)}>
              {words('seeAlerts')}
            </a>
          </header>
          <blockquote class="clause clause-wide">
            <p>{words.of(rule.clause)}</p>
            <footer>— {rule.clause.ref}</footer>
          </blockquote>
          <Numbers rule={rule} />
          <section class="card">
            <h2>{words('subjectByDay')}</h2>
            <DayBars counted={rule.byDay} label={words('subjectByDay')} />
          </section>
          <Versions rule={rule} chosen={version} />
          <Doc rule={rule} />
        </>
      )}
    </div>
  )
}

function Numbers({ rule }: { rule: Rule }) {
  const { words } = useDesk()
  const tiles = [
    [words('hits'), whole(rule.hits)],
    [words('status_OPEN'), whole(rule.open)],
    [words('curedShare'), share(rule.curedShare)],
    [words('revokedShare'), share(rule.revokedShare)],
    [words('falsePositives'), share(rule.falsePositiveShare)],
  ] as const
  const closed = OUTCOMES.reduce((sum, outcome) => sum + (rule.outcomes[outcome] ?? 0), 0)
  return (
    <>
      <ul class="tiles">
        {tiles.map(([name, value]) => (
          <li key={name}>
            <span class="tile-number">{value}</span>
            <span class="tile-name">{name}</span>
          </li>
        ))}
      </ul>
      <section class="card">
        <h2>{words('outcomes')}</h2>
        {closed === 0 && <p class="quiet">{words('noOutcomes')}</p>}
        {closed > 0 && (
          <ul class="shares">
            {OUTCOMES.map((outcome) => {
              const n = rule.outcomes[outcome] ?? 0
              return (
                <li key={outcome}>
                  <a href={toAlerts(`rule:${rule.ruleCode} outcome:${outcome.toLowerCase()}`)}>{words(`outcome_${outcome}`)}</a>
                  <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width="100" height="8" class="share-ground" />
                    <rect width={(100 * n) / closed} height="8" class={`share-${outcome}`} />
                  </svg>
                  <span class="number">
                    {whole(n)} <span class="quiet">{share(n / closed)}</span>
                  </span>
                </li>
              )
            })}
          </ul>
        )}
      </section>
    </>
  )
}

function Doc({ rule }: { rule: Rule }) {
  const { words } = useDesk()
  const parts = [
    [words('finds'), rule.doc?.finds],
    [words('definition'), rule.doc?.definition],
    [words('cures'), rule.doc?.cures],
    [words('late'), rule.doc?.late],
  ] as const
  if (!parts.some(([, text]) => text)) return null
  return (
    <section class="card doc">
      {parts.map(
        ([title, text]) =>
          text && (
            <div key={title}>
              <h2>{title}</h2>
              <Prose text={words.of(text)} />
            </div>
          ),
      )}
    </section>
  )
}
