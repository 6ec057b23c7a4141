import { useEffect, useRef, useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { mayMatch } from '../query/matches.ts'
import { placeOf, type View } from '../place/views.ts'
import { AlertRow } from './AlertRow.tsx'
import type { Live } from './live.ts'
import { useSize } from './useSize.ts'
import { drawn } from './window.ts'

/** Narrower than this, a row is a card. */
const CARDS_BELOW = 860
const ROW = 46
const HEAD = 32
const CARD = 104

interface Props {
  live: Live
  view: View
  current: string | null
  picked: ReadonlySet<string>
  onOpen: (id: string) => void
  onPick: (id: string, range: boolean) => void
  onPickAll: () => void
  onMore: () => void
}

/** The rows of a view. Only those near what is seen are in the page, however many are loaded. */
export function AlertList({ live, view, current, picked, onOpen, onPick, onPickAll, onMore }: Props) {
  const { words, may, session, now, preferences } = useDesk()
  const scroller = useRef<HTMLDivElement>(null)
  const size = useSize(scroller)
  const [scrolled, setScrolled] = useState(0)
  const cards = size.width > 0 && size.width < CARDS_BELOW
  const height = cards ? CARD : ROW
  const rows = live.rows
  const { first, end } = drawn(rows.length, height, scrolled, size.height)
  const canPick = may('ANALYST')

  useEffect(() => {
    if (live.next && end >= rows.length - 20) onMore()
  }, [end, rows.length, live.next])
  useEffect(() => {
    scroller.current?.scrollTo(0, 0)
  }, [view.q, view.sort, view.dir])
  useEffect(() => {
    const index = rows.findIndex((row) => row.alertId === current)
    const box = scroller.current
    if (index < 0 || !box) return
    const top = index * height
    const head = cards ? 0 : HEAD
    if (top < box.scrollTop) box.scrollTop = top
    else if (top + height + head > box.scrollTop + box.clientHeight) box.scrollTop = top + height + head - box.clientHeight
  }, [current, height])

  const allPicked = rows.length > 0 && rows.every((row) => picked.has(row.alertId))
  const me = session.user.name
  return (
    <div
      ref={scroller}
      class={`list${cards ? ' is-cards' : ''}`}
      role="grid"
      aria-label={words('alerts')}
      aria-rowcount={live.totalIsExact ? live.total + 1 : -1}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
    >
      <div role="rowgroup" class="list-head">
        <div role="row" class="row-head" aria-rowindex={1}>
          <div role="columnheader" class="c-pick">
            {canPick && (
              <label class="pick">
                <input type="checkbox" checked={allPicked} aria-label={words('select', words('all'))} onClick={onPickAll} />
              </label>
            )}
          </div>
          <div role="columnheader">{words('col_severity')}</div>
          <div role="columnheader">{words('col_rule')}</div>
          <div role="columnheader">{words('col_subject')}</div>
          <div role="columnheader">{words('col_reason')}</div>
          <div role="columnheader" title={preferences.zone}>
            {words('col_raised')}
          </div>
          <div role="columnheader">{words('col_status')}</div>
          <div role="columnheader">{words('col_desk')}</div>
        </div>
      </div>
      <div role="rowgroup" class="list-rows" style={{ height: `${rows.length * height}px` }}>
        {rows.slice(first, end).map((row, i) => (
          <AlertRow
            key={row.alertId}
            row={row}
            index={first + i}
            top={(first + i) * height}
            height={height}
            href={placeOf({ ...view, open: row.alertId })}
            open={view.open === row.alertId}
            current={current === row.alertId || (current === null && first + i === 0)}
            picked={picked.has(row.alertId)}
            gone={!mayMatch(view.q, row, me, now)}
            muted={row.mutedUntil > now}
            canPick={canPick}
            onOpen={onOpen}
            onPick={onPick}
          />
        ))}
      </div>
      {live.loaded && !live.next && rows.length > 20 && <p class="list-end">{words('endOfList')}</p>}
    </div>
  )
}
