import type { Row } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { cut, seen } from '../parts/Id.tsx'
import { DeskMark, OutcomeMark, SeverityMark, StatusMark } from '../parts/Marks.tsx'
import { Time } from '../parts/Time.tsx'
import { toAlert } from '../place/views.ts'

/** Alerts of one subject, as a plain table. */
export function AlertTable({ rows }: { rows: Row[] }) {
  const { words } = useDesk()
  return (
    <div class="table-scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words('col_raised')}</th>
            <th scope="col">{words('col_severity')}</th>
            <th scope="col">{words('col_rule')}</th>
            <th scope="col">{words('col_reason')}</th>
            <th scope="col">{words('col_status')}</th>
            <th scope="col">{words('col_desk')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.alertId}>
              <td>
                <Time at={row.raisedAt} />
              </td>
              <td>
                <SeverityMark severity={row.severity} />
              </td>
              <td class="nowrap">
                <a href={toAlert(row.alertId)}>{words.of(row.ruleName) || row.ruleCode}</a>
              </td>
              <td class="wide">
                <bdi>{seen(cut(words.of(row.reason)))}</bdi>
              </td>
              <td>
                <StatusMark status={row.status} />
              </td>
              <td>{row.outcome ? <OutcomeMark outcome={row.outcome} /> : <DeskMark state={row.deskState} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
