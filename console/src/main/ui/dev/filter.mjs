/** The filter language, well enough to look at the page. */
export function filter(q, me, now) {
  const tests = new Map()
  const not = []
  for (const [piece] of q.matchAll(/(?:"(?:\\.|[^"\\])*"|[^\s"])+/g)) {
    const negated = piece.startsWith('-')
    const [, name, list] = /^-?([a-z]+):(.*)$/.exec(piece) ?? [null, null, piece]
    const values = [...list.matchAll(/"((?:\\.|[^"\\])*)"|([^,]+)/g)].map((m) => (m[1]?.replace(/\\(.)/g, '$1') ?? m[2]).toLowerCase())
    if (name && !FIELDS[name]) return { error: `the token at ${q.indexOf(piece) + 1} has the name '${name}'` }
    const test = (alert) => values.some((value) => (name ? FIELDS[name](alert, value, me, now) : word(alert, value)))
    if (negated) not.push(test)
    else tests.set(name ?? piece, [...(tests.get(name ?? piece) ?? []), test])
  }
  return (alert, without) =>
    [...tests].every(([name, any]) => name === without || any.some((test) => test(alert))) && not.every((test) => !test(alert))
}

const is = (get) => ({ row }, value) => String(get(row) ?? 'none').toLowerCase() === value
const FIELDS = {
  rule: is((row) => row.ruleCode),
  severity: is((row) => row.severity),
  status: is((row) => row.status),
  desk: is((row) => row.deskState),
  level: is((row) => row.level),
  version: is((row) => row.ruleVersion),
  outcome: is((row) => row.outcome),
  subject: is((row) => row.subjectId),
  assignee: ({ row }, value, me) => (row.assignee ?? 'none').toLowerCase() === (value === 'me' ? me : value),
  shop: ({ row }, value) => row.subjectType === 'SHOP' && row.subjectId.toLowerCase() === value,
  provider: ({ row }, value) => row.subjectType === 'PROVIDER' && row.subjectId.toLowerCase() === value,
  key: ({ record }, value) => Object.values(record.keys).some((key) => key.toLowerCase() === value),
  is: ({ row }, value, me, now) => row.mutedUntil > now === (value === 'muted'),
  raised: ({ row }, value) => {
    const [from, to] = value.includes('..') ? value.split('..') : [value, value]
    const day = new Date(row.raisedAt + 28_800_000).toISOString().slice(0, 10)
    return (!from || day >= from) && (!to || day <= to)
  },
}

function word({ row, record }, value) {
  return [row.alertId, row.subjectId, ...Object.values(record.keys)].some((id) => id.toLowerCase().startsWith(value))
}
