import { desk } from './zh/desk.ts'
import { pages } from './zh/pages.ts'
import { triage } from './zh/triage.ts'

/** All that the page says, in Chinese. */
export const zh = { ...desk, ...triage, ...pages }
