import type { ComponentChildren } from 'preact'
import type { Refused } from '../api/client.ts'
import { useDesk } from '../desk/desk.ts'
import { inWords } from '../desk/faults.ts'

interface NoticeProps {
  title: string
  hint?: string
  /** Whether it stands for the whole page. */
  isPage?: boolean
  children?: ComponentChildren
}

/** Something is not here, and what to do about it. */
export function Notice({ title, hint, isPage = false, children }: NoticeProps) {
  return (
    <div class="notice">
      {isPage ? <h1 class="notice-title">{title}</h1> : <p class="notice-title">{title}</p>}
      {hint && <p class="notice-hint">{hint}</p>}
      {children}
    </div>
  )
}

export function Failure({ fault, retry }: { fault: Refused; retry?: () => void }) {
  const { words } = useDesk()
  return (
    <div class="notice" role="alert">
      <p class="notice-title">{fault.status === 404 ? words('notFound') : words('failed')}</p>
      <p class="notice-hint">{fault.status === 404 ? words('notFoundHint') : inWords(fault, words)}</p>
      {retry && fault.status !== 404 && (
        <button type="button" onClick={retry}>
          {words('retry')}
        </button>
      )}
    </div>
  )
}

export function Waiting() {
  const { words } = useDesk()
  return (
    <p class="waiting" role="status">
      {words('loading')}
    </p>
  )
}
