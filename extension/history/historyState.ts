import { computed, effect, signal } from '@preact/signals'
import { DAY, STALE } from '../../shared/model/limits.ts'
import { podOf } from '../../shared/model/pod.ts'
import type { Snapshot } from '../../shared/model/snapshot.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { clock } from '../domain/clock.ts'
import { dayAround, dayOf, daysAfter, momentOf, monthAround } from '../domain/history/calendar.ts'
import type { Interval, Story, Timeline } from '../domain/history/model.ts'
import { hasReached, storyOf } from '../domain/history/stories.ts'
import { type Sums, sumsOf } from '../domain/history/sums.ts'
import { timelineOf } from '../domain/history/timeline.ts'
import { workingTime } from '../domain/history/workingTime.ts'
import { localeAndZone } from '../domain/localeAndZone.ts'
import type { Settings } from '../domain/settings.ts'
import { noticedOn } from '../domain/spoken.ts'
import { KEPT } from '../storage/history/database.ts'
import { type History, readHistory } from '../storage/history/readHistory.ts'
import { language, lastAnswer, now, policy, values } from '../ui/pageState.ts'

// What the history page shows, out of the database. It is worked out when it is read, and not each time a clock ticks or
// the page is asked again: a year of it is much to add up.

interface Read extends Interval {
  readonly history: History
  /** When each pod was last looked at. */
  readonly seen: Readonly<Record<string, { readonly at: number }>>
  /** What the status page said last, and when. */
  readonly page: Snapshot | null
  readonly heardAt: number | null
}

const read = signal<Read | null>(null)
/** Why there is nothing to show. */
export const failure = signal<'newer' | 'unreadable' | null>(null)

/** What is shown at first needs this much: a month of the picture, this month and the one before. */
const FIRST = 62 * DAY

/** A database that gives no answer must not leave the page empty. */
const PATIENCE = 10_000

const tooLate = (): Promise<'unreadable'> =>
  new Promise((resolve) => setTimeout(() => resolve('unreadable'), PATIENCE))

let readings = 0

const load = async (length: number): Promise<void> => {
  const number = ++readings
  const to = clock()
  const range = { from: to - length, to }
  const history = await Promise.race([readHistory(range), tooLate()])
  // A later reading is under way, or there is something to show already.
  if (number !== readings || (typeof history !== 'object' && read.value !== null)) return
  failure.value = typeof history === 'object' ? null : history
  const { news = null, at: heardAt = null } = lastAnswer.value ?? {}
  const page = news?.kind === 'page' ? news.snapshot : null
  const seen = values.value?.poll.seen ?? {}
  if (typeof history === 'object') read.value = { ...range, history, seen, page, heardAt }
}

/** Reads what is shown at first, so that something is to be seen at once. */
export const openHistory = (): Promise<void> => load(FIRST)

/** What the page said is recorded soon after it is stored. */
const RECORDED = 2000

/** Reads all there is, again whenever there is something else to read, and once what is called now no longer is. */
export const keepUp = (): void => {
  const body = computed(() => values.value?.news?.body)
  const pods = computed(() => values.value?.settings.pods.join())
  const filled = computed(() => JSON.stringify(values.value?.filled))
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRead = false
  effect(() => {
    void [body.value, pods.value, filled.value]
    clearTimeout(timer)
    timer = setTimeout(() => void load(KEPT), isRead ? RECORDED : 0)
    isRead = true
  })
  effect(() => {
    const isOld = now.value - (read.peek()?.to ?? 0) > STALE
    if (isOld && document.visibilityState === 'visible') void load(KEPT)
  })
}

/** Whether that was all there is, and not only what is shown at first. */
export const isWhole = computed(() => (read.value?.to ?? 0) - (read.value?.from ?? 0) >= KEPT)

export const losses = computed(() => {
  const { damaged = 0, newer = 0 } = read.value?.history ?? {}
  return { damaged, newer }
})

/** Where and when it was read: nothing is drawn anew because a clock ticked. */
export const place = computed(() => localeAndZone(language(), read.value?.to ?? clock()))

/** As text, since each round of requests stores something, and only what was changed counts. */
const settingsText = computed(() => JSON.stringify(values.value?.settings ?? null))
export const settings = computed((): Settings | null => JSON.parse(settingsText.value))

