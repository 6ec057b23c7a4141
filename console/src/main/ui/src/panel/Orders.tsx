import type { Action } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { actionText } from '../parts/actions.ts'
import { Section } from './Section.tsx'

/** What the rule book orders for the breach, or recommends. */
export function Orders({ actions }: { actions: Action[] }) {
  const { words, preferences } = useDesk()
  return (
    <Section title={words('actions')}>
      {actions.length === 0 && <p class="quiet">{words('noActions')}</p>}
      <ul class="orders">
        {actions.map((action, i) => (
          <li key={i}>
            <span>{actionText(action, words, preferences.zone)}</span>
            <span class={`mark mode-${action.mode}`}>{words(action.mode === 'ENFORCE' ? 'mode_ENFORCE' : 'mode_RECOMMEND')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
