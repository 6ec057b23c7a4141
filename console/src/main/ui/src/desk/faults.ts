import { Refused } from '../api/client.ts'
import type { Words } from '../words/words.ts'

/** A failure in words: what the server says of it, or what to do where it says nothing. */
export function inWords(failure: unknown, words: Words): string {
  if (!(failure instanceof Refused)) return words('failed')
  if (failure.status === 0) return words('unreachable')
  if (failure.status === 403) return words('forbidden')
  if (failure.status === 401) return words('sessionOver')
  return failure.message || words('failed')
}
