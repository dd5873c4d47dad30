import type { Line } from '../../../shared/evidence/line.ts'
import type { Sign } from '../../../shared/evidence/sign.ts'
import { ended, isPending, looked, type Moment } from '../../domain/evidence/signs.ts'
import type { Watch } from '../../domain/evidence/watch.ts'
import { wallClock } from '../../domain/localeAndZone.ts'
import { type PodView, viewOf } from '../../domain/podView.ts'
import { podOfWatch } from '../../domain/policy/podOfWatch.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { isQuiet } from '../../domain/settings.ts'
import { spokenOf } from '../../domain/spoken.ts'
import { lastAnswerIn } from '../../storage/lastAnswer.ts'
import type { Store, Stored } from '../../storage/store.ts'
import type { Values } from '../../storage/storedKeys.ts'
import { noticedNotification } from '../../text/evidence.ts'
import type { BackgroundPorts, TaskQueue } from '../ports.ts'
import type { Refresh } from '../refresh.ts'
import { createWatching, sessionCounts, type Watching } from './watching.ts'

/** Counts are written no more often than that. */
const EVERY = 15_000
/** What may come before it is known whether it is to be taken. */
const MOST_EARLY = 500

export interface Evidence {
  /** Something was seen of requests, of the network or of the status page. */
  take(line: Line): void
  /** Begins or ends the watch, as settings, policy and browser now allow. */
  look(): Promise<void>
  /** Gives back what the browser allowed, but for one organization, and forgets what was counted. */
  giveBack(but: string | null): Promise<void>
}

/**
 * Watches this browser's own requests where the user allowed it. Counts are in the session of the browser, and what was
 * noticed is in storage: a background that dies loses the counts of the last seconds.
 *
 *     webRequest, poller, network ─► detector ─► signs ─► storage, outbox ─► refresh
 */
export const createEvidence = (
  ports: BackgroundPorts,
  store: Store,
  enqueue: TaskQueue,
  refresh: Refresh,
  ask: () => Promise<void>,
): Evidence => {
  const { clock, requests } = ports
  const counts = sessionCounts(ports.session)
  let watching: Watching | null = null
  /** Null once it is known whether requests are watched. */
  let early: Line[] | null = []
  let isDue = false

  /** A timer that stands only while there is something to write. */
  const soon = (): void => {
    if (isDue) return
    isDue = true
    ports.timer(EVERY, () => {
      isDue = false
      tick().catch(() => undefined)
    })
  }

  const take = (line: Line): void => {
    if (watching?.take(line)) soon()
    else if (early !== null && early.length < MOST_EARLY) early.push(line)
  }

  /** Notifications of what changed, where they are wanted. */
  const outboxOf = (
    { alerts, settings, watch: before }: Values,
    after: Watch,
    policy: Policy,
    view: PodView | null,
  ): Partial<Values> => {
    const now = clock()
    const place = ports.place(now)
    if (settings.evidence !== 'notify' || !settings.notify || after.mutedUntil > now) return {}
    if (view === null || isQuiet(settings, wallClock(place))) return {}
    const { pod, all } = view
    const known = new Map(before.signs.map((one) => [one.at, one.confirmed]))
    // What the popup would not say either is no news.
    const said = spokenOf({ watch: after, settings }, policy, [view], now)?.sign.at
    const news = after.signs.filter(
      (one) =>
        one.spoken && known.get(one.at) !== one.confirmed && (one.confirmed !== null || one.at === said),
    )
    if (news.length === 0) return {}
    const count = alerts.count + news.length
    const messages = news.map((one, at) => ({
      id: `podlight/${count - at}.${now}/`,
      ...noticedNotification(one, all.level === 'ok', place),
      pods: [pod],
      incidents: [],
    }))
    return { alerts: { ...alerts, count, outbox: [...alerts.outbox, ...messages] } }
  }

  /** Stores what is to be said, and only then lets it be said. */
  const tell = async (one: Watching, sign: Sign | null, { values, policy }: Stored): Promise<void> => {
    const { settings, poll } = values
    const now = clock()
    // Not when it is allowed: until it is started anew, Chromium shows no request to who was allowed just now.
    const since = values.watch.since ?? one.since()
    const watch = since === values.watch.since ? values.watch : { ...values.watch, since }
    if (watch !== values.watch) await store.save({ watch })
    one.learn(watch, now)
    if (sign === null && !isPending(watch, now)) return
    const pod = podOfWatch(watch, policy, settings)
    const all = { ...settings, pods: pod === null ? [] : [pod] }
    const isMuted = watch.mutedUntil > now
    const view = viewOf(lastAnswerIn(values), all, [], now).pods[0] ?? null
    const moment: Moment = {
      now,
      heard: poll.heard?.at ?? null,
      page: view?.mine ?? null,
      isSpoken: (settings.evidence === 'on' || settings.evidence === 'notify') && !isMuted,
      wasSeen: one.wasSeen,
    }
    const next = looked(watch, sign, moment)
    one.wasSeen = sign !== null
    if (next === watch) return
    await store.save({ watch: next, ...outboxOf({ ...values, watch }, next, policy, view) })
    await refresh()
  }

  const tick = async (): Promise<void> => {
    const isSuspected = await enqueue(async () => {
      if (watching === null) return false
      const { sign, isSuspected } = watching.look(clock())
      // The counts first: a sign that they do not hold would be told again by the next background.
      await counts.write(watching.row())
      await tell(watching, sign, await store.read())
      return isSuspected
    })
    // The page is asked once more, as it may say something by now.
    if (isSuspected) await ask()
  }

  const end = async (watch: Values['watch']): Promise<void> => {
    early = null
    requests.ignore()
    // What the background before this one counted as well.
    if (watching !== null || (await counts.read()) != null) await counts.write(null)
    watching = null
    const over = ended(watch)
    if (over.signs.every((one, at) => one === watch.signs[at])) return
    await store.save({ watch: over })
    await refresh()
  }

  const follow = async (): Promise<void> => {
    const { values } = await store.read()
    const { watch, settings } = values
    const wish = settings.evidence === 'off' ? null : watch.organisation
    if (wish === null) return end(watch)
    const isAllowed = await requests.isAllowed(wish).catch(() => null)
    // Where the browser cannot say, it stays as it is.
    if (isAllowed === null) return
    if (!isAllowed) return end(watch)
    requests.hear(take)
    if (watching?.organisation === wish) return
    watching = createWatching(wish, await counts.read(), ports.random)
    watching.learn(watch, clock())
    const lines = early ?? []
    early = null
    for (const line of lines) take(line)
  }

  // At once: the browser wakes a background only for those who listen from its start.
  requests.hear(take)

  return {
    take,
    look: () => enqueue(follow),
    async giveBack(but) {
      await requests.giveBack(but).catch(() => undefined)
      await enqueue(async () => {
        if (but !== null) return
        watching = null
        await counts.write(null)
      })
    },
  }
}
