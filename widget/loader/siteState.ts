import { CAPACITY, PRICE } from '../../shared/polling/bucket.ts'
import { HELD } from '../../shared/polling/waits.ts'
import type { SiteState } from '../protocol.ts'
import { option } from './ownScript.ts'

export const KEY = 'podlight'
const VERSION = 2
const isAllowed = (): boolean => option('storage').toLowerCase() !== 'none'

const NO_NEWS = { at: 0, finding: { level: 'unknown' } } as const
let own: SiteState = {
  version: VERSION,
  spent: 0,
  due: 0,
  heldUntil: 0,
  failures: 0,
  pod: undefined,
  published: 0,
  ...NO_NEWS,
}

/** No time of the future stands, and no wait is endless: a clock may have been set back, and anybody may write there. */
const isSane = ({ version, spent, due, heldUntil, failures, at, finding }: SiteState, now: number): unknown =>
  version === VERSION &&
  Math.max(spent - HELD, due - HELD, heldUntil - HELD, at) <= now &&
  failures >= 0 &&
  Number.isInteger(failures) &&
  finding.level

/** Nothing is left to ask with for a while, so that spoiling what is stored buys no request. */
const silent = (now: number): SiteState => ({
  ...own,
  ...NO_NEWS,
  spent: now + CAPACITY * PRICE,
  due: now + PRICE,
})

/** Keeps a state, and gives whether the other pages of the site can know of it. */
export const keep = (state: SiteState): boolean => {
  own = state
  // Where storage is nearly full, the others must at least not go on by the finding before this one.
  for (const kept of isAllowed() ? [state, { ...state, ...NO_NEWS }] : [])
    try {
      localStorage.setItem(KEY, JSON.stringify(kept))
      return true
    } catch {
      // Forbidden or full.
    }
  return false
}

const storedState = (now: number): SiteState | null => {
  const text = isAllowed() && localStorage.getItem(KEY)
  if (!text) return null
  try {
    const state = JSON.parse(text) as SiteState
    if (isSane(state, now)) return state
  } catch {
    // Spoilt, or by another version.
  }
  // For all pages of the site, or each of them would keep silent anew.
  if (!own.spent) keep(silent(now))
  return null
}

/**
 * What the pages of this site know, for a page of a pod. Whoever asked last knows best when to ask again; whoever heard
 * last knows the news, which may be this page alone where storage is full. Pages of another pod share the bucket only.
 */
export const recall = (pod: string | undefined, now: number): SiteState => {
  if (!isSane(own, now)) own = silent(now)
  try {
    const stored = storedState(now)
    if (stored && stored.spent >= own.spent) {
      const { at, finding } = stored.pod === own.pod && stored.at < own.at ? own : stored
      own = pod && pod !== stored.pod ? { ...own, spent: stored.spent } : { ...stored, at, finding }
    }
  } catch {
    // Forbidden.
  }
  // A page that does not know its pod yet goes by the pod of the page before it.
  if (pod && pod !== own.pod) own = { ...own, ...NO_NEWS, pod, due: 0 }
  return own
}
