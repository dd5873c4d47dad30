import type { Store } from '../storage/store.ts'
import type { BackgroundPorts } from './ports.ts'

/** Where a company installs Podlight, its policy arrives some seconds later; and it may ask for the welcome page. */
const PATIENCE = 5 * 60_000

/** In the session of the browser: until when a policy may still ask for it. */
const UNTIL = 'welcomeUntil'

export interface Welcome {
  /** Podlight was installed a moment ago, and the policy, if there is one by now, is taken. */
  installed(): Promise<void>
  /** Another policy was taken. */
  policyTaken(): Promise<void>
}

/**
 * Opens the welcome page for people who installed Podlight themselves. Where their company did, or set anything, it
 * opens only if the policy asks for it.
 */
export const createWelcome = (
  {
    clock,
    session,
    isForced,
    openWelcome,
  }: Pick<BackgroundPorts, 'clock' | 'session' | 'isForced' | 'openWelcome'>,
  store: Store,
): Welcome => {
  const policyTaken = async (): Promise<void> => {
    if ((await store.read()).policy.welcome !== true) return
    const until = (await session.get([UNTIL]))[UNTIL]
    if (typeof until !== 'number' || until < clock()) return
    await session.set({ [UNTIL]: 0 })
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
      await session.set({ [UNTIL]: clock() + PATIENCE })
      await policyTaken()
    },
    policyTaken,
  }
}
