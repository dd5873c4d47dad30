import { parseState } from '../../shared/polling/pollState.ts'
import { AFFECTED, lengthened, WELL } from '../../shared/polling/waits.ts'
import { isLocked, withChoice } from '../domain/policy/policy.ts'
import type { Choice } from '../domain/settings.ts'
import type { Tried } from '../messaging/protocol.ts'
import type { Store } from '../storage/store.ts'
import { isAffected } from './feedPoller.ts'
import type { PayFor } from './payFor.ts'
import { rowFor } from './pollerFor.ts'
import type { BackgroundPorts, TaskQueue } from './ports.ts'
import type { Refresh } from './refresh.ts'
import { seenAt } from './renewal.ts'
import { type Attempt, tryAddress } from './tryAddress.ts'

export interface Used {
  readonly stored: boolean
  /** Left out where the company set the address: then none is tried. */
  readonly tried?: Tried
}

/**
 * Tries an address and uses it from now on; what it answered is the first news from there. One that gives no news is
 * not taken. Where the bucket cannot pay for a request, it is taken unseen.
 */
export const createUseAddress = (
  ports: BackgroundPorts,
  store: Store,
  enqueue: TaskQueue,
  refresh: Refresh,
  payFor: PayFor,
) => {
  const { clock, random } = ports

  /** False where it is not stored; null where the company has set another one meanwhile. */
  const take = (address: string, answer: NonNullable<Attempt['answer']>): Promise<boolean | null> =>
    enqueue(async () => {
      const { values, kept, policy } = await store.read()
      if (isLocked(policy, 'feed')) return null
      const { body, news, at } = answer
      const settings = { ...values.settings, feed: address }
      const isTroubled = isAffected(settings, news, at)
      const row = parseState(rowFor(address, values.poll, clock()))
      const isStored = await store.save({
        ...withChoice(policy, kept.settings, kept.chosen, { feed: address }),
        news: { feed: address, body },
        poll: {
          feed: address,
          row: row && {
            ...row,
            asked: at,
            due: at + lengthened(isTroubled ? AFFECTED : WELL, random()),
            lastOutcome: isTroubled ? 'affected' : 'well',
          },
          heard: { at, host: address },
          seen: seenAt(at, settings, values.poll.seen),
          trouble: null,
        },
      })
      await refresh(true)
      return isStored
    })

  return async (address: string, settle: (choice: Choice) => Promise<boolean>): Promise<Used> => {
    if (isLocked((await store.read()).policy, 'feed')) return { stored: false }
    const { tried, answer } = await tryAddress(address, ports, () => payFor(address))
    if (answer) {
      const stored = await take(address, answer)
      return stored === null ? { stored: false } : { tried, stored }
    }
    if (tried.kind !== 'wait') return { tried, stored: true }
    return { tried, stored: await settle({ feed: address }) }
  }
}
