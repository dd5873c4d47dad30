import { computed, signal } from '@preact/signals'
import { about } from './about.ts'
import { type Incident, type Moment, momentOf, silenceOf } from './incident.ts'
import { settled } from './pretendBrowser.ts'

// What is played: which incident, seen from which pod, and the time of it.

/** What time it was at a real time, and how fast it runs since. */
export interface Time {
  readonly at: number
  readonly since: number
  readonly speed: number
}

export const SPEEDS = [1, 10, 60, 300, 600] as const
/** Nobody waits longer than this for the first update. */
const PATIENCE = 40_000

const speedFor = (shown: Incident): number =>
  SPEEDS.find((one) => one >= 60 && silenceOf(shown) / one <= PATIENCE) ?? 600

/** The server plays for one page at a time. */
export const SELF = Math.random().toString(36).slice(2)

const real = (): Time => ({ at: Date.now(), since: Date.now(), speed: 1 })
const first = about.incidents.find(({ id }) => id === about.opening)

/** A moment is passed by a second, so that what it changed is there. */
export const PAST = 1000

/** An incident opens where there is something to see: at the first update on the status page. */
export const openingOf = (shown: Incident): number => (momentOf(shown, 'post') ?? shown.from) + PAST

export const incident = signal<Incident | null>(about.isLive ? null : (first ?? null))
export const pod = signal(first?.pod ?? 'prod1')
export const speed = signal<number>(first ? speedFor(first) : 60)
export const time = signal<Time>(
  about.isLive || !first ? real() : { at: openingOf(first), since: Date.now(), speed: 0 },
)
/** Everything begins anew where this changes: a visitor who was never here, an extension just installed. */
export const take = signal(0)

export const nowAt = ({ at, since, speed }: Time): number => Math.floor(at + (Date.now() - since) * speed)
/** The time that is played, as of the last tick. */
export const now = signal(nowAt(time.value))
export const isPlaying = computed(() => time.value.speed > 0)

const listeners = new Set<(time: Time) => void>()
/** Tells frames of every change of the clock. */
export const onTime = (listener: (time: Time) => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The status page is at the same time. */
const tellServer = async (): Promise<void> => {
  const body = JSON.stringify({ at: nowAt(time.value), speed: time.value.speed, pod: pod.value })
  await fetch(`/demo/stage?by=${SELF}`, { method: 'POST', body })
}

interface Change {
  readonly at: number
  readonly speed: number
  readonly isFresh?: boolean
  /** Time does not just run on. */
  readonly isLeap?: boolean
}
let order = Promise.resolve()
let pending = 0
/** One change of time after the other, each reckoned when it is its turn. */
const set = (reckon: () => Change): Promise<void> => {
  const change = async (): Promise<void> => {
    if (reckon().isLeap) await settled()
    const { at, speed, isFresh = false } = reckon()
    time.value = { at, since: Date.now(), speed }
    now.value = at
    // First the page, so that whoever hears of the time asks what is true then.
    await tellServer()
    // Frames that go away need not hear of it.
    if (isFresh) take.value++
    else for (const listener of listeners) listener(time.value)
  }
  pending++
  order = order.then(change, change).finally(() => pending--)
  return order
}

const within = (at: number): number => {
  const shown = incident.value
  return shown ? Math.min(Math.max(at, shown.from), shown.until) : at
}
const current = (): number => nowAt(time.value)

/** Goes to a time. Nobody can unhear anything, so before now everything begins anew. */
export const goTo = (at: number): Promise<void> => {
  const target = within(at)
  return set(() => {
    const isFresh = target < current()
    return { at: target, speed: time.value.speed, isFresh, isLeap: !isFresh }
  })
}
export const play = (): Promise<void> =>
  set(() => {
    const shown = incident.value
    return shown !== null && current() >= shown.until
      ? { at: shown.from, speed: speed.value, isFresh: true }
      : { at: current(), speed: speed.value }
  })
/** Plays an incident from its beginning. */
export const replay = (): Promise<void> =>
  set(() => ({ at: incident.value?.from ?? current(), speed: speed.value, isFresh: true }))
const runAt = (next: number): Promise<void> => set(() => ({ at: current(), speed: next }))
export const pause = (): Promise<void> => runAt(0)
export const setSpeed = async (next: number): Promise<void> => {
  speed.value = next
  if (isPlaying.value) await runAt(next)
}
export const choose = (next: Incident): Promise<void> => {
  incident.value = next
  pod.value = next.pod
  speed.value = speedFor(next)
  return set(() => ({ at: openingOf(next), speed: 0, isFresh: true }))
}
export const watchFrom = (next: string): Promise<void> => {
  pod.value = next
  return set(() => ({ at: current(), speed: time.value.speed, isFresh: true }))
}

const after = (from: number): Moment | undefined => incident.value?.moments.find(({ at }) => at + PAST > from)
const before = (from: number): Moment | undefined =>
  incident.value?.moments.findLast(({ at }) => at + PAST < from)

export const stepOn = (): Promise<void> => {
  const next = after(current())
  return next ? goTo(next.at + PAST) : goTo(incident.value?.until ?? 0)
}
export const stepBack = (): Promise<void> => {
  const last = before(current() - PAST)
  return goTo(last ? last.at + PAST : (incident.value?.from ?? 0))
}

const TICK = 100
/** Where something is told, time runs no faster than this: at the speed of a film nobody would see it. */
const SLOW = 10
const [BEFORE, AFTER] = [15_000, 120_000]

const isTold = ({ kind, at }: Moment): boolean => {
  // By the next tick it would have been passed.
  const ahead = Math.max(BEFORE, 2 * TICK * time.value.speed)
  return /^(post|fix|resolved)$/.test(kind) && now.value > at - ahead && now.value < at + AFTER
}
const pace = (): number => (incident.value?.moments.some(isTold) ? Math.min(SLOW, speed.value) : speed.value)
/** Time runs slower than was chosen, for a while. */
export const isSlowed = computed(() => isPlaying.value && time.value.speed < speed.value)

setInterval(() => {
  const { value } = incident
  now.value = current()
  // What somebody asked for comes first.
  if (value === null || !isPlaying.value || pending > 0) return
  if (now.value >= value.until) void set(() => ({ at: value.until, speed: 0 }))
  else if (time.value.speed !== pace()) void runAt(pace())
}, TICK)
void tellServer()
