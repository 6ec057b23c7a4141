import { scan, type Written, writtenValue, writtenWord } from './scan.ts'

/** The filter language: tokens between blanks, {@code name:value,"other value"}, {@code -} for not. */

export const NAMES = [
  'rule',
  'severity',
  'status',
  'desk',
  'level',
  'assignee',
  'outcome',
  'subject',
  'shop',
  'provider',
  'key',
  'raised',
  'is',
  'version',
] as const
export type Name = (typeof NAMES)[number]

/** A part of a filter. Without a name it is a bare word. */
export interface Token {
  negated: boolean
  name: Name | null
  values: string[]
}

/** A part that is not understood, by its place in the text. */
export interface Fault {
  at: number
  text: string
  why: 'name' | 'value' | 'quote' | 'word'
}

export interface Query {
  tokens: Token[]
  faults: Fault[]
}

export function parse(text: string): Query {
  const query: Query = { tokens: [], faults: [] }
  for (const written of scan(text)) {
    const token = tokenOf(written, text)
    if (typeof token !== 'string') query.tokens.push(token)
    else query.faults.push({ at: written.at, text: text.slice(written.at, written.end), why: token })
  }
  return query
}

export function format(tokens: Token[]): string {
  return tokens
    .map(({ negated, name, values }) => {
      const text = name === null ? writtenWord(values[0] ?? '') : `${name}:${values.map(writtenValue).join(',')}`
      return (negated ? '-' : '') + text
    })
    .join(' ')
}

export function isName(text: string): text is Name {
  return (NAMES as readonly string[]).includes(text)
}

function tokenOf(written: Written, text: string): Token | Fault['why'] {
  const { negated, values } = written
  const name = written.name.toLowerCase()
  if (written.badQuote) return 'quote'
  if (values.some((value) => value === '')) return 'value'
  if (isName(name)) return { negated, name, values }
  // LATE_SHIPMENT:o-1:1 and ABC:1 are ids; a name in small letters that is none is a slip.
  if (name && !/^\p{Lu}+$/u.test(written.name)) return 'name'
  if (negated) return 'word'
  return { negated, name: null, values: [name ? text.slice(written.at, written.end) : values[0]!] }
}
