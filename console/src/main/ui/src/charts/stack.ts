import type { DayCount } from '../api/types.ts'

/** Counts by day and rule, without gaps between the days, as bars stacked by rule. */
export interface Stack {
  days: string[]
  rules: string[]
  /** By day, then by rule. */
  counts: number[][]
  totals: number[]
  most: number
}

export function stack(counted: DayCount[]): Stack {
  const rules = [...new Set(counted.map((each) => each.ruleCode))].sort()
  const days = between(counted.map((each) => each.day).sort())
  const counts = days.map(() => rules.map(() => 0))
  const dayAt = new Map(days.map((day, i) => [day, i]))
  for (const { day, ruleCode, count } of counted) {
    const row = counts[dayAt.get(day) ?? -1]
    if (row) row[rules.indexOf(ruleCode)]! += count
  }
  const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  return { days, rules, counts, totals, most: Math.max(0, ...totals) }
}

/** Every day from the first to the last; no more than ten years of them, however wrong a date is. */
function between(days: string[]): string[] {
  const first = days[0]
  const last = days.at(-1)
  if (!first || !last) return []
  const found: string[] = []
  for (let at = Date.parse(first); at <= Date.parse(last) && found.length < 3_660; at += 86_400_000) {
    found.push(new Date(at).toISOString().slice(0, 10))
  }
  return found
}

/** Round numbers for an axis that ends at or above the most. */
export function ticks(most: number): number[] {
  if (most <= 0) return [0, 1]
  const rough = most / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 10 * power)
  const found = [0]
  while (found.at(-1)! < most) found.push(found.at(-1)! + step)
  return found
}
