import { useEffect, useRef, useState } from 'preact/hooks'
import type { Row } from '../api/types.ts'
import type { Target } from '../decide/Ask.tsx'
import type { View } from '../place/views.ts'
import type { Live } from './live.ts'

/** What is selected for a decision about many: single alerts, or all that the filter holds. */
export function usePicked(rows: Row[], view: View) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [wholeFilter, setWholeFilter] = useState(false)
  const last = useRef<string | null>(null)
  const clear = () => {
    setIds(new Set())
    setWholeFilter(false)
  }
  useEffect(clear, [view.q, view.group])

  const toggle = (alertId: string) => pick(alertId, false)
  const pick = (alertId: string, range: boolean) => {
    const next = new Set(ids)
    const from = rows.findIndex((row) => row.alertId === last.current)
    const to = rows.findIndex((row) => row.alertId === alertId)
    if (range && from >= 0 && to >= 0) {
      rows.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((row) => next.add(row.alertId))
    } else if (!next.delete(alertId)) next.add(alertId)
    last.current = alertId
    setWholeFilter(false)
    setIds(next)
  }
  const pickAll = () => {
    const all = rows.every((row) => ids.has(row.alertId))
    setWholeFilter(false)
    setIds(all ? new Set() : new Set(rows.map((row) => row.alertId)))
  }
  const target: Target = wholeFilter ? { q: view.q } : { alertIds: [...ids] }
  const count = (live: Live) => (wholeFilter ? live.total : ids.size)
  return { ids, wholeFilter, takeWholeFilter: () => setWholeFilter(true), clear, toggle, pick, pickAll, target, count }
}
