import type { Parameter, RulePage as Rule, Rung } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { instant } from '../format/time.ts'
import { actionText } from '../parts/actions.ts'
import { SeverityMark } from '../parts/Marks.tsx'
import { go } from '../place/place.ts'
import { toRule } from '../place/views.ts'
import { known } from '../words/words.ts'

/** A rule as it was and is: parameters and what follows, version by version. The newest is shown first. */
export function Versions({ rule, chosen }: { rule: Rule; chosen: number | null }) {
  const { words, preferences } = useDesk()
  const last = rule.versions.length - 1
  const asked = rule.versions.findIndex((each) => each.version === chosen)
  const shown = asked < 0 ? last : asked
  const version = rule.versions[shown]
  const newest = shown === last
  const parameters = version?.parameters ?? (newest ? rule.parameters : undefined) ?? []
  const ladder = version?.ladder ?? (newest ? rule.ladder : undefined) ?? []
  return (
    <section class="card">
      <h2>{words('versions')}</h2>
      <ul class="versions">
        {rule.versions.map((each, i) => {
          const key = `versionStatus_${each.status.toUpperCase()}`
          return (
            <li key={each.version}>
              <button type="button" class="small" aria-pressed={i === shown} onClick={() => go(toRule(rule.ruleCode, each.version), 'replace')}>
                {words('versionN', each.version)}
              </button>{' '}
              <span class="mark">{known(key) ? words(key) : each.status}</span>{' '}
              <span class="quiet">{words('inForceFrom', instant(each.effectiveFrom, preferences.zone))}</span>
            </li>
          )
        })}
      </ul>
      <Parameters values={parameters} rule={rule} />
      <Ladder ladder={ladder} />
    </section>
  )
}

function Parameters({ values, rule }: { values: Parameter[]; rule: Rule }) {
  const { words } = useDesk()
  return (
    <>
      <h3>{words('parameters')}</h3>
      <div class="table-scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words('parameter')}</th>
              <th scope="col">{words('value')}</th>
              <th scope="col">{words('meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ name, value, orElse }) => {
              const doc = rule.doc?.parameters?.[name]
              return (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td class="wide">
                    <code class="wrap">{value}</code>
                    {value !== orElse && orElse && <span class="quiet"> {words('insteadOf', orElse)}</span>}
                  </td>
                  <td class="wide">
                    {words.of(doc?.meaning)} {doc?.unit && <span class="quiet">({words.of(doc.unit)})</span>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Ladder({ ladder }: { ladder: Rung[] }) {
  const { words, preferences } = useDesk()
  return (
    <>
      <h3>{words('ladder')}</h3>
      <ol class="ladder">
        {ladder.map((rung) => (
          <li key={rung.level}>
            <span class="rung-level">{words('level', rung.level)}</span>
            <SeverityMark severity={rung.severity} />
            <ul class="orders">
              {rung.actions.map((action, i) => (
                <li key={i}>
                  <span>{actionText(action, words, preferences.zone)}</span>{' '}
                  <span class={`mark mode-${action.mode}`}>{words(action.mode === 'ENFORCE' ? 'mode_ENFORCE' : 'mode_RECOMMEND')}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}
