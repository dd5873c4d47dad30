import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { extension } from '../text/en.ts'

const { welcome } = extension
const LOOK = 1000

/** Null where the browser does not tell. */
const isPinned = signal<boolean | null>(null)

const look = async (): Promise<void> => {
  try {
    const { isOnToolbar } = await browser.action.getUserSettings()
    isPinned.value = isOnToolbar ?? null
  } catch {
    isPinned.value = null
  }
}

/** How to pin the icon, until it is pinned. */
export const Pin = () => {
  useEffect(() => {
    void look()
    // Pinning happens beside the page, and not every browser tells of it.
    const timer = setInterval(() => {
      if (!document.hidden) void look()
    }, LOOK)
    return () => clearInterval(timer)
  }, [])
  const how = import.meta.env.FIREFOX ? welcome.pinFirefox : welcome.pin
  return (
    <section class="card block">
      <h2>{welcome.pinTitle}</h2>
      <p role="status">{isPinned.value ? `✓ ${welcome.pinned}` : how}</p>
    </section>
  )
}
