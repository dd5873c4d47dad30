import { withTimeout } from '../../shared/polling/withTimeout.ts'
import { fill } from '../../shared/text/fill.ts'
import { notificationOf } from '../domain/alerts/notificationText.ts'
import { NO_ALERTS } from '../domain/alerts/storedAlerts.ts'
import { NO_WATCH } from '../domain/evidence/watch.ts'
import { exampleView } from '../domain/exampleIncident.ts'
import { muteOf } from '../domain/mutes/mutes.ts'
import { settingsUnder, withChoice } from '../domain/policy/policy.ts'
import { type Choice, DEFAULT_SETTINGS } from '../domain/settings.ts'
import type { Reply, Request, Tried } from '../messaging/protocol.ts'
import { rowsOf, type Store } from '../storage/store.ts'
import { NO_POLL, VENDOR_PAGE } from '../storage/storedKeys.ts'
import { extension } from '../text/en.ts'
import type { Change } from './change.ts'
import type { Evidence } from './evidence/evidence.ts'
import { createWatchRequests } from './evidence/watchRequests.ts'
import type { FeedPoller } from './feedPoller.ts'
import type { PayFor } from './payFor.ts'
import { rowFor } from './pollerFor.ts'
import type { BackgroundPorts, TaskQueue } from './ports.ts'
import { EXAMPLE, PATIENCE, type Refresh, viewIn } from './refresh.ts'
import { showNotifications } from './showNotifications.ts'
import { createUseAddress } from './useAddress.ts'

/** Does what pages ask for. What is stored is written here and nowhere else. */
export const createRequestHandlers = (
  ports: BackgroundPorts,
  store: Store,
  enqueue: TaskQueue,
  refresh: Refresh,
  poller: FeedPoller,
  payFor: PayFor,
  evidence: Evidence,
) => {
  const { clock, history, notifier } = ports
  const useAddress = createUseAddress(ports, store, enqueue, refresh, payFor)

  const change: Change = (task, manner) =>
    enqueue(async () => {
      const stored = await store.read()
      const isStored = await store.save(task(stored.values, clock(), stored))
      await refresh(manner === 'silent')
      return isStored
    })

  const { watch, said, muteWatch } = createWatchRequests(change, evidence)

  const settle = (choice: Choice): Promise<boolean> =>
    change((values, now, { kept, policy }) => {
      const { alerts } = values
      const own = withChoice(policy, kept.settings, kept.chosen, choice)
      const settings = settingsUnder(policy, own.settings, own.chosen)
      const wholes = viewIn({ ...values, settings }, now).pods.map(({ mine }) => mine)
      // More to watch is no worsening: what was muted stays so for what is watched now.
      const mutes = alerts.mutes.map((mute) => {
        const wider = muteOf(mute.incident, wholes)
        // Where nothing is known right now, what is known of it stays.
        return Object.keys(wider.affected).length === 0 ? mute : wider
      })
      return mutes.length === 0 ? own : { ...own, alerts: { ...alerts, mutes } }
    }, 'silent')

  const mute = (incident: string, on: boolean): Promise<boolean> =>
    change((values, now) => {
      const { alerts } = values
      const wholes = viewIn(values, now).pods.map(({ mine }) => mine)
      const others = alerts.mutes.filter((one) => one.incident !== incident)
      return { alerts: { ...alerts, mutes: on ? [...others, muteOf(incident, wholes)] : others } }
    }, 'silent')

  const tellBack = (pod: string, on: boolean): Promise<boolean> =>
    change((values, now) => {
      const { alerts } = values
      const whole = viewIn(values, now).pods.find((one) => one.pod === pod)?.mine
      const { [pod]: _, ...others } = alerts.awaited
      // A pod that is well has nowhere to come back from.
      const isAway = on && whole !== undefined && whole.level !== 'ok'
      return { alerts: { ...alerts, awaited: isAway ? { ...others, [pod]: whole.level } : others } }
    }, 'aloud')

  const example = async (): Promise<boolean> => {
    // Before it is drawn: a death right after must not leave it on the toolbar.
    await ports.wakeAt(clock() + EXAMPLE).catch(() => undefined)
    const isStored = await change((_, now) => ({ example: now + EXAMPLE }), 'aloud')
    const now = clock()
    const { settings } = (await store.read()).values
    const [view] = exampleView(settings.pods[0] ?? 'prod1', now).pods
    if (view) {
      const invented = notificationOf(
        [{ kind: 'degraded', view, incident: null }],
        'example',
        ports.place(now),
      )
      const title = fill(extension.notify.example, { text: invented.title })
      await showNotifications([{ ...invented, title }], notifier)
    }
    // Whichever comes first takes it off again: this background may be dead by then.
    await ports.wakeAt(now + EXAMPLE).catch(() => undefined)
    ports.timer(EXAMPLE, () => void enqueue(() => refresh()).catch(() => undefined))
    return isStored
  }

  const reset = async (): Promise<boolean> => {
    await evidence.giveBack(null)
    const isStored = await change(
      ({ poll }, now) => ({
        settings: DEFAULT_SETTINGS,
        chosen: [],
        alerts: NO_ALERTS,
        news: null,
        past: [],
        filled: null,
        watch: NO_WATCH,
        example: null,
        dropped: 0,
        // The bucket stays: forgetting is no way to more requests.
        poll: { ...NO_POLL, row: rowFor(VENDOR_PAGE, poll, now) },
      }),
      'silent',
    )
    await poller.settle()
    // With no pod watched any more, nothing is recorded after it.
    const isForgotten = await enqueue(() =>
      withTimeout(ports.timer, PATIENCE, history.forget(), () => undefined),
    ).then(
      () => true,
      () => false,
    )
    return isStored && isForgotten
  }

  const done = async (request: Request): Promise<{ stored: boolean; tried?: Tried }> => {
    switch (request.type) {
      case 'page-bg:open':
        await poller('wake')
        return { stored: true }
      case 'page-bg:check':
        await poller('refreshNow')
        return { stored: true }
      case 'page-bg:mute':
        return { stored: await mute(request.incident, request.on) }
      case 'page-bg:tell-back':
        return { stored: await tellBack(request.pod, request.on) }
      case 'page-bg:settings': {
        const stored = await settle(request.settings)
        await evidence.look()
        // Not waited for: what was chosen is stored, whatever the network does.
        poller('wake').catch(() => undefined)
        return { stored }
      }
      case 'page-bg:use': {
        const used = await useAddress(request.address, settle)
        if (used.tried?.kind === 'fine' || used.tried?.kind === 'wait') await poller('look')
        return used
      }
      case 'page-bg:watch':
        return { stored: await watch(request.organisation) }
      case 'page-bg:watch-said':
        return { stored: await said(request.at, request.said) }
      case 'page-bg:watch-mute':
        return { stored: await muteWatch(request.on) }
      case 'page-bg:example':
        return { stored: await example() }
      case 'page-bg:reset':
        return { stored: await reset() }
    }
  }

  return async (request: Request): Promise<Reply> => {
    const before = poller.count()
    const { stored, tried = null } = await done(request)
    const { kept, losses } = await store.read()
    const isHeld = losses.isBroken || losses.newer.length > 0
    return {
      stored,
      tried,
      asked: poller.count() > before,
      due: poller.due(),
      losses: { ...losses, newer: [...losses.newer], noHistory: refresh.noHistory() },
      rows: isHeld ? rowsOf(kept) : null,
    }
  }
}
