import { useState } from 'preact/hooks'
import type { Decision, Detail } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { cut, Id, seen } from '../parts/Id.tsx'
import { Time } from '../parts/Time.tsx'
import { known, type Words } from '../words/words.ts'
import { Section } from './Section.tsx'

/** Who decided what about it, newest first, and a place to write what one found. */
export function Decisions({ detail }: { detail: Detail }) {
  const { words, may } = useDesk()
  const decisions = [...detail.decisions].sort((a, b) => b.at - a.at)
  return (
    <Section title={words('decisions')}>
      {may('ANALYST') && <NoteForm alertId={detail.row.alertId} />}
      {decisions.length === 0 && <p class="quiet">{words('noDecisions')}</p>}
      <ol class="decisions">
        {decisions.map((decision, i) => (
          <li key={`${decision.decisionId}-${i}`}>
            <p class="decision-head">
              <strong>
                <Id value={decision.by} most={40} />
              </strong>{' '}
              {decisionText(decision, words)} <Effect decision={decision} />
              <span class="quiet">
                {' '}
                <Time at={decision.at} />
              </span>
            </p>
            {decision.text && <p class="decision-text">{seen(decision.text)}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What was decided, without who and why. */
export function decisionText(decision: Decision, words: Words): string {
  const key = `kind_${decision.kind}`
  const said = [known(key) ? words(key) : decision.kind]
  if (decision.kind === 'ASSIGN') said.push(decision.assignee ? words('toWhom', seen(cut(decision.assignee, 40))) : words('toNobody'))
  const outcome = `outcome_${decision.outcome}`
  if (decision.outcome && known(outcome)) said.push(`· ${words(outcome)}`)
  return said.join(' ')
}

/** What became of a decision, where it does not simply stand. */
export function Effect({ decision }: { decision: Decision }) {
  const { words } = useDesk()
  if (decision.effect !== 'UNDONE' && decision.effect !== 'NONE') return null
  return <span class="mark effect">{words(`effect_${decision.effect}`)}</span>
}

function NoteForm({ alertId }: { alertId: string }) {
  const { words, decide } = useDesk()
  const [text, setText] = useState('')
  const submit = async (event: Event) => {
    event.preventDefault()
    if (text.trim() && (await decide({ kind: 'NOTE', alertIds: [alertId], text: text.trim() }))) setText('')
  }
  return (
    <form class="note" onSubmit={(event) => void submit(event)}>
      <textarea
        rows={2}
        maxLength={4000}
        aria-label={words('note')}
        placeholder={words('notePlaceholder')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="small" disabled={!text.trim()}>
        {words('addNote')}
      </button>
    </form>
  )
}
