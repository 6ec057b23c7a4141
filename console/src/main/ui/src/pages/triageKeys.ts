import { useRef } from 'preact/hooks'
import type { Row } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { useKeys } from '../keys.ts'
import type { Does } from '../panel/Buttons.tsx'
import type { View } from '../place/views.ts'

interface Triage {
  rows: Row[]
  row: Row | null
  current: string | null
  setCurrent: (alertId: string) => void
  view: View
  open: (alertId: string | null, how?: 'push' | 'replace') => void
  does: Does
  pick: (alertId: string) => void
  reload: () => void
  enabled: boolean
}

/** Deciding without a mouse. */
export function useTriageKeys({ rows, row, current, setCurrent, view, open, does, pick, reload, enabled }: Triage): void {
  const { may, undo } = useDesk()
  const decides = may('ANALYST') && row !== null
  // Keys come faster than the page is drawn.
  const now = useRef(current)
  now.current = current
  const move = (by: number) => {
    const at = now.current === null ? 0 : rows.findIndex((each) => each.alertId === now.current)
    const next = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))]
    if (!next) return
    now.current = next.alertId
    setCurrent(next.alertId)
    if (view.open) open(next.alertId, 'replace')
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-alert="${CSS.escape(next.alertId)}"]`)?.focus({ preventScroll: true }),
    )
  }
  /** On the row where the cursor is, which the page may not have drawn there yet. */
  const here = (act: (row: Row) => void) => () => {
    const moved = now.current === current ? undefined : rows.find((each) => each.alertId === now.current)
    const at = moved ?? row
    if (at) act(at)
  }
  const opening = here(({ alertId }) => open(alertId, view.open ? 'replace' : 'push'))
  useKeys({
    '/': () => document.getElementById('search')?.focus(),
    u: undo,
    r: reload,
    Escape: view.open ? () => open(null) : undefined,
    ...(enabled && {
      j: () => move(1),
      k: () => move(-1),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      o: opening,
      Enter: opening,
    }),
    ...(decides && {
      a: here((at) => at.deskState !== 'CLOSED' && does.acknowledge(at)),
      d: here(does.assignToMe),
      e: here((at) => at.deskState !== 'CLOSED' && does.close(at)),
      m: here(does.mute),
      x: here(({ alertId }) => pick(alertId)),
    }),
  })
}
