import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'

/** Without HTTPS there is no clipboard but on this machine: then the old way. */
async function written(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}

/** Puts a text on the clipboard and says so. */
export function Copy({ text, label }: { text: string; label?: string }) {
  const { words } = useDesk()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    if (!(await written(text))) return
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }
  return (
    <button type="button" class="small" onClick={() => void copy()}>
      {copied ? words('copied') : (label ?? words('copy'))}
    </button>
  )
}
