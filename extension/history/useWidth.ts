import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** How wide an element is, in pixels, kept up as the window changes. */
export const useWidth = <E extends Element>() => {
  const element = useRef<E>(null)
  const width = useSignal(0)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    width.value = current.clientWidth
    const observer = new ResizeObserver(() => {
      width.value = current.clientWidth
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [width])
  return { element, width: width.value }
}
