import type { Outcome } from '../../shared/poll/ports.ts'
import type { Runner } from '../../shared/poll/runner.ts'
import { WELL } from '../../shared/poll/wait.ts'
import { extension } from '../../shared/words/extension/en.ts'
import { fill } from '../../shared/words/fill.ts'
import type { Place } from '../../shared/words/place.ts'
import { decide } from '../alerts/decide.ts'
import { messageOf } from '../alerts/message.ts'
import { muteOf } from '../alerts/mutes.ts'
import { NO_ALERTS } from '../alerts/shape.ts'
import type { Reply, Request } from '../messages/protocol.ts'
import { exampleFace, type Face, faceOf } from '../state/face.ts'
import { heldIn } from '../state/held.ts'
import { inventedView } from '../state/invented.ts'
import type { News } from '../state/news.ts'
import { wallClock } from '../state/place.ts'
import { DEFAULT_SETTINGS, isQuiet } from '../state/settings.ts'
import { type View, viewOf } from '../state/view.ts'
import { type Poll, type Values, VENDOR_PAGE } from '../storage/keys.ts'
import { type Observation, observationOf } from '../storage/observations.ts'
import { type Area, openStore, rowsOf, type Stored } from '../storage/store.ts'
import { deliver, type Notifier } from './deliver.ts'
import { type Answer, createPoller, type PollerPorts, rowFor } from './poller.ts'

/** What the background needs of the browser. Each may throw or reject, and the process may die at any of them. */
export interface StationPorts extends PollerPorts {
  readonly area: Area
  readonly history: {
    record(rows: readonly Observation[]): Promise<void>
    forget(): Promise<void>
  }
  readonly notifier: Notifier
  readonly show: (face: Face) => Promise<unknown>
  /** Wakes the background at a time, and again and again after it. */
  readonly wakeAt: (at: number) => Promise<unknown>
  readonly place: (now: number) => Place
}

export interface Station {
  /** To be called at every start of the background: draws what is stored, and asks if it is time. */
  start(): Promise<void>
  /** An alarm: looks again at what is known, and asks if it is time. */
  look(): Promise<void>
  /** The browser came online. */
  wake(): Promise<void>
  /** Does what a page asked for. */
  answer(request: Request): Promise<Reply>
}

/** How long the toolbar shows an example. */
const EXAMPLE = 30_000

/**
 * The background's work. All state is in storage: each turn reads it, decides, writes, and only then tells, one
 * turn after the other. A station that dies is followed by another one that goes on from what is stored.
 */
