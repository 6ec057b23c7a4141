import { useEffect, useRef } from 'preact/hooks'
import { alerts } from '../api/calls.ts'
import type { Row } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { useLoad } from '../desk/load.ts'
import { seen } from '../parts/Id.tsx'
import { DeskMark, OutcomeMark, SeverityMark, StatusMark } from '../parts/Marks.tsx'
import { Failure, Waiting } from '../parts/Notice.tsx'
import { SubjectLink } from '../parts/Subject.tsx'
import { toRule } from '../place/views.ts'
import { Buttons, type Does } from './Buttons.tsx'
import { Decisions } from './Decisions.tsx'
import { Evidence } from './Evidence.tsx'
import { Facts } from './Facts.tsx'
import { Orders } from './Orders.tsx'
import { Siblings } from './Siblings.tsx'
import { Source } from './Source.tsx'
import { Steps } from './Steps.tsx'

interface Props {
  alertId: string
  does: Does
  onClose: () => void
  onRow: (row: Row) => void
  hrefOf: (alertId: string) => string
}

/** All about one alert, beside the list. It is read again whenever something about it happens. */
export function AlertPanel({ alertId, does, onClose, onRow, hrefOf }: Props) {
  const { words, hear } = useDesk()
  const detail = useLoad((signal) => alerts.one(alertId, signal), [alertId])
  const panel = useRef<HTMLElement>(null)
  useEffect(
    () =>
      hear((told) => {
        const concerns =
          (told.kind === 'alert' && told.row.alertId === alertId) ||
          (told.kind === 'decision' && (told.mutes.length > 0 || told.alertIds.includes(alertId)))
        if (concerns || told.kind === 'bulk' || told.kind === 'reset') detail.reload()
      }),
    [alertId],
  )
  useEffect(() => {
    panel.current?.scrollTo(0, 0)
  }, [alertId])
  const shown = detail.value?.row.alertId === alertId ? detail.value : null
  useEffect(() => {
    if (shown) onRow(shown.row)
  }, [shown])
  return (
    <aside class="panel" aria-label={words('panel')} ref={panel} tabIndex={-1}>
      <header class="panel-head">
        <div class="panel-marks">
          {shown && (
            <>
              <SeverityMark severity={shown.row.severity} />
              <StatusMark status={shown.row.status} />
              {shown.row.outcome ? <OutcomeMark outcome={shown.row.outcome} /> : <DeskMark state={shown.row.deskState} />}
            </>
          )}
        </div>
        <button type="button" class="plain icon" aria-label={words('close')} title="Esc" onClick={onClose}>
          ×
        </button>
      </header>
      {!shown && detail.fault && <Failure fault={detail.fault} retry={detail.reload} />}
      {!shown && !detail.fault && <Waiting />}
      {shown && (
        <div class="panel-body">
          <h2 class="panel-title">
            <a href={toRule(shown.row.ruleCode)}>{seen(words.of(shown.row.ruleName) || shown.row.ruleCode)}</a>
            <span class="quiet"> · </span>
            <SubjectLink type={shown.row.subjectType} id={shown.row.subjectId} most={60} />
          </h2>
          <Reason row={shown.row} />
          <Buttons row={shown.row} does={does} />
          <Orders actions={shown.alert.actions ?? []} />
          <Evidence alert={shown.alert} raisedAt={shown.row.raisedAt} curedAt={shown.row.curedAt} />
          <Facts detail={shown} />
          <Decisions detail={shown} />
          <Steps history={shown.history} />
          <Siblings rows={shown.siblings} hrefOf={hrefOf} />
          <Source detail={shown} />
        </div>
      )}
    </aside>
  )
}

function Reason({ row }: { row: Row }) {
  const { words } = useDesk()
  return (
    <p class="reason">
      <bdi>{seen(words.of(row.reason))}</bdi>
    </p>
  )
}
