import { extension } from '../../shared/words/extension/en.ts'
import { fill } from '../../shared/words/fill.ts'
import { messageOf } from '../alerts/message.ts'
import { muteOf } from '../alerts/mutes.ts'
import { NO_ALERTS } from '../alerts/shape.ts'
import type { Reply, Request } from '../messages/protocol.ts'
import { inventedView } from '../state/invented.ts'
import { DEFAULT_SETTINGS, type Settings } from '../state/settings.ts'
import { type Values, VENDOR_PAGE } from '../storage/keys.ts'
import { rowsOf, type Store } from '../storage/store.ts'
import type { Asking } from './asking.ts'
import { deliver } from './deliver.ts'
import { rowFor } from './poller.ts'
import type { Line, StationPorts } from './ports.ts'
import { EXAMPLE, type Turn, viewIn } from './turn.ts'

/** Does what pages ask for. What is stored is written here and nowhere else. */
export const createAnswers = (ports: StationPorts, store: Store, inLine: Line, turn: Turn, ask: Asking) => {
  const { clock, history, notifier } = ports

  /** Writes what a task makes of what is stored; false where it is not kept. */
  const change = (task: (values: Values, now: number) => Partial<Values>): Promise<boolean> =>
    inLine(async () => {
      const { values } = await store.read()
      const isStored = await store.save(task(values, clock()))
      await turn(true)
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
    })

  const mute = (incident: string, on: boolean): Promise<boolean> =>
    change((values, now) => {
      const { alerts } = values
      const wholes = viewIn(values, now).pods.map(({ whole }) => whole)
      const others = alerts.mutes.filter((one) => one.incident !== incident)
      return { alerts: { ...alerts, mutes: on ? [...others, muteOf(incident, wholes)] : others } }
    })

  const tellBack = (pod: string, on: boolean): Promise<boolean> =>
    change((values, now) => {
      const { alerts } = values
      const view = viewIn(values, now).pods.find((one) => one.pod === pod)
      const { [pod]: _, ...others } = alerts.backs
      return { alerts: { ...alerts, backs: on && view ? { ...others, [pod]: view.whole.level } : others } }
    })

  const example = async (): Promise<boolean> => {
    const isStored = await change((_, now) => ({ example: now + EXAMPLE }))
    const now = clock()
    const { settings } = (await store.read()).values
    const [view] = inventedView(settings.pods[0] ?? 'prod1', now).pods
    if (view) {
      const invented = messageOf([{ kind: 'degraded', view, incident: null }], 'example', ports.place(now))
      const title = fill(extension.notify.example, { text: invented.title })
      await deliver([{ ...invented, title }], notifier)
    }
    ports.timer(EXAMPLE, () => void inLine(() => turn()).catch(() => undefined))
    return isStored
  }

  const reset = async (): Promise<boolean> => {
    await history.forget().catch(() => undefined)
    const isStored = await change(({ poll }, now) => ({
      settings: DEFAULT_SETTINGS,
      alerts: NO_ALERTS,
      news: null,
      example: null,
      dropped: 0,
      // The bucket stays: forgetting is no way to more questions.
      poll: { feed: VENDOR_PAGE, row: rowFor(VENDOR_PAGE, poll, now), heard: null, trouble: null },
    }))
    await ask.settle()
    return isStored
  }

  const done = async (request: Request): Promise<boolean> => {
    switch (request.type) {
      case 'page-bg:open':
        await ask('wake')
        return true
      case 'page-bg:check':
        await ask('urge')
        return true
      case 'page-bg:mute':
        return mute(request.incident, request.on)
      case 'page-bg:tell-back':
        return tellBack(request.pod, request.on)
      case 'page-bg:settings': {
        const isStored = await settle(request.settings)
        // Not waited for: what was chosen is stored, whatever the network does.
        ask('wake').catch(() => undefined)
        return isStored
      }
      case 'page-bg:example':
        return example()
      case 'page-bg:reset':
        return reset()
    }
  }

  return async (request: Request): Promise<Reply> => {
    const before = ask.count()
    const stored = await done(request)
    const { values, losses } = await store.read()
    const isHeld = losses.isBroken || losses.newer.length > 0
    return {
      stored,
      asked: ask.count() > before,
      due: ask.due(),
      losses: { ...losses, newer: [...losses.newer], noHistory: turn.noHistory() },
      rows: isHeld ? rowsOf(values) : null,
    }
  }
}
