import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks'
import { alerts, type Deciding } from '../api/calls.ts'
import type { Refused } from '../api/client.ts'
import type { Row } from '../api/types.ts'
import { guess } from '../desk/decided.ts'
import { useDesk } from '../desk/desk.ts'
import type { View } from '../place/views.ts'
import { mayMatch } from '../query/matches.ts'
import { changed, concerned, type Live, NOTHING } from './live.ts'

/** As many single alerts are asked for again; beyond that the page says that there is news. */
const ASKED_AGAIN = 20
/** Alerts that come within it are drawn once. */
const TOGETHER_MS = 250

export interface Alerts {
  live: Live
  fault: Refused | null
  busy: boolean
  more: () => void
  reload: () => void
  guessed: (deciding: Deciding) => void
  /** How often the view was loaded anew. */
  turn: number
}

/** The alerts of a view: loaded page by page, and told of what happens. */
export function useAlerts({ q, sort, dir }: Pick<View, 'q' | 'sort' | 'dir'>): Alerts {
  const { hear, session } = useDesk()
  const me = session.user.name
  const [live, change] = useReducer(changed, NOTHING)
  const [fault, setFault] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(true)
  const [turn, setTurn] = useState(0)
  const now = useRef(live)
  now.current = live
  const asking = useRef(false)
  const reload = useCallback(() => setTurn((before) => before + 1), [])

  useEffect(() => {
    const aborted = new AbortController()
    setBusy(true)
    asking.current = false
    alerts
      .page({ q, sort, dir, limit: 100 }, aborted.signal)
      .then((page) => {
        change({ kind: 'loaded', page })
        setFault(null)
      })
      .catch((failure: Refused) => !aborted.signal.aborted && setFault(failure))
      .finally(() => !aborted.signal.aborted && setBusy(false))
    return () => aborted.abort()
  }, [q, sort, dir, turn])

  useEffect(() => {
    let waiting: Row[] = []
    let soon: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      for (const row of waiting) change({ kind: 'told', row, mayMatch: mayMatch(q, row, me, Date.now()) })
      waiting = []
      soon = undefined
    }
    const deaf = hear((told) => {
      if (told.kind === 'alert') {
        waiting.push(told.row)
        soon ??= setTimeout(tell, TOGETHER_MS)
      } else if (told.kind === 'bulk') reload()
      else if (told.kind === 'reset') change({ kind: 'missed' })
      else if (told.kind === 'decision') void askAgain(concerned(now.current.rows, told.alertIds, told.mutes))
    })
    return () => {
      clearTimeout(soon)
      deaf()
    }
  }, [q, me])

  async function askAgain(asked: Row[]) {
    if (asked.length > ASKED_AGAIN) return change({ kind: 'missed' })
    const answers = await Promise.allSettled(asked.map(({ alertId }) => alerts.one(alertId)))
    const rows = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.row] : []))
    if (rows.length > 0) change({ kind: 'refreshed', rows })
  }

  const more = () => {
    const after = now.current.next
    if (!after || asking.current) return
    asking.current = true
    alerts
      .page({ q, sort, dir, after, limit: 100 })
      .then((page) => now.current.next === after && change({ kind: 'more', page }))
      .catch((failure: Refused) => setFault(failure))
      .finally(() => (asking.current = false))
  }
  const guessed = (deciding: Deciding) => {
    const alertIds = new Set(deciding.alertIds ?? [])
    change({ kind: 'guessed', alertIds, patch: guess(deciding) })
  }
  return { live, fault, busy, more, reload, guessed, turn }
}
