import { useEffect, useState } from 'preact/hooks'
import type { Deciding } from '../api/calls.ts'
import type { Row } from '../api/types.ts'
import { Ask, type Asking } from '../decide/Ask.tsx'
import { useDesk } from '../desk/desk.ts'
import { inWords } from '../desk/faults.ts'
import { Bulk } from '../list/Bulk.tsx'
import { AlertList } from '../list/AlertList.tsx'
import { Empty } from '../list/Empty.tsx'
import { FacetBar } from '../list/FacetBar.tsx'
import { GroupList } from '../list/GroupList.tsx'
import { SearchBox } from '../list/SearchBox.tsx'
import { Toolbar } from '../list/Toolbar.tsx'
import { useAlerts } from '../list/useAlerts.ts'
import { useFacets } from '../list/useFacets.ts'
import { usePicked } from '../list/usePicked.ts'
import { AlertPanel } from '../panel/AlertPanel.tsx'
import type { Does } from '../panel/Buttons.tsx'
import { Failure, Waiting } from '../parts/Notice.tsx'
import { go } from '../place/place.ts'
import { placeOf, type View } from '../place/views.ts'
import { useTriageKeys } from './triageKeys.ts'

/** The work itself: what is to be decided, one alert beside the list. */
export function AlertsPage({ view }: { view: View }) {
  const { words, decide, session } = useDesk()
  const list = useAlerts(view)
  const { live } = list
  const facets = useFacets(view.q, list.turn)
  const [current, setCurrent] = useState<string | null>(view.open)
  const [opened, setOpened] = useState<Row | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [facetsShown, setFacetsShown] = useState(false)
  const picked = usePicked(live.rows, view)

  useEffect(() => {
    if (view.open) setCurrent(view.open)
    else setOpened(null)
  }, [view.open])

  useEffect(() => {
    const bare = document.title.replace(/^\(\d+\) /, '')
    document.title = live.arrived.size > 0 ? `(${live.arrived.size}) ${bare}` : bare
  }, [live.arrived.size, words])

  const search = (q: string) => go(placeOf({ ...view, q }))
  const open = (alertId: string | null, how: 'push' | 'replace' = 'push') => go(placeOf({ ...view, open: alertId }), how)
  const decided = async (deciding: Deciding) => {
    list.guessed(deciding)
    const done = await decide(deciding)
    if (!done) list.reload()
    return done
  }
  const of = (row: Row) => ({ alertIds: [row.alertId] })
  const does: Does = {
    acknowledge: (row) => void decided({ kind: row.deskState === 'NEW' ? 'ACKNOWLEDGE' : 'UNACKNOWLEDGE', ...of(row) }),
    assignToMe: (row) => void decided({ kind: 'ASSIGN', ...of(row), assignee: session.user.name }),
    assign: (row) => setAsking({ what: 'assign', target: of(row), count: 1 }),
    close: (row) => setAsking({ what: 'close', target: of(row), count: 1 }),
    reopen: (row) => void decided({ kind: 'REOPEN', ...of(row) }),
    mute: (row) => setAsking({ what: 'mute', row }),
  }
  const listed = current === null ? live.rows[0] : live.rows.find((each) => each.alertId === current)
  const row = listed ?? (opened?.alertId === current ? opened : null)
  useTriageKeys({ rows: live.rows, row, current, setCurrent, view, open, does, pick: picked.toggle, reload: list.reload, enabled: !view.group })

  const refused = list.fault && list.fault.status === 400 ? inWords(list.fault, words) : null
  return (
    <div class={`alerts${view.open ? ' has-panel' : ''}`}>
      <h1 class="unseen">{words('alerts')}</h1>
      <SearchBox q={view.q} facets={facets} refused={refused} onSearch={search} />
      <Toolbar
        view={view}
        live={live}
        busy={list.busy}
        facetsShown={facetsShown}
        onFacets={() => setFacetsShown(!facetsShown)}
        onReload={list.reload}
      />
      <div class="alerts-body">
        <FacetBar facets={facets} q={view.q} shown={facetsShown} onSearch={search} />
        <div class="alerts-main">
          {list.fault && !refused && <Failure fault={list.fault} retry={list.reload} />}
          {!live.loaded && !list.fault && <Waiting />}
          {view.group ? (
            <GroupList by={view.group} view={view} onAsk={setAsking} />
          ) : (
            <>
              {live.loaded && live.rows.length === 0 && <Empty q={view.q} onSearch={search} />}
              {live.rows.length > 0 && (
                <AlertList
                  live={live}
                  view={view}
                  current={current}
                  picked={picked.ids}
                  onOpen={(id) => open(id, view.open ? 'replace' : 'push')}
                  onPick={picked.pick}
                  onPickAll={picked.pickAll}
                  onMore={list.more}
                />
              )}
              <Bulk
                count={picked.ids.size}
                wholeFilter={picked.wholeFilter}
                live={live}
                onWholeFilter={picked.takeWholeFilter}
                onClear={picked.clear}
                onAcknowledge={() => void decided({ kind: 'ACKNOWLEDGE', ...picked.target }).then((done) => done && picked.clear())}
                onAssign={() => setAsking({ what: 'assign', target: picked.target, count: picked.count(live) })}
                onClose={() => setAsking({ what: 'close', target: picked.target, count: picked.count(live) })}
              />
            </>
          )}
        </div>
        {view.open && (
          <AlertPanel
            alertId={view.open}
            does={does}
            onClose={() => open(null)}
            onRow={setOpened}
            hrefOf={(alertId) => placeOf({ ...view, open: alertId })}
          />
        )}
      </div>
      {asking && (
        <Ask
          asking={asking}
          decide={async (deciding) => {
            const done = await decided(deciding)
            if (done) picked.clear()
            return done
          }}
          onEnd={() => setAsking(null)}
        />
      )}
    </div>
  )
}
