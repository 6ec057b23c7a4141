import type { Facets } from '../api/types.ts'
import { scan, writtenValue } from './scan.ts'
import { isName, type Name, NAMES } from './tokens.ts'

/** What could stand where the cursor is, and which part of the text it would replace. */
export interface Suggestions {
  from: number
  to: number
  options: string[]
}

const MOST = 12
const FIXED: Partial<Record<Name, string[]>> = {
  severity: ['minor', 'general', 'serious', 'extreme'],
  status: ['open', 'cured', 'revoked'],
  desk: ['new', 'acknowledged', 'closed'],
  outcome: ['confirmed', 'justified_not_acted', 'false_positive', 'overturned', 'none'],
  is: ['muted', 'unmuted'],
  assignee: ['me', 'none'],
  level: ['1', '2', '3'],
}

export function suggest(text: string, cursor: number, facets: Facets | null, today: string): Suggestions {
  const token = scan(text).find((each) => each.at <= cursor && cursor <= each.end)
  const begin = (token?.at ?? cursor) + (token?.negated ? 1 : 0)
  const name = token?.name.toLowerCase() ?? ''
  const valuesAt = begin + name.length + 1
  if (!name || cursor < valuesAt) {
    const start = text.slice(begin, cursor).toLowerCase()
    const options = NAMES.filter((each) => each.startsWith(start)).map((each) => `${each}:`)
    return { from: Math.min(begin, cursor), to: cursor, options }
  }
  if (!isName(name)) return { from: cursor, to: cursor, options: [] }
  const typed = text.slice(valuesAt, cursor)
  const from = valuesAt + Math.max(typed.lastIndexOf(','), typed.lastIndexOf('，')) + 1
  const start = text.slice(from, cursor).toLowerCase()
  const options = valuesOf(name, facets, today).filter((value) => {
    const small = value.toLowerCase()
    return small.startsWith(start) && small !== start
  })
  return { from, to: cursor, options: options.slice(0, MOST) }
}

function valuesOf(name: Name, facets: Facets | null, today: string): string[] {
  if (name === 'raised') return [today, `${today}..`, `..${today}`]
  const seen = (facets as Partial<Record<Name, { value: string }[]>> | null)?.[name]?.map((each) => each.value) ?? []
  const fixed = FIXED[name] ?? []
  const others = seen.filter((value) => !fixed.includes(value.toLowerCase()))
  return [...fixed, ...others].map(writtenValue)
}
