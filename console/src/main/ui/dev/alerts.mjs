import { random } from './random.mjs'
import { clauseOf, nameOf, RULES, rung } from './rules.mjs'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEIGHTS = ['LATE_SHIPMENT', 'LATE_SHIPMENT', 'LATE_SHIPMENT', 'LATE_SHIPMENT', 'LATE_SHIPMENT', 'COMPLAINT_OVERDUE', 'COMPLAINT_OVERDUE', 'CS_UNREACHABLE', 'SHOP_CLOSURE', 'PROVIDER_INACTIVE']
const PEOPLE = ['admin', '李雷', 'han.meimei']
const OUTCOMES = ['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'JUSTIFIED_NOT_ACTED', 'FALSE_POSITIVE', 'OVERTURNED']
/** Names that a page must bear. */
const HOSTILE = ['<script>alert("shop")</script>', '"><img src=x onerror=alert(1)>', '\u202Egpj.pohs\u202C', 'shop with blanks, "quotes" and \\', '店铺/一号?x=1#y', 'x'.repeat(10_000), '=cmd|\' /C calc\'!A0', '\u0000\u200Bzero', 'مرحبا متجر']

const r = random(20250601)
export const END = Date.parse('2025-07-16T08:00:00+08:00')
const shops = [...Array.from({ length: 160 }, (_, i) => `s-${1000 + i * 7}`), ...HOSTILE]
const providers = Array.from({ length: 9 }, (_, i) => `p-${i + 1}`)
let seq = 0
let offset = 0
const text = (ms) => new Date(ms + 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ')

/** One alert with all that the server knows of it. */
export function alertAt(raisedAt, now) {
  const ruleCode = r.one(WEIGHTS)
  const isProvider = ruleCode === 'PROVIDER_INACTIVE'
  const subjectId = isProvider ? r.one(providers) : r.chance(0.03) ? r.one(HOSTILE) : shops[Math.floor(shops.length * r.next() ** 2.2) % shops.length]
  const level = ruleCode === 'LATE_SHIPMENT' || ruleCode === 'COMPLAINT_OVERDUE' ? 1 + r.below(3) : 1
  const [severity, actions] = rung(ruleCode, level)
  const status = r.chance(0.55) ? 'OPEN' : r.chance(0.85) ? 'CURED' : 'REVOKED'
  const order = `o-${100000 + r.below(900000)}`
  const curedAt = status === 'CURED' ? raisedAt + r.below(40 * HOUR) + 1 : null
  const alertId = `${ruleCode}:${isProvider || ruleCode === 'SHOP_CLOSURE' ? subjectId.slice(0, 40) : order}:${level}:${seq}`
  const cure = curedAt ? [`; it was put right at ${text(curedAt)}, ${Math.round((curedAt - raisedAt) / HOUR)} h late`, `；已于 ${text(curedAt)} 补救，超时 ${Math.round((curedAt - raisedAt) / HOUR)} 小时`] : ['', '']
  const due = text(raisedAt - (level - 1) * DAY)
  const reason = {
    en: `Order ${order} was to ship by ${due}; at judgement ${level} of 3 (${text(raisedAt)}) it had not shipped${cure[0]}.`,
    zh: `订单 ${order} 应于 ${due} 前发货，第 ${level} 次判定（共 3 次，${text(raisedAt)}）时仍未发货${cure[1]}。`,
  }
  if (isProvider) {
    reason.en = `Provider ${subjectId} had, in the 90 days before ${due.slice(0, 10)}, no paid service order.`
    reason.zh = `服务商 ${subjectId} 在 ${due.slice(0, 10)} 之前 90 天内服务订购量为 0。`
  } else if (ruleCode !== 'LATE_SHIPMENT') {
    reason.en = `Shop ${subjectId} missed 3 calls in a row within 1 d, from ${due} to ${text(raisedAt)}${cure[0]}.`
    reason.zh = `店铺 ${subjectId} 在 1 天内连续 3 次未履行，首次 ${due}，末次 ${text(raisedAt)}${cure[1]}。`
  }
  const desk = r.next()
  const deskState = desk < 0.45 ? 'NEW' : desk < 0.6 ? 'ACKNOWLEDGED' : 'CLOSED'
  const evidence = [
    { eventId: `e-${order}-1`, eventType: 'ORDER_PAID', eventTime: raisedAt - 2 * DAY },
    { eventId: `e-${order}-2`, eventType: 'PROMISE_CHANGED', eventTime: raisedAt - 26 * HOUR },
    ...(r.chance(0.3) ? [{ eventId: `e-${order}-3`, eventType: 'REFUND_APPLIED', eventTime: raisedAt }] : []),
    ...(curedAt ? [{ eventId: `e-${order}-4`, eventType: 'SHIP_CONFIRMED', eventTime: curedAt }] : []),
  ]
  const mySeq = ++seq
  const row = {
    alertId, seq: mySeq, ruleCode, ruleVersion: 1, ruleName: nameOf(ruleCode), subjectType: isProvider ? 'PROVIDER' : 'SHOP', subjectId, level, severity, status,
    raisedAt, curedAt, reason, updatedAt: now, firstSeenAt: now, deskState, assignee: deskState === 'NEW' ? (r.chance(0.1) ? r.one(PEOPLE) : null) : r.one(PEOPLE),
    outcome: deskState === 'CLOSED' ? r.one(OUTCOMES) : null, mutedUntil: 0,
  }
  const record = {
    alertId, ruleCode, ruleVersion: 1, subjectType: row.subjectType, subjectId, keys: { orderId: order }, level, severity, status, raisedAt, ...(curedAt ? { curedAt } : {}),
    actions, reason, clause: clauseOf(ruleCode), ...(ruleCode === 'CS_UNREACHABLE' ? { window: { from: raisedAt - DAY, to: raisedAt } } : {}), evidence, evidenceCount: evidence.length + (r.chance(0.1) ? 60 : 0),
  }
  const history = [{ seq: mySeq, status: 'OPEN', level, severity, at: now, partition: mySeq % 4, offset: ++offset }]
  if (status !== 'OPEN') history.push({ seq: ++seq, status, level, severity, at: now + 60_000, partition: mySeq % 4, offset: ++offset })
  row.seq = seq
  return { row, record, history, decisions: deskState === 'CLOSED' ? [{ decisionId: `d-${mySeq}`, kind: 'CLOSE', alertId, by: row.assignee, at: now + 120_000, outcome: row.outcome, text: r.chance(0.3) ? '已电话核实。\n<b>second line</b>' : null }] : [] }
}

export function generate(count) {
  const alerts = Array.from({ length: count }, () => END - r.below(45 * DAY)).sort((a, b) => a - b)
  return alerts.map((raisedAt) => alertAt(raisedAt, raisedAt + 5_000))
}

export { PEOPLE, RULES }
