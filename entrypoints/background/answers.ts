import { charged } from '../../shared/poll/bucket.ts'
import { parseRow } from '../../shared/poll/row.ts'
import { extension } from '../../shared/words/extension/en.ts'
import { fill } from '../../shared/words/fill.ts'
import { messageOf } from '../alerts/message.ts'
import { muteOf } from '../alerts/mutes.ts'
import { NO_ALERTS } from '../alerts/shape.ts'
import type { Reply, Request, Tried } from '../messages/protocol.ts'
import { inventedView } from '../state/invented.ts'
import { DEFAULT_SETTINGS, type Settings } from '../state/settings.ts'
import { NO_POLL, type Values, VENDOR_PAGE } from '../storage/keys.ts'
import { rowsOf, type Store } from '../storage/store.ts'
import type { Asking } from './asking.ts'
import { deliver } from './deliver.ts'
import { rowFor } from './poller.ts'
import type { Line, StationPorts } from './ports.ts'
import { tryFeed } from './tryFeed.ts'
import { EXAMPLE, type Turn, viewIn } from './turn.ts'

/** Does what pages ask for. What is stored is written here and nowhere else. */
export const createAnswers = (ports: StationPorts, store: Store, inLine: Line, turn: Turn, ask: Asking) => {
  const { clock, history, notifier } = ports

  /** Writes what a task makes of what is stored; false where it is not kept. */
  const change = (
    task: (values: Values, now: number) => Partial<Values>,
    manner: 'silent' | 'aloud',
  ): Promise<boolean> =>
    inLine(async () => {
      const { values } = await store.read()
      const isStored = await store.save(task(values, clock()))
      await turn(manner === 'silent')
      return isStored
    })

  const settle = (settings: Settings): Promise<boolean> =>
    change((values, now) => {
      const { alerts } = values
      const wholes = viewIn({ ...values, settings }, now).pods.map(({ whole }) => whole)
      // More to watch is no worsening: what was muted stays so for what is watched now.
      const mutes = alerts.mutes.map((mute) => {
        const wider = muteOf(mute.incident, wholes)
        // Where nothing is known right now, what is known of it stays.
        return Object.keys(wider.hit).length === 0 ? mute : wider
      })
      return mutes.length === 0 ? { settings } : { settings, alerts: { ...alerts, mutes } }
    }, 'silent')

  const mute = (incident: string, on: boolean): Promise<boolean> =>
    change((values, now) => {
      const { alerts } = values
      const wholes = viewIn(values, now).pods.map(({ whole }) => whole)
      const others = alerts.mutes.filter((one) => one.incident !== incident)
      return { alerts: { ...alerts, mutes: on ? [...others, muteOf(incident, wholes)] : others } }
    }, 'silent')

  const tellBack = (pod: string, on: boolean): Promise<boolean> =>
    change((values, now) => {
      const { alerts } = values
      const whole = viewIn(values, now).pods.find((one) => one.pod === pod)?.whole
      const { [pod]: _, ...others } = alerts.backs
      // A pod that is well has nowhere to come back from.
      const isAway = on && whole !== undefined && whole.level !== 'ok'
      return { alerts: { ...alerts, backs: isAway ? { ...others, [pod]: whole.level } : others } }
    }, 'aloud')

  const example = async (): Promise<boolean> => {
    // Before it is drawn: a death right after must not leave it on the toolbar.
    await ports.wakeAt(clock() + EXAMPLE).catch(() => undefined)
    const isStored = await change((_, now) => ({ example: now + EXAMPLE }), 'aloud')
    const now = clock()
    const { settings } = (await store.read()).values
    const [view] = inventedView(settings.pods[0] ?? 'prod1', now).pods
    if (view) {
      const invented = messageOf([{ kind: 'degraded', view, incident: null }], 'example', ports.place(now))
      const title = fill(extension.notify.example, { text: invented.title })
      await deliver([{ ...invented, title }], notifier)
    }
    // Whichever comes first takes it off again: this background may be dead by then.
    await ports.wakeAt(now + EXAMPLE).catch(() => undefined)
    ports.timer(EXAMPLE, () => void inLine(() => turn()).catch(() => undefined))
    return isStored
  }

  const reset = async (): Promise<boolean> => {
    const isStored = await change(
      ({ poll }, now) => ({
        settings: DEFAULT_SETTINGS,
        alerts: NO_ALERTS,
        news: null,
        example: null,
        dropped: 0,
        // The bucket stays: forgetting is no way to more questions.
        poll: { ...NO_POLL, row: rowFor(VENDOR_PAGE, poll, now) },
      }),
      'silent',
    )
    await ask.settle()
    // With no pod watched any more, nothing is recorded after it.
    const isForgotten = await inLine(() => history.forget()).then(
      () => true,
      () => false,
    )
    return isStored && isForgotten
  }

  /** Asks an address once, before it is used. It is a question like any other, and the bucket pays for it. */
  const tryOut = async (address: string): Promise<Tried> => {
    const isPaid = await inLine(async () => {
      const { poll } = (await store.read()).values
      const now = clock()
      const row = parseRow(rowFor(poll.feed, poll, now))
      const bucket = row === null ? null : charged(row.bucket, now)
      if (row === null || bucket === null) return false
      await store.save({ poll: { ...poll, row: { ...row, bucket } } })
      return true
    })
    return isPaid ? tryFeed(address, ports) : { kind: 'wait' }
  }

  const done = async (request: Request): Promise<{ stored: boolean; tried?: Tried }> => {
    switch (request.type) {
      case 'page-bg:open':
        await ask('wake')
        return { stored: true }
      case 'page-bg:check':
        await ask('urge')
        return { stored: true }
      case 'page-bg:mute':
        return { stored: await mute(request.incident, request.on) }
      case 'page-bg:tell-back':
        return { stored: await tellBack(request.pod, request.on) }
      case 'page-bg:settings': {
        const stored = await settle(request.settings)
        // Not waited for: what was chosen is stored, whatever the network does.
        ask('wake').catch(() => undefined)
        return { stored }
      }
      case 'page-bg:try':
        return { stored: true, tried: await tryOut(request.address) }
      case 'page-bg:example':
        return { stored: await example() }
      case 'page-bg:reset':
        return { stored: await reset() }
    }
  }

  return async (request: Request): Promise<Reply> => {
    const before = ask.count()
    const { stored, tried = null } = await done(request)
    const { values, losses } = await store.read()
    const isHeld = losses.isBroken || losses.newer.length > 0
    return {
      stored,
      tried,
      asked: ask.count() > before,
      due: ask.due(),
      losses: { ...losses, newer: [...losses.newer], noHistory: turn.noHistory() },
      rows: isHeld ? rowsOf(values) : null,
    }
  }
}
