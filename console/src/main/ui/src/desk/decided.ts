import type { Deciding } from '../api/calls.ts'
import type { Mute, Row } from '../api/types.ts'

/** What a decision will make of a row, to show it at once; the server tells what it really is. */
export function guess(deciding: Deciding, me: string): Partial<Row> {
  switch (deciding.kind) {
    case 'ACKNOWLEDGE':
      return { deskState: 'ACKNOWLEDGED' }
    case 'UNACKNOWLEDGE':
      return { deskState: 'NEW' }
    case 'ASSIGN':
      return { assignee: (deciding['assignee'] as string | null) ?? null }
    case 'CLOSE':
      return { deskState: 'CLOSED', outcome: deciding['outcome'] as Row['outcome'], assignee: me }
    case 'REOPEN':
      return { deskState: 'NEW', outcome: null }
    default:
      return {}
  }
}

/** The mute that a decision makes; one that is over where it unmutes. */
export function muteOf(deciding: Deciding, me: string): Mute | null {
  if (deciding.kind !== 'MUTE' && deciding.kind !== 'UNMUTE') return null
  const { ruleCode, subjectType, subjectId, until, reason } = deciding as unknown as Mute
  return { ruleCode, subjectType, subjectId, until: deciding.kind === 'MUTE' ? until : 0, reason, by: me, at: Date.now() }
}
