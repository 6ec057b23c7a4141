import { useEffect, useState } from 'preact/hooks'
import { decisions } from '../api/calls.ts'
import type { Refused } from '../api/client.ts'
import type { Decision } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { whole } from '../format/numbers.ts'
import { decisionText, Effect } from '../panel/Decisions.tsx'
import { cut, Id, seen } from '../parts/Id.tsx'
import { Failure, Notice, Waiting } from '../parts/Notice.tsx'
import { SubjectLink } from '../parts/Subject.tsx'
import { Time } from '../parts/Time.tsx'
import { toAlert } from '../place/views.ts'
import { type AuditLine, auditLines } from './audit.ts'

/** Everything that was decided, newest first. */
export function AuditPage() {
  const { words, hear } = useDesk()
  const [known, setKnown] = useState<Decision[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [fault, setFault] = useState<Refused | null>(null)
  const load = (after: string | null) =>
    decisions.page(after).then((page) => {
      setKnown((before) => (after && before ? [...before, ...page.decisions] : page.decisions))
      setNext(page.next)
      setFault(null)
    }, setFault)
  useEffect(() => {
    void load(null)
    return hear((told) => (told.kind === 'decision' || told.kind === 'bulk') && void load(null))
  }, [])
  return (
    <div class="page">
      <header class="page-head">
        <h1>{words('audit')}</h1>
      </header>
      {fault && <Failure fault={fault} retry={() => void load(null)} />}
      {!known && !fault && <Waiting />}
      {known?.length === 0 && <Notice title={words('noAudit')} />}
      {known && known.length > 0 && (
        <section class="card">
          <div class="table-scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words('when')}</th>
                  <th scope="col">{words('who')}</th>
                  <th scope="col">{words('what')}</th>
                  <th scope="col">{words('about')}</th>
                  <th scope="col">{words('details')}</th>
                </tr>
              </thead>
              <tbody>
                {auditLines(known).map((line, i, { length }) => (
                  <Line key={line.decision.decisionId} line={line} goesOn={next !== null && i === length - 1} />
                ))}
              </tbody>
            </table>
          </div>
          {next && (
            <button type="button" class="more" onClick={() => void load(next)}>
              {words('more')}
            </button>
          )}
        </section>
      )}
    </div>
  )
}

/** One decision; its records may go on beyond what is known so far. */
function Line({ line: { decision, alertIds }, goesOn }: { line: AuditLine; goesOn: boolean }) {
  const { words, ruleName } = useDesk()
  const only = alertIds.length === 1 ? alertIds[0] : null
  return (
    <tr>
      <td>
        <Time at={decision.at} seconds />
      </td>
      <td>
        <Id value={decision.by} most={40} />
      </td>
      <td class="nowrap">
        {decisionText(decision, words)} <Effect decision={decision} />
      </td>
      <td>
        {only && (
          <a href={toAlert(only)}>
            <Id value={only} most={60} />
          </a>
        )}
        {alertIds.length > 1 && words('andOthers', (goesOn ? '≥ ' : '') + whole(alertIds.length))}
        {decision.ruleCode && decision.subjectType && decision.subjectId && (
          <>
            {ruleName(decision.ruleCode)} · <SubjectLink type={decision.subjectType} id={decision.subjectId} />
          </>
        )}
      </td>
      <td class="wide">
        {decision.text && seen(cut(decision.text))}
        {decision.until ? (
          <span class="quiet">
            {' '}
            {words('until', '')}
            <Time at={decision.until} />
          </span>
        ) : null}
      </td>
    </tr>
  )
}
