import type { Mute } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { cut, Id, seen } from '../parts/Id.tsx'
import { SubjectLink } from '../parts/Subject.tsx'
import { Time } from '../parts/Time.tsx'

/** What is kept quiet, to when, by whom and why. */
export function MuteTable({ mutes }: { mutes: Mute[] }) {
  const { words, may, decide, ruleName } = useDesk()
  return (
    <div class="table-scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words('col_rule')}</th>
            <th scope="col">{words('col_subject')}</th>
            <th scope="col">{words('muteUntil')}</th>
            <th scope="col">{words('muteReason')}</th>
            <th scope="col">{words('who')}</th>
            <th scope="col">
              <span class="unseen">{words('unmute')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {mutes.map(({ ruleCode, subjectType, subjectId, until, reason, by, at }) => (
            <tr key={`${ruleCode}:${subjectType}:${subjectId}`}>
              <td class="nowrap">{ruleName(ruleCode)}</td>
              <td>
                <SubjectLink type={subjectType} id={subjectId} />
              </td>
              <td>
                <Time at={until} />
              </td>
              <td class="wide">{seen(cut(reason))}</td>
              <td>
                <Id value={by} most={40} /> <span class="quiet">{at ? <Time at={at} /> : null}</span>
              </td>
              <td>
                {may('ANALYST') && (
                  <button type="button" class="small" onClick={() => void decide({ kind: 'UNMUTE', ruleCode, subjectType, subjectId })}>
                    {words('unmute')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
