import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'

/** Puts a text on the clipboard and says so. */
export function Copy({ text, label }: { text: string; label?: string }) {
  const { words } = useDesk()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true)
        setTimeout(() => setCopied(false), 2_000)
      },
      () => setCopied(false),
    )
  return (
    <button type="button" class="small" onClick={() => void copy()}>
      {copied ? words('copied') : (label ?? words('copy'))}
    </button>
  )
}
