import { useEffect } from 'preact/hooks'
import { alerts, subject } from '../api/calls.ts'
import type { Mute, SubjectType } from '../api/types.ts'
import { DayBars } from '../charts/DayBars.tsx'
import { useDesk } from '../desk/desk.ts'
import { useLoad } from '../desk/load.ts'
import { whole } from '../format/numbers.ts'
import { Id } from '../parts/Id.tsx'
import { Failure, Waiting } from '../parts/Notice.tsx'
import { toAlerts } from '../place/views.ts'
import { format } from '../query/tokens.ts'
import { AlertTable } from './AlertTable.tsx'
import { MuteTable } from './MuteTable.tsx'

/** All about one shop or provider: its alerts over time, by rule, and what is muted for it. */
export function SubjectPage({ type, id }: { type: SubjectType; id: string }) {
  const { words, hear, ruleName } = useDesk()
  const q = format([{ negated: false, name: type === 'PROVIDER' ? 'provider' : 'shop', values: [id] }])
  const about = useLoad((signal) => subject(type, id, signal), [type, id])
  const listed = useLoad((signal) => alerts.page({ q, sort: 'raised', dir: 'desc', limit: 50 }, signal), [q])
  useEffect(
    () =>
      hear((told) => {
        if (told.kind === 'alert' && (told.row.subjectType !== type || told.row.subjectId !== id)) return
        about.reload()
        listed.reload()
      }),
    [type, id],
  )
  const shown = about.value
  const counts = shown && [
    [words('total'), shown.counts.total, q],
    [words('status_OPEN'), shown.counts.open, `${q} status:open`],
    [words('status_CURED'), shown.counts.cured, `${q} status:cured`],
    [words('status_REVOKED'), shown.counts.revoked, `${q} status:revoked`],
  ] as const
  return (
    <div class="page">
      <header class="page-head">
        <h1 class="long">
          <span class="subject-type">{words(type === 'PROVIDER' ? 'subject_PROVIDER' : 'subject_SHOP')}</span> <Id value={id} most={200} />
        </h1>
      </header>
      {about.fault && <Failure fault={about.fault} retry={about.reload} />}
      {!shown && about.busy && <Waiting />}
      {shown && counts && (
        <>
          <ul class="tiles">
            {counts.map(([name, n, to]) => (
              <li key={name}>
                <a href={toAlerts(to)}>
                  <span class="tile-number">{whole(n)}</span>
                  <span class="tile-name">{name}</span>
                </a>
              </li>
            ))}
          </ul>
          <section class="card">
            <h2>{words('subjectByDay')}</h2>
            <DayBars counted={shown.byDay} label={words('subjectByDay')} />
          </section>
          <div class="two">
            <section class="card">
              <h2>{words('byRule')}</h2>
              <ul class="plain-list">
                {shown.byRule.map(({ ruleCode, count }) => (
                  <li key={ruleCode}>
                    <a href={toAlerts(`${q} rule:${ruleCode}`)}>{ruleName(ruleCode)}</a> <span class="quiet">{whole(count)}</span>
                  </li>
                ))}
              </ul>
            </section>
            <section class="card">
              <h2>{words('activeMutes')}</h2>
              <Mutes mutes={shown.mutes} />
            </section>
          </div>
        </>
      )}
      {listed.value && (
        <section class="card">
          <h2>
            <a href={toAlerts(q)}>{words('subjectAlerts')}</a>
          </h2>
          <AlertTable rows={listed.value.alerts} />
        </section>
      )}
    </div>
  )
}

function Mutes({ mutes }: { mutes: Mute[] }) {
  const { words } = useDesk()
  return mutes.length === 0 ? <p class="quiet">{words('noMutes')}</p> : <MuteTable mutes={mutes} />
}
