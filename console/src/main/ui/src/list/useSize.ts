import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** How large an element is, as it changes. */
export function useSize(of: RefObject<Element | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    if (!of.current) return
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      setSize({ width, height })
    })
    watch.observe(of.current)
    return () => watch.disconnect()
  }, [of.current])
  return size
}
