import type { Pod } from './verdict.ts'

/** Stands for every pod there is. */
export const EVERY_POD = 'every'
/** Stands for the pods that were named before. */
export const BOTH_PODS = 'both'
/** Stands for those that were not. */
export const OTHER_PODS = 'others'

/** `Prod-1`, `PROD 1` or `prod1` as `prod1`; null where it is no well-formed pod name. */
export const podOf = (name: string): Pod | null => {
  const digits = /^\s*prod[\s_-]*([1-9]\d?)\s*$/i.exec(name)?.[1]
  return digits === undefined ? null : `prod${Number(digits)}`
}

/** The pod that a group of components stands for: its name reads like one. */
export const podOfGroup = (name: string): Pod | null => {
  const digits = /\b(?:prod|pod)[\s_-]*([1-9]\d?)\b/i.exec(name)?.[1]
  return digits === undefined ? null : `prod${Number(digits)}`
}
