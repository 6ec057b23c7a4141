import { useEffect } from 'preact/hooks'

export type Bindings = Record<string, (() => void) | undefined>

/** Keys of a page; they rest while one writes, while a dialog is open, and with Ctrl, Alt or Meta. */
export function useKeys(bindings: Bindings): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (document.querySelector('dialog[open]') || isWriting(event.target)) return
      if (event.key === 'Enter' && isPressable(event.target)) return
      const act = bindings[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  })
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select')
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('a, button, summary, input')
}
