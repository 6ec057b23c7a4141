import type { Row } from '../api/types.ts'
import { parse, type Token } from './tokens.ts'

/**
 * Whether a row may belong to a view. Where only the server can tell (keys, words, days) it may: the row then counts as
 * new, and the server decides when the view is loaded again.
 */
export function mayMatch(q: string, row: Row, me: string, now: number): boolean {
  const tokens = parse(q).tokens
  const names = new Set(tokens.filter((token) => !token.negated).map((token) => token.name))
  for (const name of names) {
    const ofName = tokens.filter((token) => token.name === name && !token.negated)
    if (!ofName.some((token) => holds(token, row, me, now) !== false)) return false
  }
  return tokens.filter((token) => token.negated).every((token) => holds(token, row, me, now) !== true)
}

function holds(token: Token, row: Row, me: string, now: number): boolean | null {
  const any = (actual: string | null) => token.values.some((value) => value.toLowerCase() === actual?.toLowerCase())
  switch (token.name) {
    case 'rule':
      return any(row.ruleCode)
    case 'severity':
      return any(row.severity)
    case 'status':
      return any(row.status)
    case 'desk':
      return any(row.deskState)
    case 'level':
      return any(String(row.level))
    case 'version':
      return any(String(row.ruleVersion))
    case 'outcome':
      return any(row.outcome ?? 'none')
    case 'assignee':
      return any(row.assignee ?? 'none') || (row.assignee === me && any('me'))
    case 'shop':
      return row.subjectType === 'SHOP' && any(row.subjectId)
    case 'provider':
      return row.subjectType === 'PROVIDER' && any(row.subjectId)
    case 'is':
      return any(row.mutedUntil > now ? 'muted' : 'unmuted')
    default:
      return null
  }
}
