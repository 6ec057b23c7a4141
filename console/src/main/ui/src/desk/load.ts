import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Refused } from '../api/client.ts'

export interface Loaded<T> {
  value: T | null
  fault: Refused | null
  busy: boolean
  reload(): void
}

/** What a call answers, asked again whenever what it depends on changes. The old answer stays until the new one is here. */
export function useLoad<T>(call: (signal: AbortSignal) => Promise<T>, dependsOn: unknown[]): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, 'reload'>>({ value: null, fault: null, busy: true })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const aborted = new AbortController()
    setState((before) => ({ ...before, busy: true }))
    call(aborted.signal).then(
      (value) => !aborted.signal.aborted && setState({ value, fault: null, busy: false }),
      (fault: Refused) => !aborted.signal.aborted && setState((before) => ({ ...before, fault, busy: false })),
    )
    return () => aborted.abort()
  }, [...dependsOn, turn])
  const reload = useCallback(() => setTurn((before) => before + 1), [])
  return { ...state, reload }
}
