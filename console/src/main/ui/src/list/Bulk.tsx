import { useDesk } from '../desk/desk.ts'
import { whole } from '../format/numbers.ts'
import type { Live } from './live.ts'

interface Props {
  count: number
  wholeFilter: boolean
  live: Live
  onWholeFilter: () => void
  onClear: () => void
  onAcknowledge: () => void
  onAssign: () => void
  onClose: () => void
}

/** What can be done with what is selected. */
export function Bulk({ count, wholeFilter, live, onWholeFilter, onClear, onAcknowledge, onAssign, onClose }: Props) {
  const { words } = useDesk()
  if (count === 0) return null
  const total = (live.totalIsExact ? '' : '> ') + whole(live.total)
  return (
    <div class="bulk" role="region" aria-label={words('alerts')}>
      <span class="bulk-count">
        {wholeFilter ? words('allSelected', total) : words.count('selected_one', 'selected_other', count, whole(count))}
      </span>
      {!wholeFilter && live.total > count && (
        <button type="button" class="plain" onClick={onWholeFilter}>
          {words('selectAllOfFilter', total)}
        </button>
      )}
      <span class="bulk-actions">
        <button type="button" onClick={onAcknowledge}>
          {words('acknowledge')}
        </button>
        <button type="button" onClick={onAssign}>
          {words('assign')}…
        </button>
        <button type="button" onClick={onClose}>
          {words('close')}…
        </button>
        <button type="button" class="plain" onClick={onClear}>
          {words('clearSelection')}
        </button>
      </span>
    </div>
  )
}
