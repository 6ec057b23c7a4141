/** What the server sends. Times are epoch ms. */

export type Severity = 'MINOR' | 'GENERAL' | 'SERIOUS' | 'EXTREME'
export type Status = 'OPEN' | 'CURED' | 'REVOKED'
export type DeskState = 'NEW' | 'ACKNOWLEDGED' | 'CLOSED'
export type Outcome = 'CONFIRMED' | 'JUSTIFIED_NOT_ACTED' | 'FALSE_POSITIVE' | 'OVERTURNED'
export type SubjectType = 'SHOP' | 'PROVIDER'
export type RoleName = 'VIEWER' | 'ANALYST' | 'ADMIN'

export interface Both {
  en: string
  zh: string
}

export interface Row {
  alertId: string
  seq: number
  ruleCode: string
  ruleVersion: number
  ruleName: Both
  subjectType: SubjectType
  subjectId: string
  level: number
  severity: Severity
  status: Status
  raisedAt: number
  curedAt: number | null
  reason: Both
  updatedAt: number
  firstSeenAt: number
  deskState: DeskState
  assignee: string | null
  outcome: Outcome | null
  mutedUntil: number
}

export interface Page {
  alerts: Row[]
  next: string | null
  total: number
  totalIsExact: boolean
  seq: number
}

export interface Action {
  type: string
  mode: 'ENFORCE' | 'RECOMMEND'
  amountFen?: number
  points?: number
  until?: number
}

export interface EvidenceEvent {
  eventId: string
  eventType: string
  eventTime: number
}

export interface Clause extends Both {
  ref: string
}

/** The record as it is on the topic. */
export interface AlertRecord {
  keys?: Record<string, string>
  actions?: Action[]
  clause?: Clause
  window?: { from: number; to: number }
  evidence?: EvidenceEvent[]
  evidenceCount?: number
}

export interface HistoryStep {
  seq: number
  status: Status
  level: number
  severity: Severity
  at: number
  partition: number
  offset: number
}

export type DecisionKind =
  | 'ACKNOWLEDGE'
  | 'UNACKNOWLEDGE'
  | 'ASSIGN'
  | 'NOTE'
  | 'CLOSE'
  | 'REOPEN'
  | 'MUTE'
  | 'UNMUTE'
  | 'UNDO'

export interface Decision {
  decisionId: string
  kind: DecisionKind
  by: string
  at: number
  alertId?: string | null
  ruleCode?: string | null
  subjectType?: SubjectType | null
  subjectId?: string | null
  until?: number | null
  text?: string | null
  outcome?: Outcome | null
  assignee?: string | null
  undoes?: string | null
  /** Whether it changed anything, and whether that stands. */
  effect?: 'APPLIED' | 'UNDONE' | 'NONE'
}

/** What a mute is about. */
export interface Muted {
  ruleCode: string
  subjectType: SubjectType
  subjectId: string
}

export interface Mute extends Muted {
  until: number
  reason: string
  by: string
  at: number
}

export interface Detail {
  row: Row
  alert: AlertRecord
  history: HistoryStep[]
  decisions: Decision[]
  siblings: Row[]
  kafka: { topic: string; partition: number; offset: number }
  links: { flink: string | null; explain: string }
}

export interface FacetValue {
  value: string
  count: number
}

export type FacetName = 'rule' | 'severity' | 'status' | 'desk' | 'level' | 'assignee' | 'outcome'
export type Facets = Record<FacetName, FacetValue[]>

export type GroupBy = 'shop' | 'provider' | 'rule'

export interface Group {
  key: { subjectType?: SubjectType; subjectId?: string; ruleCode?: string }
  count: number
  open: number
  worst: Severity
  newestRaisedAt: number
  rules: string[]
}

export interface DayCount {
  day: string
  ruleCode: string
  count: number
}

export interface Subject {
  subjectType: SubjectType
  subjectId: string
  counts: { total: number; open: number; cured: number; revoked: number }
  byRule: { ruleCode: string; count: number }[]
  byDay: DayCount[]
  mutes: Mute[]
}

export interface Health {
  status: 'UP' | 'LAGGING' | 'DOWN'
  lagRecords: number | null
  newestRaisedAt: number | null
  newestArrivalAt: number | null
  kafka: boolean
  database: boolean
  /** Of the topic of decisions: by what it would lose some. */
  faults?: string[]
  flink: { url: string | null; reachable: boolean | null } | null
}

export interface Overview {
  byDay: DayCount[]
  totals: {
    open: number
    cured: number
    revoked: number
    new: number
    acknowledged: number
    closed: number
  }
  topSubjects: { subjectType: SubjectType; subjectId: string; count: number; open?: number }[]
  pipeline: Health
}

export interface RuleVersion {
  version: number
  status: string
  effectiveFrom: number
  parameters?: Parameter[]
  ladder?: Rung[]
}

/** One parameter as a version has it, in the notation of rule files. */
export interface Parameter {
  name: string
  orElse: string
  value: string
}

export interface Rung {
  level: number
  severity: Severity
  actions: Action[]
}

export interface RuleSummary {
  ruleCode: string
  name: Both
  versions: RuleVersion[]
  hits: number
  open: number
  cured: number
  revoked: number
  curedShare: number | null
  revokedShare: number | null
  outcomes: Partial<Record<Outcome, number>>
  falsePositiveShare: number | null
}

export interface RulePage extends RuleSummary {
  clause: Clause
  doc?: {
    finds?: Both
    definition?: Both
    cures?: Both
    late?: Both
    parameters?: Record<string, { unit?: Both; meaning?: Both }>
  } | null
  parameters?: Parameter[]
  ladder?: Rung[]
  byDay: DayCount[]
}

export interface Session {
  user: { name: string; role: RoleName }
  csrf: string
  version: string
}

export interface User {
  name: string
  role: RoleName
  disabled?: boolean
  createdAt?: number | null
  lastSignInAt?: number | null
}

export interface Webhook {
  id: string
  name: string
  kind: string
  url: string
  language?: string
  rules?: string[]
  minSeverity?: Severity | null
  enabled?: boolean
  failures?: number
  lastError?: string | null
  lastSentAt?: number | null
}
