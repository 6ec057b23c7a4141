/** A token as it is written, with its place in the text. */
export interface Written {
  at: number
  end: number
  negated: boolean
  /** What stands before the first colon; empty where there is none. */
  name: string
  values: string[]
  /** A quotation mark that is not closed, or that something follows. */
  badQuote: boolean
}

const BLANK = /\s/
const COLON = /[:：]/
const COMMA = /[,，]/

/** Cuts a filter into tokens, as the server does: blanks part them, a full-width colon is a colon. */
export function scan(text: string): Written[] {
  const found: Written[] = []
  let at = 0
  for (;;) {
    while (at < text.length && BLANK.test(text[at]!)) at++
    if (at >= text.length) return found
    const token = tokenAt(text, at)
    found.push(token)
    at = token.end
  }
}

function tokenAt(text: string, start: number): Written {
  const negated = text[start] === '-'
  let at = negated ? start + 1 : start
  const name = /^(\p{L}+)[:：]/u.exec(text.slice(at))?.[1] ?? ''
  if (name) at += name.length + 1
  const values: string[] = []
  let badQuote = false
  for (;;) {
    const value = text[at] === '"' ? quoted(text, at) : bare(text, at, name !== '')
    values.push(value.value)
    badQuote ||= value.open
    at = value.end
    if (!name || at >= text.length || !COMMA.test(text[at]!)) break
    at++
  }
  if (at < text.length && !BLANK.test(text[at]!)) {
    badQuote = true
    while (at < text.length && !BLANK.test(text[at]!)) at++
  }
  return { at: start, end: at, negated, name, values, badQuote }
}

function bare(text: string, start: number, isList: boolean) {
  let end = start
  while (end < text.length && !BLANK.test(text[end]!) && !(isList && COMMA.test(text[end]!))) end++
  return { value: text.slice(start, end), end, open: false }
}

function quoted(text: string, start: number) {
  let value = ''
  let at = start + 1
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\' && at + 1 < text.length) at++
    value += text[at++]
  }
  const open = at >= text.length
  return { value, end: open ? at : at + 1, open }
}

/** A value as it has to be written to be read as itself. */
export function writtenValue(value: string): string {
  return value === '' || value.startsWith('"') || BLANK.test(value) || COMMA.test(value) ? inQuotes(value) : value
}

/** A word as it has to be written not to be read as a name and its value. */
export function writtenWord(word: string): string {
  const name = /^(\p{L}+)[:：]/u.exec(word)?.[1]
  const isPlain = word !== '' && !/^["-]/.test(word) && !BLANK.test(word) && (!name || !COLON.test(word))
  return isPlain ? word : inQuotes(word)
}

function inQuotes(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}
