import { useEffect, useState } from 'preact/hooks'
import { alerts } from '../api/calls.ts'
import type { Refused } from '../api/client.ts'
import type { Group, GroupBy } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import type { Asking } from '../decide/Ask.tsx'
import { whole } from '../format/numbers.ts'
import { Id } from '../parts/Id.tsx'
import { SeverityMark } from '../parts/Marks.tsx'
import { Failure, Notice, Waiting } from '../parts/Notice.tsx'
import { SubjectLink } from '../parts/Subject.tsx'
import { Time } from '../parts/Time.tsx'
import { placeOf, toRule, type View } from '../place/views.ts'
import { narrowed } from '../query/edit.ts'

interface Props {
  by: GroupBy
  view: View
  onAsk: (asking: Asking) => void
}

/** The alerts of a view by shop, provider or rule, the most first, each group to be decided as one. */
export function GroupList({ by, view, onAsk }: Props) {
  const { words, may, decide, ruleName, hear } = useDesk()
  const [groups, setGroups] = useState<Group[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [fault, setFault] = useState<Refused | null>(null)
  const load = (after: string | null, signal?: AbortSignal) =>
    alerts.groups(by, view.q, after, signal).then(
      (answer) => {
        setGroups((before) => (after && before ? [...before, ...answer.groups] : answer.groups))
        setNext(answer.next)
        setFault(null)
      },
      (failure: Refused) => !signal?.aborted && setFault(failure),
    )
  useEffect(() => {
    const aborted = new AbortController()
    void load(null, aborted.signal)
    const deaf = hear((told) => told.kind === 'bulk' && void load(null))
    return () => {
      aborted.abort()
      deaf()
    }
  }, [by, view.q])

  if (fault) return <Failure fault={fault} retry={() => void load(null)} />
  if (!groups) return <Waiting />
  if (groups.length === 0) return <Notice title={words('empty')} />
  return (
    <div class="groups">
      {groups.map((group) => {
        const value = group.key.ruleCode ?? group.key.subjectId ?? ''
        const q = narrowed(view.q, by, value)
        return (
          <article key={value} class="group">
            <div class="group-who">
              {by === 'rule' ? (
                <a href={toRule(value)}>{ruleName(value)}</a>
              ) : (
                <SubjectLink type={by === 'provider' ? 'PROVIDER' : 'SHOP'} id={value} />
              )}
              <SeverityMark severity={group.worst} />
            </div>
            <p class="group-count">
              <a href={placeOf({ ...view, q, group: null, open: null })}>
                <strong>{whole(group.count)}</strong> <span class="quiet">{words('groupOpen', whole(group.open))}</span>
              </a>
            </p>
            <p class="group-rules quiet">
              {by !== 'rule' && group.rules.map((code) => <span key={code} class="chip">{ruleName(code)}</span>)}
              {by === 'rule' && <Id value={value} />}
            </p>
            <p class="group-newest quiet">
              <Time at={group.newestRaisedAt} age />
            </p>
            <div class="group-actions">
              <a class="button" href={placeOf({ ...view, q, group: null, open: null })}>
                {words('groupShow')}
              </a>
              {may('ANALYST') && (
                <>
                  <button type="button" onClick={() => void decide({ kind: 'ACKNOWLEDGE', q })}>
                    {words('acknowledge')}
                  </button>
                  <button type="button" onClick={() => onAsk({ what: 'assign', target: { q }, count: group.count })}>
                    {words('assign')}…
                  </button>
                  <button type="button" onClick={() => onAsk({ what: 'close', target: { q }, count: group.count })}>
                    {words('close')}…
                  </button>
                </>
              )}
            </div>
          </article>
        )
      })}
      {next && (
        <button type="button" class="more" onClick={() => void load(next)}>
          {words('more')}
        </button>
      )}
    </div>
  )
}
