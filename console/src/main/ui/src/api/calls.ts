import { change, get, path } from './client.ts'
import type {
  Decision,
  Detail,
  Facets,
  Group,
  GroupBy,
  Health,
  Mute,
  Overview,
  Page,
  RoleName,
  RulePage,
  RuleSummary,
  Session,
  Subject,
  SubjectType,
  User,
  Webhook,
} from './types.ts'

const id = encodeURIComponent

export type Sort = 'raised' | 'arrived'
export type Direction = 'asc' | 'desc'

export const session = {
  now: () => get<Session>('/api/session'),
  begin: (name: string, password: string) => change<Session>('POST', '/api/session', { name, password }),
  end: () => change<null>('DELETE', '/api/session'),
  /** Ends all sessions of the user, and begins this one. */
  changePassword: (current: string, next: string) => change<Session>('POST', '/api/session/password', { current, next }),
}

export interface AlertsAsked {
  q: string
  sort: Sort
  dir: Direction
  after?: string | null
  limit?: number
}

export const alerts = {
  page: (asked: AlertsAsked, signal?: AbortSignal) => get<Page>(path('/api/alerts', { ...asked }), signal),
  one: (alertId: string, signal?: AbortSignal) => get<Detail>(`/api/alerts/${id(alertId)}`, signal),
  facets: (q: string, signal?: AbortSignal) =>
    get<{ facets: Facets }>(path('/api/facets', { q }), signal).then((answer) => answer.facets),
  groups: (by: GroupBy, q: string, after: string | null, signal?: AbortSignal) =>
    get<{ groups: Group[]; next: string | null }>(path('/api/groups', { by, q, after, limit: 50 }), signal),
  csv: (q: string, lang: string, zone: string) => path('/api/alerts.csv', { q, lang, zone }),
}

export const subject = (type: SubjectType, subjectId: string, signal?: AbortSignal) =>
  get<Subject>(`/api/subjects/${id(type)}/${id(subjectId)}`, signal)

/** Days as text, both in it. */
export const overview = (from: string, to: string, zone: string, signal?: AbortSignal) =>
  get<Overview>(path('/api/overview', { from, to, zone }), signal)

export const health = () => get<Health>('/api/health')

export const rules = {
  all: (signal?: AbortSignal) => get<{ rules: RuleSummary[] }>('/api/rules', signal).then((answer) => answer.rules),
  one: (code: string, signal?: AbortSignal) => get<RulePage>(`/api/rules/${id(code)}`, signal),
}

/** What a user decides: about alerts by id, or about all that a filter holds. */
export type Deciding = { kind: Decision['kind']; alertIds?: string[]; q?: string } & Record<string, unknown>

export interface Decided {
  decisionId: string
  count: number
  undo: string
  /** False where it is written, and the console has not read it yet: then the stream tells when it has. */
  seen?: boolean
}

export const decisions = {
  make: (deciding: Deciding) => change<Decided>('POST', '/api/decisions', deciding),
  page: (after: string | null, signal?: AbortSignal) =>
    get<{ decisions: Decision[]; next: string | null }>(path('/api/decisions', { after, limit: 200 }), signal),
  mutes: (signal?: AbortSignal) => get<{ mutes: Mute[] }>('/api/mutes', signal).then((answer) => answer.mutes),
}

export const users = {
  names: () => get<{ names: string[] }>('/api/users/names').then((answer) => answer.names),
  all: (signal?: AbortSignal) => get<{ users: User[] }>('/api/users', signal).then((answer) => answer.users),
  add: (user: { name: string; role: RoleName; password: string }) => change<User>('POST', '/api/users', user),
  change: (name: string, what: { role?: RoleName; password?: string; disabled?: boolean }) =>
    change<User>('PATCH', `/api/users/${id(name)}`, what),
}

export const webhooks = {
  all: (signal?: AbortSignal) => get<{ webhooks: Webhook[] }>('/api/webhooks', signal).then((answer) => answer.webhooks),
  add: (webhook: Record<string, unknown>) => change<Webhook>('POST', '/api/webhooks', webhook),
  enable: (which: string, enabled: boolean) => change<Webhook>('PATCH', `/api/webhooks/${id(which)}`, { enabled }),
  remove: (which: string) => change<null>('DELETE', `/api/webhooks/${id(which)}`),
  test: (which: string) => change<{ delivered: boolean; message?: string }>('POST', `/api/webhooks/${id(which)}/test`),
}
