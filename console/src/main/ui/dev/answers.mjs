import { END, generate, PEOPLE, RULES } from './alerts.mjs'
import { filter } from './filter.mjs'
import { clauseOf, docOf, ladderOf, nameOf, parametersOf } from './rules.mjs'

export const alerts = generate(Number(process.env.ALERTS ?? 3000))
export const decisions = alerts.flatMap((alert) => alert.decisions).reverse()
const byId = new Map(alerts.map((alert) => [alert.row.alertId, alert]))
const users = PEOPLE.map((name, i) => ({ name, role: ['ADMIN', 'ANALYST', 'VIEWER'][i], disabled: false, createdAt: END, lastSignInAt: i < 2 ? END : null }))
const webhooks = [{ id: '1', name: '值班群', kind: 'DINGTALK', url: 'https://oapi.dingtalk.com/robot/send?access_token=…', language: 'zh', rules: ['SHOP_CLOSURE'], minSeverity: 'SERIOUS', enabled: true, lastSentAt: END, lastError: null }]
const mutes = []
const undone = new Map()
const SEVERITIES = ['MINOR', 'GENERAL', 'SERIOUS', 'EXTREME']
const dayOf = (ms) => new Date(ms + 28_800_000).toISOString().slice(0, 10)

export const health = () => ({ status: 'UP', lagRecords: 0, newestRaisedAt: END, newestArrivalAt: Date.now(), kafka: true, database: true, flink: { url: 'http://127.0.0.1:8081', reachable: false } })

export class Refusal extends Error {
  constructor(status, error, message) {
    super(message)
    Object.assign(this, { status, error })
  }
}

const matching = (q, without) => {
  const holds = filter(q ?? '', 'admin', Date.now())
  if (holds.error) throw new Refusal(400, 'BAD_QUERY', holds.error)
  return alerts.filter((alert) => holds(alert, without))
}
const groupBy = (list, keyOf) => {
  const groups = new Map()
  for (const each of list) {
    const key = keyOf(each)
    if (groups.has(key)) groups.get(key).push(each)
    else groups.set(key, [each])
  }
  return groups
}
const count = (list, key) => [...groupBy(list, key)].map(([value, of]) => ({ value: String(value), count: of.length })).sort((a, b) => b.count - a.count)
const byDay = (list) => [...groupBy(list, ({ row }) => `${dayOf(row.raisedAt)} ${row.ruleCode}`)].map(([key, of]) => ({ day: key.split(' ')[0], ruleCode: key.split(' ')[1], count: of.length }))
const number = (list, key, value) => list.filter(({ row }) => row[key] === value).length
const states = (list) => ({ total: list.length, open: number(list, 'status', 'OPEN'), cured: number(list, 'status', 'CURED'), revoked: number(list, 'status', 'REVOKED') })

const rule = (code) => {
  const of = alerts.filter(({ row }) => row.ruleCode === code)
  const { total, open, cured, revoked } = states(of)
  const outcomes = Object.fromEntries(count(of.filter(({ row }) => row.outcome), ({ row }) => row.outcome).map(({ value, count }) => [value, count]))
  const closed = Object.values(outcomes).reduce((a, b) => a + b, 0)
  return { ruleCode: code, name: nameOf(code), versions: [{ version: 1, status: 'ACTIVE', effectiveFrom: Date.parse('2000-01-01T00:00:00+08:00'), parameters: Object.entries(parametersOf(code)).map(([name, value]) => ({ name, accepts: {}, orElse: '', value: JSON.stringify(value) })), ladder: ladderOf(code) }], hits: total, open, cured, revoked, curedShare: cured / total, revokedShare: revoked / total, outcomes, falsePositiveShare: closed ? (outcomes.FALSE_POSITIVE ?? 0) / closed : null }
}

