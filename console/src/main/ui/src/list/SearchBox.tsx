import { useEffect, useRef, useState } from 'preact/hooks'
import type { Facets } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { day } from '../format/time.ts'
import { parse } from '../query/tokens.ts'
import { suggest } from '../query/suggest.ts'

interface Props {
  q: string
  facets: Facets | null
  refused: string | null
  onSearch: (q: string) => void
}

/** The filter as text, with names and values completed. What is not understood is said and not sent. */
export function SearchBox({ q, facets, refused, onSearch }: Props) {
  const { words, now } = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(q)
  const [cursor, setCursor] = useState(0)
  const [focused, setFocused] = useState(false)
  const [chosen, setChosen] = useState(-1)
  useEffect(() => setText(q), [q])

  const suggestions = suggest(text, cursor, facets, day(now, 'Asia/Shanghai'))
  const options = focused ? suggestions.options : []
  const fault = parse(text).faults[0]
  const key = fault && (`searchFault_${fault.why}` as const)
  const isShown = fault && text.trim() !== '' && !(focused && cursor === fault.at + fault.text.length)

  const submit = () => {
    if (fault) return
    setFocused(false)
    onSearch(text.trim())
  }
  const take = (option: string) => {
    const after = option.endsWith(':') ? '' : ' '
    const completed = text.slice(0, suggestions.from) + option + after + text.slice(suggestions.to).trimStart()
    setText(completed)
    setChosen(-1)
    const place = suggestions.from + option.length + after.length
    setCursor(place)
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(place, place)
    })
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const n = options.length
    if (event.key === 'ArrowDown' && n > 0) setChosen((chosen + 1) % n)
    else if (event.key === 'ArrowUp' && n > 0) setChosen((chosen - 1 + n) % n)
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0 && chosen < n) take(options[chosen]!)
    else if (event.key === 'Enter') submit()
    else if (event.key === 'Escape') {
      if (focused && n > 0) setFocused(false)
      else input.current?.blur()
    } else return
    event.preventDefault()
  }
  const moved = () => setCursor(input.current?.selectionStart ?? text.length)

  return (
    <div class="search" role="search">
      <input
        ref={input}
        id="search"
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={2000}
        aria-label={words('search')}
        aria-expanded={options.length > 0}
        aria-controls="search-options"
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `search-option-${chosen}` : undefined}
        aria-invalid={Boolean(isShown)}
        placeholder={words('searchHint')}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setFocused(true)
          setChosen(-1)
          moved()
        }}
        onFocus={() => {
          setFocused(true)
          moved()
        }}
        onBlur={() => setFocused(false)}
        onClick={moved}
        onKeyUp={moved}
        onKeyDown={pressed}
      />
      {text && (
        <button
          type="button"
          class="plain icon"
          aria-label={words('clearFilter')}
          onClick={() => {
            setText('')
            onSearch('')
          }}
        >
          ×
        </button>
      )}
      <ul id="search-options" role="listbox" aria-label={words('suggestions')} class={options.length > 0 ? 'options' : 'options is-empty'}>
        {options.map((option, i) => (
          <li
            key={option}
            id={`search-option-${i}`}
            role="option"
            aria-selected={i === chosen}
            onMouseDown={(event) => {
              event.preventDefault()
              take(option)
            }}
          >
            {option}
          </li>
        ))}
      </ul>
      {(isShown || refused) && (
        <p class="search-fault" role="alert">
          {isShown && key ? words(key, fault.text) : refused}
        </p>
      )}
    </div>
  )
}
