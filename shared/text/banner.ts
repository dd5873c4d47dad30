import { fill } from './fill.ts'
import type { CustomerWords } from './keys.ts'
import type { Place } from './localeAndTime.ts'
import type { Scene } from './scene.ts'
import { epochOf, moment } from './time.ts'

/** What a customer is told, sentence by sentence; null where a sentence has nothing to say. */
export interface BannerText {
  readonly headline: string
  /** What still works, or what to do meanwhile. */
  readonly works: string
  readonly working: string | null
  readonly since: string | null
  /** Holds {contact}: the surface puts its link there (see `around` in fill.ts). */
  readonly contact: string | null
}

/** Where it is read: at an open chat, elsewhere, or where the chat should be and has not appeared. */
export type Where = 'chat' | 'outside' | 'missing'

/** Whether what still works is something to do in the chat. */
const needsChat = (scene: Scene): boolean =>
  /^(chat-delayed|chat-failing|attachments-.+|possible)$/.test(scene)

/** Planned work is being worked on by its nature, and what is over no more. */
const isWorkedOn = (scene: Scene): boolean => scene !== 'maintenance' && scene !== 'back'

/**
 * "Known since", as the page knows of trouble later than people feel it. It is a fact, and goes with neither a guess nor
 * a trouble that is passing or past.
 */
const hasStart = (scene: Scene): boolean => scene !== 'possible' && scene !== 'recovering' && scene !== 'back'

/** A sentence with its time. Some clocks end in a full stop of their own ("a.m."), and one is enough. */
export const timed = (text: string, at: number, place: Place): string =>
  fill(text, { time: moment(at, place) }).replace('..', '.')

export interface Facts {
  /** The start of the trouble. */
  readonly since?: string | null
  /** Whether the owner named another way to be reached. */
  readonly reachable?: boolean
  readonly where?: Where
}

/** The sentences of a scene. */
export const bannerText = (
  scene: Scene,
  words: CustomerWords,
  place: Place,
  { since = null, reachable = false, where = 'chat' }: Facts = {},
): BannerText => {
  const { headline, outside = headline, works } = words.scenes[scene]
  const began = hasStart(scene) ? epochOf(since) : null
  return {
    headline: where === 'chat' ? headline : outside,
    works: where === 'missing' && needsChat(scene) ? words.missing : works,
    working: isWorkedOn(scene) ? words.working : null,
    // A start in the future is a slip of the vendor's clock or ours, and no news for a customer.
    since: began === null || began > place.now ? null : timed(words.since, began, place),
    contact: reachable && scene !== 'back' ? words.contact : null,
  }
}
