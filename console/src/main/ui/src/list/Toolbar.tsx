import { alerts } from '../api/calls.ts'
import { useDesk } from '../desk/desk.ts'
import { whole } from '../format/numbers.ts'
import { go } from '../place/place.ts'
import { placeOf, TO_DO, type View } from '../place/views.ts'
import { type Live, MOST_COUNTED } from './live.ts'

const SORTS = ['raised_desc', 'raised_asc', 'arrived_desc', 'arrived_asc'] as const
const GROUPS = ['none', 'shop', 'provider', 'rule'] as const

interface Props {
  view: View
  live: Live
  busy: boolean
  facetsShown: boolean
  onFacets: () => void
  onReload: () => void
}

/** Which view, how many, in which order; and what has come since it was loaded. */
export function Toolbar({ view, live, busy, facetsShown, onFacets, onReload }: Props) {
  const { words, preferences, connected } = useDesk()
  const views = [
    [words('toDo'), TO_DO],
    [words('mine'), 'desk:new,acknowledged assignee:me'],
    [words('everything'), ''],
  ] as const
  const sorted = (value: string) => {
    const [sort, dir] = value.split('_') as [View['sort'], View['dir']]
    go(placeOf({ ...view, sort, dir }))
  }
  const arrived = live.arrived.size
  return (
    <div class="toolbar">
      <nav class="views" aria-label={words('views')}>
        {views.map(([name, q]) => (
          <a key={name} href={placeOf({ ...view, q })} aria-current={view.q === q ? 'true' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <span class="results" aria-live="polite">
        {live.loaded && words(live.total === 1 ? 'results_one' : live.totalIsExact ? 'results_exact' : 'results_more', whole(live.total))}
        {busy && live.loaded && <span class="quiet"> …</span>}
      </span>
      {(arrived > 0 || live.missed) && (
        <button type="button" class="pill" onClick={onReload}>
          <span aria-live="polite">
            {arrived > 0 ? words.count('newAlerts_one', 'newAlerts_other', arrived, whole(arrived) + (arrived === MOST_COUNTED ? '+' : '')) : words('thereIsNews')}
          </span>{' '}
          · {words('newAlertsShow')}
        </button>
      )}
      {!connected && <span class="not-live">{words('notLive')}</span>}
      <span class="toolbar-end">
        <button type="button" class="facets-button" aria-expanded={facetsShown} aria-controls="facets" onClick={onFacets}>
          {words('facets')}
        </button>
        <label>
          <span class="unseen">{words('groupBy')}</span>
          <select
            value={view.group ?? 'none'}
            onChange={(event) => {
              const value = event.currentTarget.value
              go(placeOf({ ...view, group: value === 'none' ? null : (value as View['group']), open: null }))
            }}
          >
            {GROUPS.map((group) => (
              <option key={group} value={group}>
                {words(`group_${group}`)}
              </option>
            ))}
          </select>
        </label>
        {!view.group && (
          <label>
            <span class="unseen">{words('sort')}</span>
            <select value={`${view.sort}_${view.dir}`} onChange={(event) => sorted(event.currentTarget.value)}>
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {words(`sort_${sort}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <a class="button" href={alerts.csv(view.q, words.lang, preferences.zone)} download title={words('csvHint')}>
          {words('csv')}
        </a>
      </span>
    </div>
  )
}
