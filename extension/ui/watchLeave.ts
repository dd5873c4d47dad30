import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { permissionsOf } from '../domain/evidence/origins.ts'
import { request, values } from './pageState.ts'

/** Whether the browser lets Podlight see an organization's requests; null until it said so. */
export const useIsAllowed = (organisation: string | null) => {
  const isAllowed = useSignal<boolean | null>(null)
  useEffect(() => {
    const { permissions } = browser
    const look = async (): Promise<void> => {
      isAllowed.value = organisation !== null && (await permissions.contains(permissionsOf(organisation)))
    }
    void look()
    permissions.onAdded.addListener(look)
    permissions.onRemoved.addListener(look)
    return () => {
      permissions.onAdded.removeListener(look)
      permissions.onRemoved.removeListener(look)
    }
  }, [organisation, isAllowed])
  return isAllowed.value
}

/** Asks for it, in the click itself: a browser that waits for anything before asks nobody any more. */
export const askToWatch = async (organisation: string): Promise<boolean> => {
  const isFirst = values.value?.watch.organisation !== organisation
  // First, as the browser's question may close a popup. It is sent at once, and not waited for.
  void request({ type: 'page-bg:watch', organisation })
  const isAllowed = await browser.permissions.request(permissionsOf(organisation)).catch(() => false)
  // Whoever refuses what they allowed before loses nothing of what was kept.
  if (!isAllowed && isFirst) await stopWatching()
  return isAllowed
}

/** Takes it all back: leave, counters and list. */
export const stopWatching = () => request({ type: 'page-bg:watch', organisation: null })
