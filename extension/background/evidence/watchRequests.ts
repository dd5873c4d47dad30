import { NO_WATCH, type Noticed } from '../../domain/evidence/watch.ts'
import { withChoice } from '../../domain/policy/policy.ts'
import type { Change } from '../change.ts'
import type { Evidence } from './evidence.ts'

/** How long nothing is said once somebody asked for that. */
const MUTED = 4 * 3_600_000

/** What pages ask for about the watch over requests. */
export const createWatchRequests = (change: Change, evidence: Evidence) => ({
  /** An organization to watch, as soon as the browser allows it; null takes everything back. */
  async watch(organisation: string | null): Promise<boolean> {
    // First: what the browser allows must not outlive what is known of it.
    await evidence.giveBack(organisation)
    const isStored = await change(({ watch, settings }, _, { kept, policy }) => {
      const isBegun = organisation !== null && settings.evidence !== 'off'
      const choice = organisation === null ? 'off' : 'shadow'
      return {
        // What was noticed of another organization is none of this one's.
        watch: organisation === watch.organisation ? watch : { ...NO_WATCH, organisation },
        ...(isBegun ? {} : withChoice(policy, kept.settings, kept.chosen, { evidence: choice })),
      }
    }, 'silent')
    await evidence.look()
    return isStored
  },
  said: (at: number, said: Noticed['said']): Promise<boolean> =>
    change(
      ({ watch }) => ({
        watch: { ...watch, signs: watch.signs.map((one) => (one.at === at ? { ...one, said } : one)) },
      }),
      'silent',
    ),
  muteWatch: (on: boolean): Promise<boolean> =>
    change(({ watch }, now) => ({ watch: { ...watch, mutedUntil: on ? now + MUTED : 0 } }), 'silent'),
})
