import type { SubjectType } from '../api/types.ts'
import type { Place } from './place.ts'
import { toAlert, type View, viewOf } from './views.ts'

/** Which page a place is. */
export type Page =
  | { page: 'alerts'; view: View }
  | { page: 'overview' | 'rules' | 'mutes' | 'audit' | 'users' | 'webhooks' | 'settings' | 'lost' }
  | { page: 'rule'; code: string; version: number | null }
  | { page: 'subject'; type: SubjectType; id: string }
  | { page: 'elsewhere'; to: string }

const PLAIN = ['overview', 'rules', 'mutes', 'audit', 'users', 'webhooks', 'settings'] as const

export function pageOf({ path, parameters }: Place): Page {
  const parts = path.split('/').filter(Boolean).map(decoded)
  const [first, second, ...rest] = parts
  if (first === undefined) return { page: 'elsewhere', to: `/alerts${parameters.size ? `?${parameters}` : ''}` }
  if (first === 'alerts' && second === undefined) return { page: 'alerts', view: viewOf(parameters) }
  if ((first === 'a' || first === 'alerts') && second !== undefined) return { page: 'elsewhere', to: toAlert([second, ...rest].join('/')) }
  if (first === 'rules' && second !== undefined && rest.length === 0) return rule(second)
  if (first === 'subjects' && (second === 'SHOP' || second === 'PROVIDER') && rest.length > 0) {
    return { page: 'subject', type: second, id: rest.join('/') }
  }
  const plain = PLAIN.find((name) => name === first)
  return plain && second === undefined ? { page: plain } : { page: 'lost' }
}

function rule(part: string): Page {
  const [, code = part, version] = /^(.*)@(\d{1,9})$/.exec(part) ?? []
  return { page: 'rule', code, version: version === undefined ? null : Number(version) }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
