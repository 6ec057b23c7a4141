import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** How large an element is, as it changes. */
export function useSize(of: RefObject<Element | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    if (!of.current) return
    let frame = 0
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      // In the next frame: drawn at once, what is observed would change while it is being told.
      frame = requestAnimationFrame(() => setSize({ width, height }))
    })
    watch.observe(of.current)
    return () => {
      cancelAnimationFrame(frame)
      watch.disconnect()
    }
  }, [of.current])
  return size
}