export const GET = {
  '/api/alerts': ({ q, sort = 'raised', dir = 'desc', after, limit = '50' }) => {
    const key = sort === 'arrived' ? 'seq' : 'raisedAt'
    const sign = dir === 'asc' ? 1 : -1
    const found = matching(q).sort((a, b) => sign * (a.row[key] - b.row[key] || a.row.seq - b.row.seq))
    const from = Number(after ?? 0)
    const page = found.slice(from, from + Number(limit))
    return { alerts: page.map(({ row }) => row), next: from + page.length < found.length ? String(from + page.length) : null, total: found.length, totalIsExact: true, seq: Math.max(...alerts.map(({ row }) => row.seq)) }
  },
  '/api/alerts/:id': (_, id) => {
    const alert = byId.get(id)
    if (!alert) throw new Refusal(404, 'NOT_FOUND', 'No such alert')
    const { row, record, history } = alert
    const siblings = alerts.filter((each) => each !== alert && each.row.subjectId === row.subjectId && each.row.subjectType === row.subjectType).slice(-20).reverse()
    const { partition, offset } = history.at(-1)
    return { row, alert: record, history, decisions: decisions.filter(({ alertId }) => alertId === id), siblings: siblings.map((each) => each.row), kafka: { topic: 'alerts', partition, offset }, links: { flink: 'http://127.0.0.1:8081', explain: `./xunjian explain '${id}' --events DIR` } }
  },
  '/api/facets': ({ q }) => {
    const of = (name, key) => count(matching(q, name), key)
    return { facets: { rule: of('rule', ({ row }) => row.ruleCode), severity: of('severity', ({ row }) => row.severity), status: of('status', ({ row }) => row.status), desk: of('desk', ({ row }) => row.deskState), level: of('level', ({ row }) => row.level), assignee: of('assignee', ({ row }) => row.assignee ?? 'none'), outcome: of('outcome', ({ row }) => row.outcome ?? 'none') } }
  },
  '/api/groups': ({ q, by, after }) => {
    const type = by === 'provider' ? 'PROVIDER' : 'SHOP'
    const found = matching(q).filter(({ row }) => by === 'rule' || row.subjectType === type)
    const groups = [...groupBy(found, ({ row }) => (by === 'rule' ? row.ruleCode : row.subjectId))].map(([key, of]) => ({
      key: by === 'rule' ? { ruleCode: key } : { subjectType: type, subjectId: key }, count: of.length, open: number(of, 'status', 'OPEN'),
      worst: SEVERITIES[Math.max(...of.map(({ row }) => SEVERITIES.indexOf(row.severity)))], newestRaisedAt: Math.max(...of.map(({ row }) => row.raisedAt)), rules: [...new Set(of.map(({ row }) => row.ruleCode))],
    })).sort((a, b) => b.count - a.count)
    const from = Number(after ?? 0)
    return { groups: groups.slice(from, from + 50), next: from + 50 < groups.length ? String(from + 50) : null }
  },
  '/api/subjects/:type/:id': (_, type, id) => {
    const of = alerts.filter(({ row }) => row.subjectType === type && row.subjectId === id)
    return { subjectType: type, subjectId: id, counts: states(of), byRule: count(of, ({ row }) => row.ruleCode).map(({ value, count }) => ({ ruleCode: value, count })), byDay: byDay(of), mutes: mutes.filter((mute) => mute.subjectId === id) }
  },
  '/api/overview': ({ from, to }) => {
    const of = alerts.filter(({ row }) => (!from || dayOf(row.raisedAt) >= from) && (!to || dayOf(row.raisedAt) <= to))
    const subjects = [...groupBy(of, ({ row }) => `${row.subjectType} ${row.subjectId}`)].map(([, list]) => ({ subjectType: list[0].row.subjectType, subjectId: list[0].row.subjectId, count: list.length }))
    return { byDay: byDay(of), totals: { ...states(of), new: number(of, 'deskState', 'NEW'), acknowledged: number(of, 'deskState', 'ACKNOWLEDGED'), closed: number(of, 'deskState', 'CLOSED') }, topSubjects: subjects.sort((a, b) => b.count - a.count).slice(0, 10), pipeline: health() }
  },
  '/api/rules': () => ({ rules: RULES.map(rule) }),
  '/api/rules/:code': (_, code) => {
    if (!RULES.includes(code)) throw new Refusal(404, 'NOT_FOUND', 'No such rule')
    return { ...rule(code), clause: clauseOf(code), doc: docOf(code), byDay: byDay(alerts.filter(({ row }) => row.ruleCode === code)) }
  },
  '/api/health': health,
  '/api/mutes': () => ({ mutes }),
  '/api/decisions': ({ after }) => ({ decisions: decisions.slice(Number(after ?? 0), Number(after ?? 0) + 100), next: decisions.length > Number(after ?? 0) + 100 ? String(Number(after ?? 0) + 100) : null }),
  '/api/users': () => ({ users }),
  '/api/users/names': () => ({ names: PEOPLE }),
  '/api/webhooks': () => ({ webhooks }),
}

