import { EFFECTS, type Effect } from './verdict.ts'

const rank = (effect: Effect | null): number => (effect === null ? EFFECTS.length : EFFECTS.indexOf(effect))

/** The worse of two effects; null is none. */
export const worse = <A extends Effect | null, B extends Effect | null>(a: A, b: B): A | B =>
  rank(a) <= rank(b) ? a : b

export const isAtLeast = (effect: Effect, least: Effect): boolean => rank(effect) <= rank(least)

export const byEffect = (a: Effect, b: Effect): number => rank(a) - rank(b)
