import { format, type Name, parse, type Token } from './tokens.ts'

/** The values that a filter wants of a name. */
export function wanted(q: string, name: Name): string[] {
  return parse(q).tokens.flatMap((token) => (token.name === name && !token.negated ? token.values : []))
}

export function isWanted(q: string, name: Name, value: string): boolean {
  return wanted(q, name).some((each) => same(each, value))
}

/** With the value where it was not, without it where it was. All values of the name end in one token. */
export function toggled(q: string, name: Name, value: string): string {
  const values = isWanted(q, name, value)
    ? wanted(q, name).filter((each) => !same(each, value))
    : [...wanted(q, name), value]
  return set(q, name, values)
}

/** With these values of the name, and none else. */
export function set(q: string, name: Name, values: string[]): string {
  const tokens = parse(q).tokens
  const place = tokens.findIndex((token) => token.name === name && !token.negated)
  const kept = tokens.filter((token) => token.name !== name || token.negated)
  if (values.length === 0) return format(kept)
  const token: Token = { negated: false, name, values }
  kept.splice(place < 0 ? kept.length : place, 0, token)
  return format(kept)
}

/** Narrowed to one value of a name. It replaces the others: one more token of the same name would widen the filter. */
export function narrowed(q: string, name: Name, value: string): string {
  return set(q, name, [value])
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