/** Pods to choose from: those that are watched, then those that once were. */
export const pods = computed(() => {
  const watched = settings.value?.pods ?? []
  const known = (read.value?.history.pods ?? []).filter((pod) => podOf(pod) === pod)
  return [...new Set([...watched, ...known])]
})
export const chosenPod = signal(new URLSearchParams(location.search).get('pod'))
export const pod = computed(() => pods.value.find((one) => one === chosenPod.value) ?? pods.value[0] ?? null)

export const isUsed = computed(() => {
  const ignored: readonly string[] = settings.value?.ignored ?? []
  return (capability: string): boolean => capability === kustomer.whole || !ignored.includes(capability)
})

/** Every report that reached the pod. */
const stories = computed((): readonly Story[] => {
  const name = pod.value
  if (read.value === null || name === null) return []
  const { page, heardAt } = read.value
  const open = new Set([...(page?.incidents ?? []), ...(page?.maintenances ?? [])].map(({ id }) => id))
  return read.value.history.incidents.flatMap((kept) => {
    const story = storyOf(kept, name, page, open.has(kept.id) ? heardAt : null)
    return story !== null && hasReached(story) ? [story] : []
  })
})

/** What this browser noticed by itself. */
export const noticed = computed(() =>
  values.value === null ? [] : noticedOn(pod.value, values.value, policy.value),
)

/** All that was read of the pod. */
export const timeline = computed((): Timeline | null => {
  const name = pod.value
  if (read.value === null || name === null) return null
  const { history, seen, from, to } = read.value
  const rows = history.rowsOf(name)
  return timelineOf({ pod: name, rows, seenUntil: seen[name]?.at ?? 0, stories: stories.value }, { from, to })
})

/** Latest first, whenever they were. */
export const reports = computed(() => stories.value.toSorted((one, other) => other.startedAt - one.startedAt))
/** Notifications about the pod. */
export const alerts = computed(() =>
  (read.value?.history.alerts ?? []).filter(({ pods }) => pods.includes(pod.value ?? '')),
)

/** Since when the pod was watched, and how far back the page's own reports reach. */
export const reach = computed(() => ({
  watched: timeline.value?.watched[0]?.from ?? null,
  told: Math.min(...stories.value.map(({ startedAt }) => startedAt)),
}))

export const working = computed(() => {
  const hours = settings.value?.workingHours
  const range = timeline.value
  return hours && range ? workingTime(range, hours, place.value.timeZone) : []
})

/** Some days until now, one day, or a month by how long ago it was. */
export type Period = { readonly days: number } | { readonly day: number } | { readonly month: number }
export const PERIODS = [7, 30, 90, 365] as const
export const period = signal<Period>({ days: 30 })
/** What was shown before a day or a month was. */
export const periodBefore = signal<Period>({ days: 30 })

export const shownRange = computed((): Interval => {
  const to = read.value?.to ?? clock()
  const { timeZone } = place.value
  if ('day' in period.value) return dayAround(period.value.day, timeZone)
  if ('month' in period.value) {
    const month = monthBack(period.value.month)
    return { ...month, to: Math.min(month.to, to) }
  }
  const first = daysAfter(dayOf(to, timeZone), 1 - period.value.days)
  return { from: momentOf(first, 0, timeZone), to }
})

/** How many months before this one the sums are of. */
export const monthsBack = signal(0)
export const monthBack = (back: number): Interval =>
  monthAround(read.value?.to ?? clock(), place.value.timeZone, -back)
export const month = computed(() => monthBack(monthsBack.value))
/** Since when anything is known of the pod. */
const knownSince = computed(() => {
  const oldest = Math.min(timeline.value?.watched[0]?.from ?? Infinity, reach.value.told)
  return Math.max(oldest, (read.value?.to ?? 0) - KEPT)
})
/** How many months there are, with this one and the one in which all began. */
export const monthsKnown = computed(() => {
  let count = 1
  while (count < 15 && monthBack(count).to > knownSince.value) count++
  return count
})
/** Whether a month can be compared with: it is over, and known from its first day on. */
export const isWholeMonth = (back: number): boolean => back > 0 && monthBack(back).from >= knownSince.value

export const sumsIn = (whole: Timeline, range: Interval): Sums =>
  sumsOf(whole, range, { concerns: isUsed.value, working: working.value })

/** Shows something else than the days until now, which one can come back to. */
export const showOnly = (next: Period): void => {
  if ('days' in period.value) periodBefore.value = period.value
  period.value = next
}

/** The report that somebody was led to. */
export const openReport = signal<string | null>(null)
