import { useDesk } from '../desk/desk.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { NAMES } from '../query/tokens.ts'
import type { Key } from '../words/words.ts'

const KEYS: [string[], Key][] = [
  [['j', 'k'], 'key_next'],
  [['o', 'Enter'], 'key_open'],
  [['a'], 'key_ack'],
  [['d'], 'key_assign'],
  [['e'], 'key_close'],
  [['m'], 'key_mute'],
  [['x'], 'key_select'],
  [['u'], 'key_undo'],
  [['r'], 'key_reload'],
  [['/'], 'key_search'],
  [['?'], 'key_help'],
  [['Esc'], 'key_escape'],
]

const EXAMPLES = [
  'rule:LATE_SHIPMENT severity:serious,extreme',
  'shop:"s 1" -status:revoked',
  'raised:2025-06-01..2025-06-07 level:3',
  'desk:new assignee:none is:unmuted',
  'o-20250601-17',
]

export function Help({ onEnd }: { onEnd: () => void }) {
  const { words } = useDesk()
  return (
    <Dialog title={words('help')} onClose={onEnd}>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words(what)}</dd>
          </div>
        ))}
      </dl>
      <h3>{words('searchHelp')}</h3>
      <p class="dialog-text">{words('helpFilter')}</p>
      <p class="dialog-text">
        {NAMES.map((name) => (
          <code key={name} class="chip">
            {name}:
          </code>
        ))}
      </p>
      <ul class="plain-list">
        {EXAMPLES.map((example) => (
          <li key={example}>
            <code>{example}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