/** Applies a decision; answers it with what has to be told. */
export function decide(body) {
  const decisionId = `d-new-${decisions.length}`
  const decision = { decisionId, kind: body.kind, by: 'admin', at: Date.now(), text: body.text ?? body.reason ?? null, outcome: body.outcome ?? null, assignee: body.assignee ?? null, undoes: body.undoes ?? null, effect: 'APPLIED' }
  if (body.kind === 'UNDO') {
    undone.get(body.undoes)?.()
    decisions.forEach((each) => each.decisionId === body.undoes && (each.effect = 'UNDONE'))
    decisions.unshift(decision)
    return { decisionId, count: 1, undo: decisionId, tell: { alertIds: [] } }
  }
  if (body.kind === 'MUTE' || body.kind === 'UNMUTE') {
    const mute = { ruleCode: body.ruleCode, subjectType: body.subjectType, subjectId: body.subjectId, until: body.kind === 'MUTE' ? body.until : 0, reason: body.reason, by: 'admin', at: Date.now() }
    const at = mutes.findIndex((each) => each.ruleCode === mute.ruleCode && each.subjectId === mute.subjectId)
    if (at >= 0) mutes.splice(at, 1)
    if (mute.until) mutes.unshift(mute)
    alerts.forEach(({ row }) => row.ruleCode === mute.ruleCode && row.subjectId === mute.subjectId && (row.mutedUntil = mute.until))
    decisions.unshift({ ...decision, ...mute, kind: body.kind })
    undone.set(decisionId, () => decide({ ...body, kind: 'UNMUTE' }))
    return { decisionId, count: 1, undo: decisionId, tell: { mute } }
  }
  const rows = (body.alertIds ? body.alertIds.map((id) => byId.get(id)) : matching(body.q)).filter(Boolean).map(({ row }) => row)
  const before = rows.map((row) => ({ ...row }))
  undone.set(decisionId, () => rows.forEach((row, i) => Object.assign(row, before[i])))
  for (const row of rows) {
    if (body.kind === 'ACKNOWLEDGE' || body.kind === 'UNACKNOWLEDGE') row.deskState = body.kind === 'ACKNOWLEDGE' ? 'ACKNOWLEDGED' : 'NEW'
    if (body.kind === 'ASSIGN') row.assignee = body.assignee
    if (body.kind === 'CLOSE') Object.assign(row, { deskState: 'CLOSED', outcome: body.outcome })
    if (body.kind === 'REOPEN') Object.assign(row, { deskState: 'NEW', outcome: null })
    decisions.unshift({ ...decision, alertId: row.alertId })
  }
  return { decisionId, count: rows.length, undo: decisionId, tell: { alertIds: rows.map((row) => row.alertId) } }
}

export function arrive(alert) {
  alerts.push(alert)
  byId.set(alert.row.alertId, alert)
}

export const CHANGE = {
  'POST /api/users': (body) => users.push({ ...body, password: undefined, disabled: false }) && body,
  'POST /api/session/password': () => null,
  'POST /api/webhooks': (body) => webhooks.push({ id: String(webhooks.length + 1), ...body }) && body,
  'PATCH /api/webhooks/:id': ({ enabled }, id) => Object.assign(webhooks.find((each) => each.id === id), { enabled }),
  'DELETE /api/webhooks/:id': (_, id) => void webhooks.splice(webhooks.findIndex((each) => each.id === id), 1) ?? null,
  'POST /api/webhooks/:id/test': () => ({ delivered: false, message: 'The host does not answer.' }),
  'PATCH /api/users/:name': (body, name) => Object.assign(users.find((user) => user.name === name), body),
}
