import { computed, signal } from '@preact/signals'
import { about } from './about.ts'
import type { Incident, Moment } from './incident.ts'

// What is played: which incident, seen from which pod, and the time of it.

/** What time it was at a real time, and how fast it runs since. */
export interface Time {
  readonly at: number
  readonly since: number
  readonly speed: number
}

export const SPEEDS = [1, 10, 60, 300] as const

const real = (): Time => ({ at: Date.now(), since: Date.now(), speed: 1 })
const [first] = about.incidents

export const incident = signal<Incident | null>(about.isLive ? null : (first ?? null))
export const pod = signal(first?.pod ?? 'prod1')
export const speed = signal<number>(60)
export const time = signal<Time>(
  about.isLive || !first ? real() : { at: first.from, since: Date.now(), speed: 0 },
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

let order = Promise.resolve()
/** The status page is at the same time; orders arrive one after the other. */
const tellServer = (): Promise<void> => {
  const { at, speed } = { at: nowAt(time.value), speed: time.value.speed }
  const body = JSON.stringify({ at, speed, pod: pod.value })
  const send = (): Promise<void> => fetch('/demo/stage', { method: 'POST', body }).then(() => undefined)
  order = order.then(send, send)
  return order
}

const set = async (at: number, newSpeed: number, isFresh: boolean): Promise<void> => {
  time.value = { at, since: Date.now(), speed: newSpeed }
  now.value = at
  // First the page, so that whoever hears of the time asks what is true then.
  await tellServer()
  // Frames that go away need not hear of it.
  if (isFresh) take.value++
  else for (const listener of listeners) listener(time.value)
}

const within = (at: number): number => {
  const shown = incident.value
  return shown ? Math.min(Math.max(at, shown.from), shown.until) : at
}

/** Goes to a time. Nobody can unhear anything, so before now everything begins anew. */
export const goTo = (at: number): Promise<void> => {
  const target = within(at)
  return set(target, time.value.speed, target < nowAt(time.value))
}
export const play = (): Promise<void> => {
  const at = nowAt(time.value)
  const isOver = incident.value !== null && at >= incident.value.until
  return set(isOver && incident.value ? incident.value.from : at, speed.value, isOver)
}
export const pause = (): Promise<void> => set(nowAt(time.value), 0, false)
export const setSpeed = (next: number): Promise<void> => {
  speed.value = next
  return isPlaying.value ? set(nowAt(time.value), next, false) : Promise.resolve()
}
export const choose = (next: Incident): Promise<void> => {
  incident.value = next
  pod.value = next.pod
  return set(next.from, 0, true)
}
export const watchFrom = (next: string): Promise<void> => {
  pod.value = next
  return set(nowAt(time.value), time.value.speed, true)
}

/** A moment is passed by a second, so that what it changed is there. */
export const PAST = 1000
const after = (from: number): Moment | undefined => incident.value?.moments.find(({ at }) => at + PAST > from)
const before = (from: number): Moment | undefined =>
  incident.value?.moments.findLast(({ at }) => at + PAST < from)

export const stepOn = (): Promise<void> => {
  const next = after(nowAt(time.value))
  return next ? goTo(next.at + PAST) : goTo(incident.value?.until ?? 0)
}
export const stepBack = (): Promise<void> => {
  const last = before(nowAt(time.value) - PAST)
  return goTo(last ? last.at + PAST : (incident.value?.from ?? 0))
}

const TICK = 100
/** Where something is told, time runs no faster than this: at the speed of a film nobody would see it. */
const SLOW = 10
const [BEFORE, AFTER] = [15_000, 120_000]

const isTold = ({ kind, at }: Moment): boolean =>
  /^(post|fix|resolved)$/.test(kind) && now.value > at - BEFORE && now.value < at + AFTER
const pace = (): number => (incident.value?.moments.some(isTold) ? Math.min(SLOW, speed.value) : speed.value)
/** Time runs slower than was chosen, for a while. */
export const isSlowed = computed(() => isPlaying.value && time.value.speed < speed.value)

setInterval(() => {
  const { value } = incident
  now.value = nowAt(time.value)
  if (value === null || !isPlaying.value) return
  if (now.value >= value.until) void set(value.until, 0, false)
  else if (time.value.speed !== pace()) void set(now.value, pace(), false)
}, TICK)
void tellServer()
