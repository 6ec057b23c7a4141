import type { Page, Row } from '../src/api/types.ts'

export const NOON = Date.parse('2025-06-01T12:00:00+08:00')

export function row(alertId: string, more: Partial<Row> = {}): Row {
  return {
    alertId,
    seq: 1,
    ruleCode: 'LATE_SHIPMENT',
    ruleVersion: 1,
    ruleName: { en: 'Late shipment', zh: '发货超时' },
    subjectType: 'SHOP',
    subjectId: 's-1',
    level: 1,
    severity: 'MINOR',
    status: 'OPEN',
    raisedAt: NOON,
    curedAt: null,
    reason: { en: 'It is late.', zh: '超时。' },
    updatedAt: NOON,
    firstSeenAt: NOON,
    deskState: 'NEW',
    assignee: null,
    outcome: null,
    mutedUntil: 0,
    ...more,
  }
}

export function page(rows: Row[], next: string | null = null): Page {
  return { alerts: rows, next, total: rows.length, totalIsExact: true, seq: 1 }
}
