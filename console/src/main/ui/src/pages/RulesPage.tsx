import { rules } from '../api/calls.ts'
import type { RuleSummary } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { useLoad } from '../desk/load.ts'
import { share, whole } from '../format/numbers.ts'
import { day } from '../format/time.ts'
import { Failure, Waiting } from '../parts/Notice.tsx'
import { toAlerts, toRule } from '../place/views.ts'

/** Every rule with what it found, and what came of it. */
export function RulesPage() {
  const { words } = useDesk()
  const all = useLoad(rules.all, [])
  return (
    <div class="page">
      <header class="page-head">
        <h1>{words('rules')}</h1>
      </header>
      {all.fault && <Failure fault={all.fault} retry={all.reload} />}
      {!all.value && all.busy && <Waiting />}
      {all.value && (
        <section class="card">
          <div class="table-scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words('col_rule')}</th>
                  <th scope="col">{words('versions')}</th>
                  <th scope="col" class="number">
                    {words('hits')}
                  </th>
                  <th scope="col" class="number">
                    {words('status_OPEN')}
                  </th>
                  <th scope="col" class="number">
                    {words('curedShare')}
                  </th>
                  <th scope="col" class="number">
                    {words('revokedShare')}
                  </th>
                  <th scope="col" class="number">
                    {words('falsePositives')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.value.map((rule) => (
                  <Line key={rule.ruleCode} rule={rule} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </div>
  )
}

function Line({ rule }: { rule: RuleSummary }) {
  const { words, preferences } = useDesk()
  const newest = rule.versions.at(-1)
  return (
    <tr>
      <td>
        <a href={toRule(rule.ruleCode)} class="strong">
          {words.of(rule.name)}
        </a>
        <div class="quiet code">{rule.ruleCode}</div>
      </td>
      <td class="nowrap">
        {newest && (
          <>
            {words('versionN', newest.version)} <span class="quiet">{words('inForceFrom', day(newest.effectiveFrom, preferences.zone))}</span>
          </>
        )}
      </td>
      <td class="number">
        <a href={toAlerts(`rule:${rule.ruleCode}`)}>{whole(rule.hits)}</a>
      </td>
      <td class="number">{whole(rule.open)}</td>
      <td class="number">{share(rule.curedShare)}</td>
      <td class="number">{share(rule.revokedShare)}</td>
      <td class="number">{share(rule.falsePositiveShare)}</td>
    </tr>
  )
}
