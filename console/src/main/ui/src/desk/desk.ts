import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Deciding } from '../api/calls.ts'
import type { News } from '../api/stream.ts'
import type { Health, RoleName, RuleSummary, Session } from '../api/types.ts'
import type { Words } from '../words/words.ts'
import type { Preferences } from './preferences.ts'

/** What is told to the parts of the page: what the server tells, and what the user decided. */
export type Told = News | { kind: 'bulk' }

/** What every part of the page may need. */
export interface Desk {
  words: Words
  preferences: Preferences
  prefer(change: Partial<Preferences>): void
  session: Session
  may(role: RoleName): boolean
  signOut(): void
  now: number
  health: Health | null
  connected: boolean
  rules: RuleSummary[]
  ruleName(code: string): string
  hear(listener: (told: Told) => void): () => void
  /** Decides, says so, and offers to undo it. Whether it was done. */
  decide(deciding: Deciding): Promise<boolean>
  undo(): void
  say(text: string, how?: 'done' | 'failed'): void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('outside of the desk')
  return desk
}

const ROLES: RoleName[] = ['VIEWER', 'ANALYST', 'ADMIN']

export function includes(role: RoleName, needed: RoleName): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed)
}
