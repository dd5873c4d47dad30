import { type Chance, lasting } from './chance.ts'
import { arrival, MINUTE, SECOND, type Span } from './day.ts'

/** A time in which a page is seen: one that was opened, or one that the visitor came back to from another tab. */
export interface Sight extends Span {
  readonly begins: 'opened' | 'returned'
}

/** What a visitor does in a day: one visit. */
export interface Visit {
  /** In order, and none before another's end. */
  readonly sights: readonly Sight[]
  /** When the last tab is closed; it may have been forgotten behind others for a while. */
  readonly closed: number
  /** A second tab of the site stays open behind the first. */
  readonly hasSecondTab: boolean
  readonly isSaving: boolean
  /** Its pages have the mistake that is played on the hard day. */
  readonly loops: boolean
}

/** The model in numbers; docs/scale.md tells them in words. */
export const MODEL = {
  /** Of all visits, those with 1, 2, 3 and 4 page views. */
  views: [0.35, 0.3, 0.2, 0.15],
  seen: 84 * SECOND,
  longestSeen: 15 * MINUTE,
  leaves: 0.3,
  away: 150 * SECOND,
  secondTab: 0.2,
  forgets: 0.15,
  forgotten: 10 * MINUTE,
  saving: 0.05,
  loops: 0.1,
} as const

const viewsOf = (random: number): number => {
  let left = random
  for (const [i, share] of MODEL.views.entries()) {
    left -= share
    if (left < 0) return i + 1
  }
  return MODEL.views.length
}

/** The visit of one visitor, by number. It is the same whatever day it falls on and however many visitors there are. */
export const visitOf = (visitor: number, chance: Chance): Visit => {
  chance.seed(visitor)
  const sights: Sight[] = []
  let now = Math.floor(arrival(chance.next()))
  for (let views = viewsOf(chance.next()); views > 0; views--) {
    const seen = Math.floor(Math.min(MODEL.longestSeen, 3 * SECOND + lasting(MODEL.seen, chance)))
    let from = now
    let begins: Sight['begins'] = 'opened'
    now += seen
    if (chance.next() < MODEL.leaves) {
      const leaves = from + Math.floor(chance.next() * seen)
      const away = Math.floor(lasting(MODEL.away, chance))
      sights.push({ begins, from, to: leaves })
      from = leaves + away
      begins = 'returned'
      now += away
    }
    sights.push({ begins, from, to: now })
  }
  const hasSecondTab = chance.next() < MODEL.secondTab
  const forgotten = chance.next() < MODEL.forgets ? lasting(MODEL.forgotten, chance) : 0
  return {
    sights,
    closed: now + Math.floor(forgotten),
    hasSecondTab,
    isSaving: chance.next() < MODEL.saving,
    loops: chance.next() < MODEL.loops,
  }
}
