import type { Muted, Page, Row } from '../api/types.ts'

/** Beyond as many new alerts it is of no use to know how many. */
export const MOST_COUNTED = 999

/**
 * The rows that are on the page. Their order changes only when the user loads the view anew: news change a row where it
 * stands, and rows that are new are only counted.
 */
export interface Live {
  rows: Row[]
  next: string | null
  total: number
  totalIsExact: boolean
  /** Ids of alerts that may belong to the view and are not in it. */
  arrived: ReadonlySet<string>
  /** Whether more happened than was told. */
  missed: boolean
  loaded: boolean
}

export type Change =
  | { kind: 'loaded'; page: Page }
  | { kind: 'more'; page: Page }
  | { kind: 'told'; row: Row; mayMatch: boolean }
  | { kind: 'refreshed'; rows: Row[] }
  | { kind: 'guessed'; alertIds: ReadonlySet<string>; patch: Partial<Row> }
  | { kind: 'missed' }

export const NOTHING: Live = { rows: [], next: null, total: 0, totalIsExact: true, arrived: new Set(), missed: false, loaded: false }

export function changed(live: Live, change: Change): Live {
  switch (change.kind) {
    case 'loaded':
      return { ...counts(change.page), rows: change.page.alerts, arrived: new Set(), missed: false, loaded: true }
    case 'more': {
      const known = new Set(live.rows.map((row) => row.alertId))
      const rows = change.page.alerts.filter((row) => !known.has(row.alertId))
      const arrived = new Set([...live.arrived].filter((id) => !rows.some((row) => row.alertId === id)))
      return { ...live, next: change.page.next, rows: [...live.rows, ...rows], arrived }
    }
    case 'told':
      if (live.rows.some((row) => row.alertId === change.row.alertId)) return inPlace(live, [change.row])
      return change.mayMatch ? arrivedToo(live, change.row.alertId) : live
    case 'missed':
      return { ...live, missed: true }
    case 'refreshed':
      return inPlace(live, change.rows)
    case 'guessed':
      return each(live, (row) => (change.alertIds.has(row.alertId) ? { ...row, ...change.patch } : row))
  }
}

function arrivedToo(live: Live, alertId: string): Live {
  if (live.arrived.has(alertId) || live.arrived.size === MOST_COUNTED) return live
  return { ...live, arrived: new Set([...live.arrived, alertId]) }
}

function counts(page: Page) {
  return { next: page.next, total: page.total, totalIsExact: page.totalIsExact }
}

/** A row as it is told, where it stands; never an older state over a newer one. */
function inPlace(live: Live, told: Row[]): Live {
  const byId = new Map(told.map((row) => [row.alertId, row]))
  return each(live, (row) => {
    const newer = byId.get(row.alertId)
    return newer && newer.seq >= row.seq ? newer : row
  })
}

function each(live: Live, become: (row: Row) => Row): Live {
  const rows = live.rows.map(become)
  return rows.every((row, i) => row === live.rows[i]) ? live : { ...live, rows }
}

/** The rows of which something was decided: by id, or by their rule and subject. */
export function concerned(rows: Row[], alertIds: string[], mutes: Muted[]): Row[] {
  const ids = new Set(alertIds)
  const isOf = (row: Row, { ruleCode, subjectType, subjectId }: Muted) =>
    row.ruleCode === ruleCode && row.subjectType === subjectType && row.subjectId === subjectId
  return rows.filter((row) => ids.has(row.alertId) || mutes.some((mute) => isOf(row, mute)))
}
