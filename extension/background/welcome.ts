import type { Store } from '../storage/store.ts'
import type { BackgroundPorts } from './ports.ts'

/** A policy that comes with the installation is there by then: Chromium gives it after two or three seconds. */
const WAIT = 5000

/**
 * Opens the welcome page for people who installed Podlight themselves. Where their company did, or set anything, it
 * opens only if the policy asks for it.
 */
export const createWelcome =
  (
    { timer, isForced, openWelcome }: Pick<BackgroundPorts, 'timer' | 'isForced' | 'openWelcome'>,
    store: Store,
  ) =>
  async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      timer(WAIT, resolve)
    })
    const { policy } = await store.read()
    const isTheirs = !policy.isSet && !(await isForced().catch(() => false))
    if (policy.welcome ?? isTheirs) await openWelcome()
  }
