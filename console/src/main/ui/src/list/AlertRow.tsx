import type { Row } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { Id, seen, cut } from '../parts/Id.tsx'
import { DeskMark, OutcomeMark, SeverityMark, StatusMark } from '../parts/Marks.tsx'
import { Time } from '../parts/Time.tsx'

export interface RowProps {
  row: Row
  index: number
  top: number
  height: number
  href: string
  open: boolean
  current: boolean
  picked: boolean
  gone: boolean
  muted: boolean
  canPick: boolean
  onOpen: (id: string) => void
  onPick: (id: string, range: boolean) => void
}

/** One alert in one line; in two or three where the list is narrow. */
export function AlertRow(props: RowProps) {
  const { row, open, current, picked, gone, muted } = props
  const { words } = useDesk()
  const rule = seen(cut(words.of(row.ruleName) || row.ruleCode, 80))
  const reason = seen(cut(words.of(row.reason), 400))
  const opened = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || (event.target as Element).closest('input, label')) return
    event.preventDefault()
    props.onOpen(row.alertId)
  }
  return (
    <div
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={open}
      class={`row${open ? ' is-open' : ''}${current ? ' is-current' : ''}${gone ? ' is-gone' : ''}${picked ? ' is-picked' : ''}`}
      style={{ top: `${props.top}px`, height: `${props.height}px` }}
      onClick={opened}
    >
      <div role="gridcell" class="c-pick">
        {props.canPick && (
          <label class="pick">
            <input
              type="checkbox"
              checked={picked}
              aria-label={words('select', `${rule} ${seen(cut(row.subjectId, 60))}`)}
              onClick={(event) => props.onPick(row.alertId, event.shiftKey)}
            />
          </label>
        )}
      </div>
      <div role="gridcell" class="c-severity">
        <SeverityMark severity={row.severity} />
      </div>
      <div role="gridcell" class="c-rule">
        <a href={props.href} data-alert={row.alertId} tabIndex={current ? 0 : -1}>
          {rule}
        </a>
        {row.level > 1 && (
          <span class="level" title={words('level', row.level)}>
            {words.lang === 'zh' ? `${row.level} 级` : `L${row.level}`}
          </span>
        )}
      </div>
      <div role="gridcell" class="c-subject">
        <span class="subject-type">{words(row.subjectType === 'PROVIDER' ? 'subject_PROVIDER' : 'subject_SHOP')}</span>{' '}
        <Id value={row.subjectId} most={40} />
      </div>
      <div role="gridcell" class="c-reason" title={reason}>
        <bdi>{reason}</bdi>
      </div>
      <div role="gridcell" class="c-raised">
        <Time at={row.raisedAt} age />
      </div>
      <div role="gridcell" class="c-status">
        <StatusMark status={row.status} />
      </div>
      <div role="gridcell" class="c-desk">
        {row.outcome ? <OutcomeMark outcome={row.outcome} /> : <DeskMark state={row.deskState} />}
        {row.assignee && (
          <span class="assignee">
            <Id value={row.assignee} most={20} />
          </span>
        )}
        {muted && <span class="mark is-muted">{words('muted')}</span>}
      </div>
    </div>
  )
}
