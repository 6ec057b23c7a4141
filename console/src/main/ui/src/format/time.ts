/** Times for people: always in a zone that is said, never in the machine's by accident. */

const formats = new Map<string, Intl.DateTimeFormat>()

function parts(ms: number, zone: string): Record<string, string> {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  return Object.fromEntries(format.formatToParts(ms).map((part) => [part.type, part.value]))
}

/** 2025-06-01 10:00:00, as the reasons write it. */
export function instant(ms: number, zone: string): string {
  const at = parts(ms, zone)
  return `${at['year']}-${at['month']}-${at['day']} ${at['hour']}:${at['minute']}:${at['second']}`
}

/** Without the seconds. */
export function minute(ms: number, zone: string): string {
  return instant(ms, zone).slice(0, 16)
}

export function day(ms: number, zone: string): string {
  return instant(ms, zone).slice(0, 10)
}

const UNITS = [
  ['y', 365 * 86_400_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const

const CHINESE: Record<string, string> = { y: ' 年', d: ' 天', h: ' 小时', min: ' 分钟', s: ' 秒', ms: ' 毫秒' }

/** How long, by its two largest units: 1 d 2 h. */
export function span(ms: number, lang: 'en' | 'zh', most = 2): string {
  const word = (n: number, unit: string) => (lang === 'zh' ? n + CHINESE[unit]! : `${n} ${unit}`)
  let rest = Math.abs(ms)
  if (rest > 0 && rest < 1_000) return word(rest, 'ms')
  const said: string[] = []
  for (const [unit, size] of UNITS) {
    const n = Math.floor(rest / size)
    rest -= n * size
    if (n > 0) said.push(word(n, unit))
    else if (said.length > 0) break
    if (said.length === most) break
  }
  return said.length === 0 ? word(0, 's') : said.join(' ')
}

/** All zones that this browser knows, the usual ones first. */
export function zones(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set(['Asia/Shanghai', 'UTC', own, ...Intl.supportedValuesOf('timeZone')])]
}

/** The last millisecond of a day as the zone has it. */
export function endOfDay(text: string, zone: string): number {
  const asUtc = Date.parse(`${text}T23:59:59.999Z`)
  return asUtc - offset(asUtc - offset(asUtc, zone), zone)
}

/** The first instant of a day as the zone has it. */
export function beginOfDay(text: string, zone: string): number {
  const asUtc = Date.parse(`${text}T00:00:00Z`)
  return asUtc - offset(asUtc - offset(asUtc, zone), zone)
}

function offset(ms: number, zone: string): number {
  const whole = Math.floor(ms / 1_000) * 1_000
  return Date.parse(`${instant(whole, zone).replace(' ', 'T')}Z`) - whole
}
