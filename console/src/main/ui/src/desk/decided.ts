import type { Deciding } from '../api/calls.ts'
import type { Muted, Row } from '../api/types.ts'

/** What a decision will make of a row, to show it at once; the server tells what it really is. */
export function guess(deciding: Deciding): Partial<Row> {
  switch (deciding.kind) {
    case 'ACKNOWLEDGE':
      return { deskState: 'ACKNOWLEDGED' }
    case 'UNACKNOWLEDGE':
      return { deskState: 'NEW' }
    case 'ASSIGN':
      return { assignee: (deciding['assignee'] as string | null) ?? null }
    case 'CLOSE':
      return { deskState: 'CLOSED', outcome: deciding['outcome'] as Row['outcome'] }
    case 'REOPEN':
      return { deskState: 'NEW', outcome: null }
    default:
      return {}
  }
}

/** What a decision mutes or unmutes. */
export function mutedBy(deciding: Deciding): Muted[] {
  if (deciding.kind !== 'MUTE' && deciding.kind !== 'UNMUTE') return []
  const { ruleCode, subjectType, subjectId } = deciding as unknown as Muted
  return [{ ruleCode, subjectType, subjectId }]
}
