import { useEffect, useRef, useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { mayMatch } from '../query/matches.ts'
import { placeOf, type View } from '../place/views.ts'
import { AlertRow } from './AlertRow.tsx'
import type { Live } from './live.ts'
import { useSize } from './useSize.ts'
import { drawn } from './window.ts'

/** How a row is drawn, by the room that the list has: a line of a table, or a card of two or three lines. */
const SHAPES = [
  { name: 'is-table', from: 860, height: 46, head: 32 },
  { name: 'is-cards is-wide', from: 560, height: 76, head: 0 },
  { name: 'is-cards is-small', from: 0, height: 104, head: 0 },
] as const

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
  const shape = SHAPES.find(({ from }) => size.width === 0 || size.width >= from) ?? SHAPES[0]
  const { height } = shape
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
    if (top < box.scrollTop) box.scrollTop = top
    else if (top + height + shape.head > box.scrollTop + box.clientHeight) box.scrollTop = top + height + shape.head - box.clientHeight
  }, [current, height])

  const allPicked = rows.length > 0 && rows.every((row) => picked.has(row.alertId))
  const me = session.user.name
  return (
    <div
      ref={scroller}
      class={`list ${shape.name}`}
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
