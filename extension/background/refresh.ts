import type { Judgement } from '../../shared/model/verdict.ts'
import { withTimeout } from '../../shared/polling/withTimeout.ts'
import { decide } from '../domain/alerts/decide.ts'
import { notificationOf } from '../domain/alerts/notificationText.ts'
import { exampleView } from '../domain/exampleIncident.ts'
import { wallClock } from '../domain/localeAndZone.ts'
import { type View, viewOf } from '../domain/podView.ts'
import { isQuiet } from '../domain/settings.ts'
import { spokenOf } from '../domain/spoken.ts'
import { exampleToolbarState, toolbarStateOf } from '../domain/toolbarState.ts'
import { keptOf } from '../storage/history/incidents.ts'
import { observationOf } from '../storage/history/observations.ts'
import { lastAnswerIn } from '../storage/lastAnswer.ts'
import type { Store, Stored } from '../storage/store.ts'
import type { Values } from '../storage/storedKeys.ts'
import type { BackgroundPorts } from './ports.ts'
import { showNotifications } from './showNotifications.ts'

/** How long the toolbar shows an example. */
export const EXAMPLE = 30_000

/** A database or a desktop that takes longer must not keep the next turn waiting. */
export const PATIENCE = 5000

export const viewIn = ({ settings, poll, news, alerts }: Values, now: number): View =>
  viewOf(lastAnswerIn({ settings, poll, news }), settings, alerts.mutes, now)

export interface Refresh {
  /**
   * Looks at what is stored, and lets everybody know what it means. Silent where the user just chose something:
   * what differs then is no news to them.
   */
  (silent?: boolean): Promise<void>
  /** Whether what was seen could not be recorded. */
  noHistory(): boolean
}

export const createRefresh = (ports: BackgroundPorts, store: Store): Refresh => {
  const { clock, history, notifier, show, timer } = ports
  let noHistory = false
  /** The body of which the incidents are kept already. */
  let keptBody: string | null = null

  const patiently = (work: Promise<unknown>): Promise<unknown> =>
    withTimeout(timer, PATIENCE, work, () => undefined)

  const draw = ({ values, policy }: Stored, view: View, now: number): Promise<unknown> => {
    const { settings, example } = values
    const place = ports.place(now)
    // A clock that was set back must not make an example last.
    const isExample = example !== null && example > now && example - now <= EXAMPLE
    const pod = settings.pods[0] ?? 'prod1'
    return patiently(
      show(
        isExample
          ? exampleToolbarState(exampleView(pod, now), place)
          : toolbarStateOf(view, place, spokenOf(values, policy, view.pods, now)),
      ),
    )
  }

  /** What the page says of incidents, of all pods: what it forgets is still told in the history. */
  const keep = async (values: Values, now: number): Promise<void> => {
    const body = values.news?.body ?? null
    const { news } = lastAnswerIn(values)
    const incidents = news?.kind === 'page' && body !== keptBody ? keptOf(news.snapshot) : []
    if (incidents.length > 0) await history.keep(incidents, now)
    keptBody = body
  }

  const remember = async (values: Values, { pods, failure }: View, now: number): Promise<void> => {
    const { poll } = values
    // What is still told from before was not seen again.
    const seenOf = (all: Judgement): Judgement =>
      failure === null ? all : { ...all, level: 'unknown', recovering: false, reason: failure }
    // Before the first request there is nothing that was seen.
    const rows = pods
      .filter(({ all }) => all.reason !== 'never-asked')
      .map(({ pod, all: known }) => {
        const all = seenOf(known)
        const seen = poll.seen[pod]
        // What the clock alone made stale became so now; everything else when it was heard.
        const isHeard = seen !== undefined && (all.level !== 'unknown' || poll.trouble?.at === seen.at)
        return isHeard ? observationOf(all, seen.at, seen.before) : observationOf(all, now, seen?.at ?? null)
      })
    if (rows.length === 0) return
    try {
      await patiently(Promise.all([history.record(rows), keep(values, now)]))
      noHistory = false
    } catch {
      noHistory = true
    }
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
    const fresh = first ? [notificationOf([first, ...rest], `${count}.${now}`, place)] : []
    const next = { ...decided.alerts, count, outbox: [...alerts.outbox, ...fresh] }
    const isNew = JSON.stringify(next) !== JSON.stringify(alerts)
    const isKept = isNew ? await store.save({ alerts: next }) : !losses.isBroken
    if (!isKept) {
      // What cannot be remembered as told would be told again and again: it waits, and only what is then left of
      // it is told.
      if (first) await store.save({ alerts })
      return
    }
    if (next.outbox.length === 0) return
    // Before they are shown: afterwards, nothing is to keep the outbox from being emptied. Each is kept under its id.
    const told = next.outbox.map(({ pods = [], incidents = [], ...one }) => ({
      ...one,
      at: now,
      incidents,
      pods,
    }))
    if (!noHistory) await patiently(history.alerted(told)).catch(() => undefined)
    await patiently(showNotifications(next.outbox, notifier)).catch(() => undefined)
    await store.save({ alerts: { ...next, outbox: [] } })
  }

  const refresh = async (silent = false): Promise<void> => {
    const stored = await store.read()
    await store.mend(stored)
    const now = clock()
    const view = viewIn(stored.values, now)
    // The glance first: it must not wait for a database, nor fail with one.
    await draw(stored, view, now).catch(() => undefined)
    await remember(stored.values, view, now)
    await tell(stored, view, now, silent || stored.kept.policy.isNew)
  }
  return Object.assign(refresh, { noHistory: () => noHistory })
}
