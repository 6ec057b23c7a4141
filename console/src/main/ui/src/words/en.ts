import { desk } from './en/desk.ts'
import { pages } from './en/pages.ts'
import { triage } from './en/triage.ts'

/** All that the page says, in English. */
export const en = { ...desk, ...triage, ...pages }
