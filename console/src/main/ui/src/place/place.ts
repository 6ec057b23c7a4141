import { useEffect, useState } from 'preact/hooks'

/** Where the page is: everything that one sees is in it, so that a reload or a link shows the same. */
export interface Place {
  path: string
  parameters: URLSearchParams
}

const listeners = new Set<() => void>()

export function here(): Place {
  return { path: location.pathname, parameters: new URLSearchParams(location.search) }
}

/** Goes there; the way back stays, except where it replaces. */
export function go(where: string, how: 'push' | 'replace' = 'push'): void {
  if (where === location.pathname + location.search) return
  if (how === 'push') history.pushState(null, '', where)
  else history.replaceState(null, '', where)
  listeners.forEach((listener) => listener())
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here)
  useEffect(() => {
    const update = () => setPlace(here())
    listeners.add(update)
    addEventListener('popstate', update)
    return () => {
      listeners.delete(update)
      removeEventListener('popstate', update)
    }
  }, [])
  return place
}

/** Lets links of the page change the place without loading it anew. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element | null)?.closest('a')
    const target = link?.getAttribute('href')
    if (!link || !target?.startsWith('/') || target.startsWith('//') || target.startsWith('/api/') || link.target) return
    event.preventDefault()
    go(target)
    scrollTo(0, 0)
  })
}