export const createStation = (ports: StationPorts): Station => {
  const { clock, area, history, notifier, show, wakeAt } = ports
  const store = openStore(area)
  let noHistory = false
  let questions = 0
  let poller: { readonly feed: string; readonly runner: Runner } | null = null

  // One thing at a time, since each reads what the one before it wrote.
  let line: Promise<unknown> = Promise.resolve()
  const inLine = <T>(task: () => Promise<T>): Promise<T> => {
    const done = line.then(task)
    line = done.catch(() => undefined)
    return done
  }

  const viewIn = ({ settings, poll, news, alerts }: Values, now: number): View =>
    viewOf(heldIn({ settings, poll, news }), settings, alerts.mutes, now)

  const draw = ({ settings, example }: Values, view: View, now: number): Promise<unknown> => {
    const place = ports.place(now)
    const isExample = example !== null && example > now && example - now <= EXAMPLE
    const pod = settings.pods[0] ?? 'prod1'
    return show(isExample ? exampleFace(inventedView(pod, now), place) : faceOf(view, place))
  }

  const remember = async ({ poll }: Values, { pods }: View, now: number): Promise<void> => {
    // Before the first question there is nothing that was seen.
    const seen = pods.filter(({ full }) => full.reason !== 'never-asked')
    const rows = seen.map(({ full }) =>
      full.level === 'unknown'
        ? observationOf(full, now, poll.heard?.at ?? null)
        : observationOf(full, poll.heard?.at ?? now, poll.heard?.before ?? null),
    )
    await history.record(rows).then(
      () => {
        noHistory = false
      },
      () => {
        noHistory = true
      },
    )
  }

  const tell = async (
    { values, losses }: Stored,
    view: View,
    now: number,
    silent: boolean,
  ): Promise<void> => {
    const { alerts, settings } = values
    const place = ports.place(now)
    const manner = { notify: settings.notify, quiet: isQuiet(settings, wallClock(place)), silent }
    const decided = decide(alerts, view, manner)
    const [first, ...rest] = decided.changes
    const count = alerts.count + (first ? 1 : 0)
    const fresh = first ? [messageOf([first, ...rest], count, place)] : []
    const next = { ...decided.alerts, count, outbox: [...alerts.outbox, ...fresh] }
    const isNew = JSON.stringify(next) !== JSON.stringify(alerts)
    const isKept = isNew ? await store.save({ alerts: next }) : !losses.isBroken
    // What cannot be remembered as told would be told again and again, so it is not told at all.
    if (!isKept || next.outbox.length === 0) return
    await deliver(next.outbox, notifier)
    await store.save({ alerts: { ...next, outbox: [] } })
  }

  /** Looks at what is stored, and lets everybody know what it means. */
  const turn = async (silent = false): Promise<void> => {
    const stored = await store.read()
    await store.mend(stored)
    const now = clock()
    const view = viewIn(stored.values, now)
    // The glance first: it must not wait for a database, nor fail with one.
    await draw(stored.values, view, now).catch(() => undefined)
    if (view.pods.length > 0) await remember(stored.values, view, now)
    await tell(stored, view, now, silent)
  }

  const heard = (feed: string, outcome: Outcome<Answer>): Promise<void> =>
    inLine(async () => {
      const { values } = await store.read()
      const { poll, news } = values
      const own: Poll = poll.feed === feed ? poll : { feed, row: poll.row, heard: null, trouble: null }
      if (outcome.ok) {
        const { at, host } = outcome
        const { body } = outcome.news
        const isSame = news?.feed === feed && news.body === body
        await store.save({
          poll: { ...own, heard: { at, host, before: own.heard?.at ?? null }, trouble: null },
          // Only what changed is written: the page is large, and says the same most of the time.
          ...(isSame ? {} : { news: { feed, body } }),
        })
      } else {
        const { reason, at } = outcome
        await store.save({ poll: { ...own, trouble: { reason, at } } })
      }
      await turn()
    })

  /** Whether the news calls for the shorter wait. */
  const isHit = (settings: Values['settings'], news: News): boolean => {
    const now = clock()
    const { pods } = viewOf({ news, at: now, trouble: null }, settings, [], now)
    return pods.some(({ whole }) => whole.level !== 'ok' && whole.level !== 'unknown')
  }

  const begin = (feed: string): Runner => {
    let settings: Values['settings'] = DEFAULT_SETTINGS
    const counted: PollerPorts['fetch'] = (url, init) => {
      questions++
      return ports.fetch(url, init)
    }
    const rows = {
      read: () =>
        inLine(async () => {
          const { values } = await store.read()
          settings = values.settings
          return rowFor(feed, values.poll, clock())
        }),
      write: (row: object) =>
        inLine(async () => {
          const { values } = await store.read()
          const own = values.poll.feed === feed ? values.poll : { feed, heard: null, trouble: null }
          if (!(await store.save({ poll: { ...own, row } }))) throw new Error('not stored')
        }),
    }
    return createPoller(
      feed,
      { ...ports, fetch: counted },
      rows,
      (news) => isHit(settings, news),
      (outcome) => {
        heard(feed, outcome).catch(() => undefined)
      },
    )
  }

  /** The poller of the feed that the settings name; none while no pod is watched, as there is nobody to tell. */
  const polling = async (): Promise<Runner | null> => {
    const { settings } = (await store.read()).values
    const feed = settings.feed ?? VENDOR_PAGE
    if (poller !== null && (poller.feed !== feed || settings.pods.length === 0)) {
      poller.runner.stop()
      poller = null
    }
    if (settings.pods.length > 0) poller ??= { feed, runner: begin(feed) }
    return poller?.runner ?? null
  }

  const ask = async (how: 'look' | 'wake' | 'urge'): Promise<void> => {
    const current = await polling()
    if (current === null) return
    // Before the question: alarms do not outlive the browser, and a death while asking must not be the last of it.
    await wakeAt(clock() + WELL).catch(() => undefined)
    await current[how]()
    // What was heard is stored and told before anybody says that it was asked.
    await inLine(async () => undefined)
    await wakeAt(Math.max(current.due(), clock())).catch(() => undefined)
  }

  const change = async (values: Partial<Values>, silent: boolean): Promise<boolean> =>
    inLine(async () => {
      const stored = await store.save(values)
      await turn(silent)
      return stored
    })

  const mute = (incident: string, on: boolean): Promise<boolean> =>
    inLine(async () => {
      const { values } = await store.read()
      const { pods } = viewIn(values, clock())
      const others = values.alerts.mutes.filter((one) => one.incident !== incident)
      const wholes = pods.map(({ whole }) => whole)
      const mutes = on ? [...others, muteOf(incident, wholes)] : others
      const stored = await store.save({ alerts: { ...values.alerts, mutes } })
      await turn(true)
      return stored
    })

  const tellBack = (pod: string, on: boolean): Promise<boolean> =>
    inLine(async () => {
      const { values } = await store.read()
      const view = viewIn(values, clock()).pods.find((one) => one.pod === pod)
      const { [pod]: _, ...others } = values.alerts.backs
      const backs = on && view ? { ...others, [pod]: view.whole.level } : others
      return store.save({ alerts: { ...values.alerts, backs } })
    })

  const example = (): Promise<boolean> =>
    inLine(async () => {
      const now = clock()
      const { values } = await store.read()
      const stored = await store.save({ example: now + EXAMPLE })
      const place = ports.place(now)
      const [view] = inventedView(values.settings.pods[0] ?? 'prod1', now).pods
      if (view) {
        const { title, text } = messageOf([{ kind: 'degraded', view, incident: null }], 0, place)
        const marked = fill(extension.notify.example, { text: title })
        await deliver([{ id: 'podlight/example', title: marked, text }], notifier)
      }
      await turn()
      ports.timer(EXAMPLE, () => void inLine(() => turn()).catch(() => undefined))
      return stored
    })

  const reset = async (): Promise<boolean> => {
    const stored = await inLine(async () => {
      const { poll } = (await store.read()).values
      await history.forget().catch(() => undefined)
      // The bucket stays: forgetting is no way to more questions.
      const kept = { feed: VENDOR_PAGE, row: rowFor(VENDOR_PAGE, poll, clock()), heard: null, trouble: null }
      const isStored = await store.save({
        settings: DEFAULT_SETTINGS,
        alerts: NO_ALERTS,
        news: null,
        example: null,
        dropped: 0,
        poll: kept,
      })
      await turn(true)
      return isStored
    })
    await polling()
    return stored
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
        const stored = await change({ settings: request.settings }, true)
        // Not waited for: what was chosen is stored, whatever the network does.
        ask('wake').catch(() => undefined)
        return stored
      }
      case 'page-bg:example':
        return example()
      case 'page-bg:reset':
        return reset()
    }
  }

  return {
    async start() {
      await inLine(() => turn())
      await ask('look')
    },
    async look() {
      await inLine(() => turn())
      await ask('look')
    },
    wake: () => ask('wake'),
    async answer(request) {
      const before = questions
      const stored = await done(request)
      const { values, losses } = await store.read()
      return {
        stored,
        asked: questions > before,
        due: poller?.runner.due() ?? 0,
        losses: { ...losses, newer: [...losses.newer], noHistory },
        rows: losses.isBroken ? rowsOf(values) : null,
      }
    },
  }
}
