import { useEffect, useRef } from 'preact/hooks'
import { onTime, time } from './play.ts'

interface FrameProps {
  /** The page, without the time. */
  readonly address: string
  readonly title: string
  readonly class: string
  readonly onReady?: (frame: HTMLIFrameElement) => void
}

/** A page that lives at the time of the time bar: it is told when it is loaded, and of every change from then on. */
export const Frame = ({ address, title, class: name, onReady }: FrameProps) => {
  const frame = useRef<HTMLIFrameElement>(null)
  const isLoaded = useRef(false)
  const tell = (): void => {
    const origin = new URL(address, location.href).origin
    if (isLoaded.current) frame.current?.contentWindow?.postMessage({ demoTime: time.peek() }, origin)
  }
  useEffect(() => onTime(tell), [])
  const begun = useRef(time.peek())
  const { at, since, speed } = begun.current
  return (
    <iframe
      ref={frame}
      title={title}
      class={name}
      src={`${address}${address.includes('?') ? '&' : '?'}at=${at}&since=${since}&speed=${speed}`}
      onLoad={() => {
        isLoaded.current = true
        tell()
        if (frame.current) onReady?.(frame.current)
      }}
    />
  )
}
