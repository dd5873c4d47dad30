import type { Store } from '../storage/store.ts'
import type { BackgroundPorts } from './ports.ts'

/** Where a company installs Podlight, Chromium knows the policy two or three seconds after its start. */
const WAIT = 5000

/**
 * Opens the welcome page for people who installed Podlight themselves. Where their company did, or set anything, it
 * opens only if the policy asks for it.
 */
export const createWelcome =
  (
    { timer, isForced, openWelcome }: Pick<BackgroundPorts, 'timer' | 'isForced' | 'openWelcome'>,
    store: Store,
    takePolicy: () => Promise<unknown>,
  ) =>
  async (): Promise<void> => {
    const isTheirs = !(await isForced().catch(() => false))
    if (!isTheirs)
      await new Promise<void>((resolve) => {
        timer(WAIT, resolve)
      })
    await takePolicy()
    const { policy } = await store.read()
    if (policy.welcome ?? (isTheirs && !policy.isSet)) await openWelcome()
  }
