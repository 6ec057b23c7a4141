import type { FacetName, Facets } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { whole } from '../format/numbers.ts'
import { cut, seen } from '../parts/Id.tsx'
import { isWanted, toggled, wanted } from '../query/edit.ts'
import { known, type Words } from '../words/words.ts'

const ORDER: FacetName[] = ['rule', 'severity', 'status', 'desk', 'level', 'assignee', 'outcome']
const FIXED: Partial<Record<FacetName, string[]>> = {
  severity: ['EXTREME', 'SERIOUS', 'GENERAL', 'MINOR'],
  status: ['OPEN', 'CURED', 'REVOKED'],
  desk: ['NEW', 'ACKNOWLEDGED', 'CLOSED'],
}

interface Props {
  facets: Facets | null
  q: string
  /** Where there is no room beside the list, it is shown instead of it. */
  shown: boolean
  onSearch: (q: string) => void
}

/** What the filter could be narrowed to, with how many alerts that would be. */
export function FacetBar({ facets, q, shown, onSearch }: Props) {
  const { words, ruleName, session } = useDesk()
  return (
    <section id="facets" class={`facets${shown ? ' is-shown' : ''}`} aria-label={words('facets')}>
      {ORDER.map((name) => {
        const values = valuesOf(name, facets, q)
        if (values.length === 0) return null
        const title = words(`facet_${name}`)
        return (
          <fieldset key={name} class="facet">
            <legend>{title}</legend>
            {values.map(({ value, count }) => (
              <label key={value} class="facet-value">
                <input type="checkbox" checked={isWanted(q, name, value)} onClick={() => onSearch(toggled(q, name, name === 'rule' ? value : value.toLowerCase()))} />
                <span class="facet-name">{name === 'rule' ? ruleName(value) : worded(name, value, words, session.user.name)}</span>
                <span class="facet-count">{whole(count)}</span>
              </label>
            ))}
          </fieldset>
        )
      })}
    </section>
  )
}

function valuesOf(name: FacetName, facets: Facets | null, q: string) {
  const counted = facets?.[name] ?? []
  const missing = wanted(q, name)
    .filter((value) => !counted.some((each) => each.value.toLowerCase() === value.toLowerCase()))
    .filter((value) => !(name === 'assignee' && value === 'me'))
    .map((value) => ({ value: name === 'assignee' ? value : value.toUpperCase(), count: 0 }))
  const all = [...counted, ...missing]
  const order = FIXED[name]
  if (order) return all.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
  if (name === 'level') return all.length < 2 ? [] : all.sort((a, b) => Number(a.value) - Number(b.value))
  return all
}

function worded(name: FacetName, value: string, words: Words, me: string): string {
  const key = `${name}_${value.toUpperCase()}`
  if (known(key)) return words(key)
  if (name === 'level') return words('level', value)
  if (name === 'assignee') return value.toLowerCase() === 'none' ? words('unassigned') : value === me ? `${value} (${words('you')})` : seen(cut(value, 40))
  return name === 'outcome' && value.toLowerCase() === 'none' ? words('none') : seen(cut(value, 40))
}
