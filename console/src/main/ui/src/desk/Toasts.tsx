import type { Words } from '../words/words.ts'

export interface Said {
  id: number
  text: string
  how: 'done' | 'failed'
  undo: Undo | null
}

/** A decision that may be taken back, and the alerts it was about; null where they are not known one by one. */
export interface Undo {
  decisionId: string
  alertIds: string[] | null
}

/** Ten seconds: long enough to see a slip, short enough not to be in the way. */
export const STAYS_MS = 10_000

export function Toasts({ said, words, undo, dismiss }: {
  said: Said | null
  words: Words
  undo: () => void
  dismiss: () => void
}) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {said && (
        <div class={`toast toast-${said.how}`} key={said.id}>
          <span class="toast-text">{said.text}</span>
          {said.undo && (
            <button type="button" class="plain" onClick={undo}>
              {words('undo')} <kbd>u</kbd>
            </button>
          )}
          <button type="button" class="plain icon" aria-label={words('close')} onClick={dismiss}>
            ×
          </button>
        </div>
      )}
    </div>
  )
}
