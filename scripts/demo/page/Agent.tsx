import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { about } from './about.ts'
import { clock } from './clock.ts'
import { Frame } from './Frame.tsx'
import { now, pod, take } from './play.ts'
import { face, forgetAll, notices, ring, send } from './pretendBrowser.ts'

const POPUP = '/popup.html'
const BEAT = 200
/** No browser makes a popup taller. */
const HIGHEST = 600
const LOWEST = 60

/** As tall as what is in it, as a browser makes a popup. */
const grow = (frame: HTMLIFrameElement): void => {
  const height = frame.contentDocument?.body?.scrollHeight
  if (height) frame.style.height = `${Math.min(Math.max(height, LOWEST), HIGHEST)}px`
}

const Toolbar = () => {
  const { icon, text, color, title } = face.value
  return (
    <div class="toolbar">
      <span class="address">crm.example</span>
      <span class="action" role="img" title={title} aria-label={title}>
        <img src={icon} alt="" width="20" height="20" />
        {text !== '' && (
          <span class="badge" style={{ background: color }}>
            {text}
          </span>
        )}
      </span>
    </div>
  )
}

/** What an agent sees: the toolbar, a notification, and the popup as if it had been clicked. */
export const Agent = () => {
  const installed = useSignal(-1)
  const popup = useRef<HTMLIFrameElement | null>(null)
  const page = useSignal(POPUP)
  const show = (address: string): void => {
    page.value = address
  }
  /** A browser would open the extension's other pages in a tab, where this one could lend them nothing. */
  const keepInside = (frame: HTMLIFrameElement): void =>
    frame.contentDocument?.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a')
      if (link === null || link.origin !== location.origin) return
      event.preventDefault()
      show(`${link.pathname}${link.search}`)
    })
  useSignalEffect(() => {
    take.value
    page.value = POPUP
    forgetAll()
  })
  useEffect(() => {
    const timer = setInterval(() => {
      ring(now.peek())
      if (popup.current?.isConnected) grow(popup.current)
    }, BEAT)
    return () => clearInterval(timer)
  }, [])
  const install = async (): Promise<void> => {
    const settings = {
      pods: [pod.peek()],
      ignored: null,
      notify: true,
      quiet: null,
      feed: about.feed === '' ? null : about.feed,
    }
    await send({ type: 'page-bg:settings', settings })
    installed.value = take.peek()
  }
  const [notice] = notices.value
  return (
    <section class="side" aria-labelledby="agent">
      <h2 id="agent">
        What an agent sees <span class="soft">in the extension</span>
      </h2>
      {page.value !== POPUP && (
        <button type="button" class="plain" onClick={() => show(POPUP)}>
          Back to the popup
        </button>
      )}
      <div class="browser">
        <Toolbar />
        {installed.value === take.value && (
          <Frame
            key={`${take.value} ${page.value}`}
            address={page.value}
            class="popup"
            title="The popup"
            onReady={(frame) => {
              popup.current = frame
              keepInside(frame)
            }}
          />
        )}
      </div>
      <Frame
        key={`background ${take.value}`}
        address="/background.html"
        class="hidden"
        title="The background"
        onReady={install}
      />
      {notice && (
        <div class="notice card" role="status">
          <img src="/icons/podlight.svg" alt="" width="32" height="32" />
          <div>
            <b>{notice.title}</b> <span class="soft small">{clock.format(notice.at)} UTC</span>
            <p>{notice.message}</p>
          </div>
        </div>
      )}
    </section>
  )
}
