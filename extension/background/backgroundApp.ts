import type { EventLine } from '../../shared/evidence/line.ts'
import type { Reply, Request } from '../messaging/protocol.ts'
import { openStore } from '../storage/store.ts'
import { createBackFill } from './backFill.ts'
import { createEventOffers } from './eventOffers.ts'
import { createEvidence } from './evidence/evidence.ts'
import { createFeedPoller } from './feedPoller.ts'
import { createLookBack } from './lookBack.ts'
import { createPayFor } from './payFor.ts'
import { type BackgroundPorts, createTaskQueue } from './ports.ts'
import { createRefresh } from './refresh.ts'
import { createRequestHandlers } from './requestHandlers.ts'
import { createTakePolicy } from './takePolicy.ts'
import { createWelcome } from './welcome.ts'

export interface BackgroundApp {
  /** An alarm, or a start of the background: looks again at what is known, and asks if it is time. */
  look(): Promise<void>
  /** The browser came online. */
  wake(): Promise<void>
  /** The browser says that the company's policy is another one. */
  policyChanged(): Promise<void>
  /** The browser may show requests to Podlight from now on, or no longer. */
  permissionsChanged(): Promise<void>
  /** Something happened to this computer or its network. */
  happened(event: EventLine['event']): void
  /** It was just installed: whoever did that themselves is welcomed. */
  welcome(): Promise<void>
  /** Does what a page asked for. */
  handle(request: Request): Promise<Reply>
}

/**
 * The background's work. All state is in storage: each refresh reads it, decides, writes, and only then tells, one
 * after the other. A background that dies is followed by another one that goes on from what is stored.
 *
 *     alarm, page, policy, events ─► feedPoller ─► storage ─► refresh ─► toolbar, history, notifications
 */
export const createBackgroundApp = (given: BackgroundPorts): BackgroundApp => {
  const offers = createEventOffers(given.fetch)
  const ports = { ...given, fetch: offers.fetch }
  const store = openStore(ports.area)
  const enqueue = createTaskQueue()
  const refresh = createRefresh(ports, store)
  const payFor = createPayFor(ports.clock, store, enqueue)
  const lookBack = createLookBack(ports, store, enqueue, createBackFill(ports, store, enqueue, payFor))
  const poller = createFeedPoller(ports, store, enqueue, refresh, lookBack, payFor, offers.has, (line) =>
    evidence.take(line),
  )
  const evidence = createEvidence(ports, store, enqueue, refresh, () => poller('refreshNow'))
  const takePolicy = createTakePolicy(ports, store, enqueue)
  const welcome = createWelcome(ports, store)

  /** Nobody is notified of what another policy changed, as where the user chose; what isn't known yet is asked for. */
  const followPolicy = async (how: 'look' | 'changed'): Promise<void> => {
    const isNew = await takePolicy(how)
    if (isNew)
      await enqueue(async () => {
        await refresh(true)
        const { policy } = (await store.read()).kept
        await store.save({ policy: { ...policy, isNew: false } })
      })
    await welcome.asPolicySays().catch(() => undefined)
    await evidence.look().catch(() => undefined)
    await poller(isNew ? 'wake' : 'look')
  }
  let takenUp: Promise<void> | undefined
  return {
    async look() {
      takenUp ??= poller.takeUp().catch(() => undefined)
      await takenUp
      await enqueue(() => refresh())
      await followPolicy('look')
    },
    policyChanged: () => followPolicy('changed'),
    wake: () => poller('wake'),
    permissionsChanged: () => evidence.look(),
    happened: (event) => evidence.take({ at: ports.clock(), event }),
    async welcome() {
      await takePolicy('look')
      await welcome.installed()
    },
    handle: createRequestHandlers(ports, store, enqueue, refresh, poller, payFor, evidence),
  }
}
