import type { Deciding } from '../api/calls.ts'
import type { Row } from '../api/types.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { MuteDialog } from './MuteDialog.tsx'

/** Alerts by id, or all of a filter. */
export type Target = { alertIds: string[] } | { q: string }

/** What the user is asked before it is decided. */
export type Asking =
  | { what: 'close' | 'assign'; target: Target; count: number }
  | { what: 'mute'; row: Row }

interface Props {
  asking: Asking
  decide: (deciding: Deciding) => Promise<boolean>
  onEnd: () => void
}

export function Ask({ asking, decide, onEnd }: Props) {
  const decided = async (deciding: Deciding) => {
    const done = await decide(deciding)
    if (done) onEnd()
    return done
  }
  switch (asking.what) {
    case 'close':
      return <CloseDialog target={asking.target} count={asking.count} decide={decided} onEnd={onEnd} />
    case 'assign':
      return <AssignDialog target={asking.target} decide={decided} onEnd={onEnd} />
    case 'mute':
      return <MuteDialog row={asking.row} decide={decided} onEnd={onEnd} />
  }
}
