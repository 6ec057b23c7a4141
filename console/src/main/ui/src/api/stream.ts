import type { Health, Mute, Row } from './types.ts'

/** What is told as it happens. */
export type News =
  | { kind: 'alert'; row: Row }
  | { kind: 'decision'; alertIds: string[]; mute: Mute | null }
  | { kind: 'health'; health: Health }
  | { kind: 'reset' }
  | { kind: 'connected'; connected: boolean }

/** Tells news until it is stopped. The browser connects again by itself, with the last id it saw. */
export function listen(tell: (news: News) => void): () => void {
  const source = new EventSource('/api/stream')
  const on = (name: string, read: (data: string) => News) =>
    source.addEventListener(name, (event) => tell(read((event as MessageEvent<string>).data)))
  on('alert', (data) => ({ kind: 'alert', row: JSON.parse(data) as Row }))
  on('decision', (data) => {
    const decided = JSON.parse(data) as { alertIds?: string[]; mute?: Mute }
    return { kind: 'decision', alertIds: decided.alertIds ?? [], mute: decided.mute ?? null }
  })
  on('health', (data) => ({ kind: 'health', health: JSON.parse(data) as Health }))
  on('reset', () => ({ kind: 'reset' }))
  source.onopen = () => tell({ kind: 'connected', connected: true })
  source.onerror = () => tell({ kind: 'connected', connected: false })
  return () => source.close()
}
