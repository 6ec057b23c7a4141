import type { Health, Muted, Row } from './types.ts'

/** What is told as it happens. */
export type News =
  | { kind: 'alert'; row: Row }
  /** About whom something was decided; to know what, it has to be asked for. */
  | { kind: 'decision'; alertIds: string[]; mutes: Muted[] }
  | { kind: 'health'; health: Health }
  | { kind: 'reset' }
  | { kind: 'connected'; connected: boolean }

const AGAIN_MS = 3_000

/**
 * Tells news until it is stopped. The browser connects again by itself, with the last id it saw; where the server refused
 * it, it gives up, and we begin anew: what happened in between was not told then.
 */
export function listen(tell: (news: News) => void): () => void {
  let source = open()
  let again: ReturnType<typeof setTimeout> | undefined

  function open(): EventSource {
    const opened = new EventSource('/api/stream')
    const on = (name: string, read: (data: string) => News) =>
      opened.addEventListener(name, (event) => tell(read((event as MessageEvent<string>).data)))
    on('alert', (data) => ({ kind: 'alert', row: JSON.parse(data) as Row }))
    on('decision', (data) => decision(data))
    on('health', (data) => ({ kind: 'health', health: JSON.parse(data) as Health }))
    on('reset', () => ({ kind: 'reset' }))
    opened.onopen = () => tell({ kind: 'connected', connected: true })
    opened.onerror = () => {
      tell({ kind: 'connected', connected: false })
      if (opened.readyState !== EventSource.CLOSED) return
      again = setTimeout(() => {
        source = open()
        tell({ kind: 'reset' })
      }, AGAIN_MS)
    }
    return opened
  }

  return () => {
    clearTimeout(again)
    source.close()
  }
}

function decision(data: string): News {
  const { alertIds = [], mutes, mute } = JSON.parse(data) as { alertIds?: string[]; mutes?: Muted[]; mute?: Muted }
  return { kind: 'decision', alertIds, mutes: mutes ?? (mute ? [mute] : []) }
}
