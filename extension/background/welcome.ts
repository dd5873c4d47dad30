import type { Store } from '../storage/store.ts'
import type { BackgroundPorts } from './ports.ts'

/** Where a company installs Podlight, that is while the browser starts: a page that opens any sooner can be lost. */
const EARLIEST = 5000
/** Its policy arrives some seconds later, and may ask for the welcome page. */
const LATEST = 5 * 60_000

/** In the session of the browser: when Podlight was installed, while it isn't decided yet. */
const INSTALLED = 'installed'

export interface Welcome {
  /** Podlight was installed a moment ago, and the policy, if there is one by now, is taken. */
  installed(): Promise<void>
  /** Opens the page where the policy asks for it, and that wasn't done yet. */
  asPolicySays(): Promise<void>
}

type Ports = Pick<BackgroundPorts, 'clock' | 'session' | 'timer' | 'isForced' | 'openWelcome'>

/**
 * Opens the welcome page for people who installed Podlight themselves. Where their company did, or set anything, it
 * opens only if the policy asks for it.
 */
export const createWelcome = (
  { clock, session, timer, isForced, openWelcome }: Ports,
  store: Store,
): Welcome => {
  const asPolicySays = async (): Promise<void> => {
    if ((await store.read()).policy.welcome !== true) return
    const since = (await session.get([INSTALLED]))[INSTALLED]
    const age = typeof since === 'number' ? clock() - since : Number.NaN
    if (!(age >= EARLIEST && age <= LATEST)) return
    await session.set({ [INSTALLED]: null })
    await openWelcome()
  }
  return {
    async installed() {
      const isTheirs = !(await isForced().catch(() => false))
      const { policy } = await store.read()
      if (isTheirs && !policy.isSet) {
        await openWelcome()
        return
      }
      await session.set({ [INSTALLED]: clock() })
      // A timer may be early by a little.
      await new Promise<void>((resolve) => {
        timer(EARLIEST + 100, resolve)
      })
      await asPolicySays()
    },
    asPolicySays,
  }
}
