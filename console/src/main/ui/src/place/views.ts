import type { Direction, Sort } from '../api/calls.ts'
import type { GroupBy, SubjectType } from '../api/types.ts'

/** What is still to be decided, without what is muted. */
export const TO_DO = 'desk:new,acknowledged is:unmuted'

/** What the alerts page shows. */
export interface View {
  q: string
  sort: Sort
  dir: Direction
  group: GroupBy | null
  open: string | null
}

export function viewOf(parameters: URLSearchParams): View {
  const group = parameters.get('group')
  return {
    q: parameters.get('q') ?? TO_DO,
    sort: parameters.get('sort') === 'arrived' ? 'arrived' : 'raised',
    dir: parameters.get('dir') === 'asc' ? 'asc' : 'desc',
    group: group === 'shop' || group === 'provider' || group === 'rule' ? group : null,
    open: parameters.get('alert') || null,
  }
}

/** The place of a view; what is as it is by default is left out. */
export function placeOf(view: View): string {
  const parameters = new URLSearchParams()
  if (view.q !== TO_DO) parameters.set('q', view.q)
  if (view.sort !== 'raised') parameters.set('sort', view.sort)
  if (view.dir !== 'desc') parameters.set('dir', view.dir)
  if (view.group) parameters.set('group', view.group)
  if (view.open) parameters.set('alert', view.open)
  const text = parameters.toString()
  return text ? `/alerts?${text}` : '/alerts'
}

export const toSubject = (type: SubjectType, id: string) => `/subjects/${type}/${encodeURIComponent(id)}`
/** A rule as it is, or as a version of it was. */
export const toRule = (code: string, version?: number) =>
  `/rules/${encodeURIComponent(code)}${version === undefined ? '' : `@${version}`}`
export const toAlert = (alertId: string, q = '') =>
  placeOf({ q, sort: 'raised', dir: 'desc', group: null, open: alertId })
export const toAlerts = (q: string) => placeOf({ q, sort: 'raised', dir: 'desc', group: null, open: null })
