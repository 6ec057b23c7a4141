import { Refused } from '../api/client.ts'
import type { Words } from '../words/words.ts'

/** A failure in words: what the server says of it, or what to do where it says nothing. */
export function inWords(failure: unknown, words: Words): string {
  if (!(failure instanceof Refused)) return words('failed')
  if (failure.status === 0) return words('unreachable')
  if (failure.code === 'PASSWORD') return words('passwordWrong')
  if (failure.code === 'ROLE' || failure.code === 'FORBIDDEN') return words('forbidden')
  if (failure.code === 'ANOTHERS') return words('undoOthers')
  if (failure.code === 'UNAVAILABLE') return words('unavailable')
  if (failure.status === 401) return words('sessionOver')
  return failure.message || words('failed')
}
