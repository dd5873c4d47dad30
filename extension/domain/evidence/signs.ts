import type { Kind, Sign } from '../../../shared/evidence/sign.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/model/limits.ts'
import type { Impact, Judgement } from '../../../shared/model/verdict.ts'
import { requests } from '../../../shared/vendors/kustomer.ts'
import type { Noticed, Watch } from './watch.ts'

// What becomes of what was noticed: it begins, goes on, ends, and is confirmed by the status page or never is.

const MOST_SIGNS = 200
const KEPT = 400 * DAY
/** The same again so soon was not over; so is what nobody could look at meanwhile. */
const PAUSE = 10 * MINUTE
/** A page that says it later than that may speak of something else. */
const CONFIRMABLE = 6 * HOUR
const DOUBTED = 30 * DAY
/** So many signs in that time which nobody confirmed make the next one of their class wait longer. */
const UNCONFIRMED = 2

/** What is known when a sign is looked at. */
export interface Moment {
  readonly now: number
  /** When the status page last answered. */
  readonly heard: number | null
  /** What the page says of the pod in question. */
  readonly page: Judgement | null
  /** Whether what is noticed is said. */
  readonly isSpoken: boolean
  /** Whether a sign that is missing now was there a moment ago, in the eyes of the same background. */
  readonly wasSeen: boolean
}

/** Trouble that the page is sure of, and that would show in such requests. What was planned, or is only possible, is none. */
const isMeant = (what: string, { capability, effect, certainty }: Impact): boolean =>
  certainty === 'confirmed' &&
  (effect === 'delayed' || effect === 'failing' || effect === 'down') &&
  (requests.means.get(what) ?? []).includes(capability)

/** When the page began to tell of such trouble, as far as Podlight knows; null where it tells of none. */
const toldAt = ({ page, heard, now }: Moment, what: string, at: number): number | null => {
  const impacts = page?.impacts.filter((impact) => isMeant(what, impact)) ?? []
  if (impacts.length === 0) return null
  const latest = heard ?? now
  const times = impacts
    .map(({ since }) => Date.parse(since ?? ''))
    .filter((time) => time > at && time <= latest)
  // A page may date something back: then it counts from when it was heard.
  return Math.max(at, Math.min(...times, latest))
}

const isSame = (one: Pick<Noticed, 'what' | 'kind'>, other: Pick<Noticed, 'what' | 'kind'>): boolean =>
  one.what === other.what && one.kind === other.kind

const withEnd = (signs: readonly Noticed[], sign: Sign | null, { now, wasSeen }: Moment): Noticed[] =>
  signs.map((one) => {
    if (one.end !== null || (sign !== null && isSame(one, sign))) return one
    if (wasSeen || sign !== null) return { ...one, end: now }
    return now - one.updated > PAUSE ? { ...one, end: one.updated } : one
  })

const withSign = (signs: readonly Noticed[], sign: Sign | null, moment: Moment): Noticed[] => {
  const all = withEnd(signs, sign, moment)
  if (sign === null) return all
  const { now, heard: control } = moment
  const seen = { ...sign, codes: { ...sign.codes }, updated: now, control }
  const last = all.at(-1)
  if (last !== undefined && isSame(last, sign) && now - (last.end ?? now) <= PAUSE) {
    if (last.end === null && now - last.updated < MINUTE) return all
    return all.with(-1, { ...last, ...seen, end: null })
  }
  // Whoever reads the page knows already.
  if (toldAt(moment, sign.what, now) !== null) return all
  return [...all, { ...seen, at: now, end: null, spoken: moment.isSpoken, confirmed: null, said: null }]
}

const isOpenTo = ({ confirmed, end }: Noticed, now: number): boolean =>
  confirmed === null && now - (end ?? now) <= CONFIRMABLE

/** Whether something goes on, or may still be confirmed by the page. */
export const isPending = ({ signs }: Watch, now: number): boolean =>
  signs.some((one) => one.end === null || isOpenTo(one, now))

/** The signs after another look: the same ones where nothing changed that is worth a write. */
export const looked = (watch: Watch, sign: Sign | null, moment: Moment): Watch => {
  const { now } = moment
  const signs = withSign(watch.signs, sign, moment)
    .map((one) => (isOpenTo(one, now) ? { ...one, confirmed: toldAt(moment, one.what, one.at) } : one))
    .filter(({ at }) => now - at <= KEPT)
    .slice(-MOST_SIGNS)
  return JSON.stringify(signs) === JSON.stringify(watch.signs) ? watch : { ...watch, signs }
}

/** What is no longer watched is over. */
export const ended = (watch: Watch): Watch => ({
  ...watch,
  signs: watch.signs.map((one) => (one.end === null ? { ...one, end: one.updated } : one)),
})

const wasWrong = (one: Noticed, now: number): boolean =>
  one.said === 'false' || (one.said === null && one.confirmed === null && !isOpenTo(one, now))

/** The classes that were wrong too often lately. */
export const doubted = ({ signs }: Watch, now: number): readonly { what: string; kind: Kind }[] => {
  const wrong = signs.filter((one) => now - one.at <= DOUBTED && wasWrong(one, now))
  return wrong.filter(
    (one, at) => wrong.slice(0, at).filter((other) => isSame(one, other)).length === UNCONFIRMED - 1,
  )
}
