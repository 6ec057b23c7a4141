import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Deciding, decisions, health as healthCall, rules as rulesCall } from '../api/calls.ts'
import { listenTogether } from '../api/together.ts'
import type { Health, RuleSummary, Session } from '../api/types.ts'
import { whole } from '../format/numbers.ts'
import { known, type Words } from '../words/words.ts'
import { mutedBy } from './decided.ts'
import { type Desk, DeskContext, includes, type Told } from './desk.ts'
import { inWords } from './faults.ts'
import type { Preferences } from './preferences.ts'
import { type Said, STAYS_MS, Toasts, type Undo } from './Toasts.tsx'

interface Props {
  words: Words
  preferences: Preferences
  prefer: (change: Partial<Preferences>) => void
  session: Session
  signOut: () => void
  children: ComponentChildren
}

/** The page waits so long for the stream: what happens between the loading of a list and the first word would be lost. */
const PATIENCE_MS = 1_000

/** Hears the stream and makes decisions, for all parts of the page. */
export function DeskProvider({ words, preferences, prefer, session, signOut, children }: Props) {
  const [health, setHealth] = useState<Health | null>(null)
  const [connected, setConnected] = useState(true)
  const [ready, setReady] = useState(false)
  const [rules, setRules] = useState<RuleSummary[]>([])
  const [now, setNow] = useState(Date.now)
  const [said, setSaid] = useState<Said | null>(null)
  const listeners = useRef(new Set<(told: Told) => void>()).current
  const tell = useCallback((told: Told) => listeners.forEach((listener) => listener(told)), [])
  const hear = useCallback((listener: (told: Told) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])

  useEffect(() => {
    let shown = false
    let opened = false
    const show = () => {
      shown = true
      setReady(true)
    }
    const patience = setTimeout(show, PATIENCE_MS)
    const deaf = listenTogether((news) => {
      if (news.kind === 'health') setHealth(news.health)
      else if (news.kind !== 'connected') tell(news)
      else {
        setConnected(news.connected)
        if (news.connected && shown && !opened) tell({ kind: 'reset' })
        opened ||= news.connected
        show()
      }
    })
    return () => {
      clearTimeout(patience)
      deaf()
    }
  }, [])
  useEffect(() => {
    rulesCall.all().then(setRules, () => setRules([]))
    healthCall().then(setHealth, () => setHealth(null))
    const minute = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(minute)
  }, [])
  useEffect(() => {
    if (!said) return
    const end = setTimeout(() => setSaid(null), STAYS_MS)
    return () => clearTimeout(end)
  }, [said?.id])

  const say = (text: string, how: Said['how'] = 'done', undo: Undo | null = null) =>
    setSaid({ id: Date.now(), text, how, undo })

  async function decide(deciding: Deciding, about: string[] | null = deciding.alertIds ?? null): Promise<boolean> {
    try {
      const { count, undo, seen = true } = await decisions.make(deciding)
      const key = seen ? `done_${deciding.kind}` : 'doneNotSeen'
      say(known(key) ? words(key, whole(count)) : '', 'done', deciding.kind === 'UNDO' ? null : { decisionId: undo, alertIds: about })
      const mutes = mutedBy(deciding)
      if (!seen) return true
      if (about || mutes.length > 0) tell({ kind: 'decision', alertIds: about ?? [], mutes })
      else tell({ kind: 'bulk' })
      return true
    } catch (failure) {
      say(inWords(failure, words), 'failed')
      return false
    }
  }

  const undo = () => {
    if (said?.undo) void decide({ kind: 'UNDO', undoes: said.undo.decisionId }, said.undo.alertIds)
  }
  const names = useMemo(() => new Map(rules.map((rule) => [rule.ruleCode, rule.name])), [rules])
  const desk: Desk = {
    words,
    preferences,
    prefer,
    session,
    may: (role) => includes(session.user.role, role),
    signOut,
    now,
    health,
    connected,
    rules,
    ruleName: (code) => words.of(names.get(code)) || code,
    hear,
    decide: (deciding) => decide(deciding),
    undo,
    say,
  }
  return (
    <DeskContext.Provider value={desk}>
      {ready && children}
      <Toasts said={said} words={words} undo={undo} dismiss={() => setSaid(null)} />
    </DeskContext.Provider>
  )
}
