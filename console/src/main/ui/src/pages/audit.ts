import type { Decision } from '../api/types.ts'

/** What one decision was about: one line, however many alerts. */
export interface AuditLine {
  decision: Decision
  alertIds: string[]
}

/** Records of one decision follow each other; they are one line. */
export function auditLines(decisions: Decision[]): AuditLine[] {
  const lines = new Map<string, AuditLine>()
  for (const decision of decisions) {
    const line = lines.get(decision.decisionId) ?? { decision, alertIds: [] }
    if (decision.alertId) line.alertIds.push(decision.alertId)
    lines.set(decision.decisionId, line)
  }
  return [...lines.values()]
}
