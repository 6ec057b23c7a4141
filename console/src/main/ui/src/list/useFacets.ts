import { useEffect } from 'preact/hooks'
import { alerts } from '../api/calls.ts'
import type { Facets } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { useLoad } from '../desk/load.ts'

const SETTLES_MS = 1_500

/** Counts of a filter: asked for with the view, and after decisions; not with each alert, for they cost the server much. */
export function useFacets(q: string, turn: number): Facets | null {
  const { hear } = useDesk()
  const { value, reload } = useLoad((signal) => alerts.facets(q, signal), [q, turn])
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined
    const deaf = hear((told) => {
      if (told.kind !== 'decision' && told.kind !== 'bulk') return
      clearTimeout(soon)
      soon = setTimeout(reload, SETTLES_MS)
    })
    return () => {
      clearTimeout(soon)
      deaf()
    }
  }, [reload])
  return value
}
