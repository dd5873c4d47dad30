import type { Update } from '../../../shared/model/snapshot.ts'
import type { Certainty, Effect, Impact } from '../../../shared/model/verdict.ts'

// What the history is made of. Times are epoch milliseconds; what begins at one time ends just before another.

export interface Interval {
  readonly from: number
  readonly to: number
}

/** Whether Podlight saw it in this browser, or the page told of it later. */
export type Basis = 'seen' | 'page'

/** One capability of a pod, affected in one way, for a time. */
export interface Span extends Interval {
  readonly capability: string
  readonly effect: Effect
  readonly certainty: Certainty
  /** The page's id of it; null where only a component told of it. */
  readonly incident: string | null
  readonly basis: Basis
}

/** What the page said of a pod, from one update of an incident to the next. */
export interface Stage extends Interval {
  readonly phase: string
  readonly impacts: readonly Impact[]
}

/** When an update promised the next one, and when it came. */
export interface Promised {
  readonly madeAt: number
  readonly due: number
  /** Null while it hasn't come. */
  readonly cameAt: number | null
}

/** An incident, or planned work, as it went for one pod. */
export interface Story {
  readonly id: string
  readonly kind: 'incident' | 'maintenance'
  readonly title: string
  /** When the page says it began, which may be before it first spoke of it. */
  readonly startedAt: number
  readonly firstUpdateAt: number
  /** Null while it is open, and where it is gone from the page without a word of its end. */
  readonly endedAt: number | null
  /** Until when something is known of it: its end, or when it was last seen open. */
  readonly knownUntil: number
  /** Whether the page called it open when it was last heard. */
  readonly isOpen: boolean
  readonly stages: readonly Stage[]
  /** Newest first. */
  readonly updates: readonly Update[]
  /** Oldest first. */
  readonly promises: readonly Promised[]
}

/** What is known of one pod in a time. */
export interface Timeline extends Interval {
  readonly pod: string
  /** By start. Two of one capability may overlap, where two incidents affect it. */
  readonly spans: readonly Span[]
  /** When Podlight knew how the pod was: everything else is a gap, in which nobody looked or the page gave no answer. */
  readonly watched: readonly Interval[]
  /** By start. */
  readonly stories: readonly Story[]
}
