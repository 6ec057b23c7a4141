import { overview } from '../api/calls.ts'
import { DayBars } from '../charts/DayBars.tsx'
import { useDesk } from '../desk/desk.ts'
import { useLoad } from '../desk/load.ts'
import { whole } from '../format/numbers.ts'
import { day } from '../format/time.ts'
import { Failure, Waiting } from '../parts/Notice.tsx'
import { SubjectLink } from '../parts/Subject.tsx'
import { toAlerts } from '../place/views.ts'
import { Pipeline } from './Pipeline.tsx'

const DAY = 86_400_000
const RANGES = [7, 30, 90]
/** Ten years: as many days as the server counts. */
const ALL = 3_650

/** How things stand: what is to do, how many of what by day, about whom, and whether the data is up to date. */
export function OverviewPage({ parameters }: { parameters: URLSearchParams }) {
  const { words, preferences, health, now } = useDesk()
  const days = parameters.get('days') === 'all' ? null : Number(parameters.get('days')) || 30
  const newest = health?.newestRaisedAt ?? now
  const to = day(newest, preferences.zone)
  const from = day(newest - ((days ?? ALL) - 1) * DAY, preferences.zone)
  const loaded = useLoad((signal) => overview(from, to, preferences.zone, signal), [from, to, preferences.zone])
  const shown = loaded.value
  return (
    <div class="page">
      <header class="page-head">
        <h1>{words('overview')}</h1>
        <nav class="views" aria-label={words('range')}>
          {[...RANGES, null].map((each) => (
            <a key={each} href={`/overview?days=${each ?? 'all'}`} aria-current={each === days ? 'true' : undefined}>
              {each === null ? words('rangeAll') : words('rangeDays', each)}
            </a>
          ))}
        </nav>
      </header>
      {loaded.fault && <Failure fault={loaded.fault} retry={loaded.reload} />}
      {!shown && loaded.busy && <Waiting />}
      {shown && (
        <>
          <Tiles totals={shown.totals} />
          <section class="card">
            <h2>{words('byDay')}</h2>
            <p class="quiet">{words('byDayNote', preferences.zone)}</p>
            <DayBars counted={shown.byDay} label={words('byDay')} />
          </section>
          <div class="two">
            <section class="card">
              <h2>{words('topSubjects')}</h2>
              <div class="table-scroll" tabIndex={0}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{words('col_subject')}</th>
                      <th scope="col" class="number">
                        {words('count')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.topSubjects.map((each) => (
                      <tr key={`${each.subjectType}:${each.subjectId}`}>
                        <td>
                          <SubjectLink type={each.subjectType} id={each.subjectId} />
                        </td>
                        <td class="number">{whole(each.count)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </section>
            <Pipeline health={health ?? shown.pipeline} />
          </div>
        </>
      )}
    </div>
  )
}

function Tiles({ totals }: { totals: { open: number; cured: number; revoked: number; new: number; acknowledged: number; closed: number } }) {
  const { words } = useDesk()
  const tiles = [
    [words('desk_NEW'), totals.new, 'desk:new'],
    [words('desk_ACKNOWLEDGED'), totals.acknowledged, 'desk:acknowledged'],
    [words('desk_CLOSED'), totals.closed, 'desk:closed'],
    [words('status_OPEN'), totals.open, 'status:open'],
    [words('status_CURED'), totals.cured, 'status:cured'],
    [words('status_REVOKED'), totals.revoked, 'status:revoked'],
  ] as const
  return (
    <ul class="tiles">
      {tiles.map(([name, n, q]) => (
        <li key={q}>
          <a href={toAlerts(q)}>
            <span class="tile-number">{whole(n)}</span>
            <span class="tile-name">{name}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
