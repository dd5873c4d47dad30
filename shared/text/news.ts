import { MINUTE, OLD } from '../model/limits.ts'
import type { Judgement, NextUpdate } from '../model/verdict.ts'
import type { Voice } from './agentVoice.ts'
import { fill } from './fill.ts'
import { plural } from './plural.ts'
import { ago, ahead, epochOf, inUnits, moment } from './time.ts'

/** The age of the news in milliseconds, where it is old enough to be worth words. */
const oldness = ({ level, reason, asOf }: Judgement, now: number): number | null => {
  const at = epochOf(asOf)
  if (at === null) return null
  // Where we do not know, how long ago we did is half of the answer; a pod nobody lists never had any.
  const least = level === 'unknown' && reason !== 'not-listed' ? MINUTE : OLD
  return now - at >= least ? now - at : null
}

/** "News from 7 minutes ago.", or null where the news is fresh or there is none. */
export const newsAge = (judgement: Judgement, voice: Voice): string | null => {
  const age = oldness(judgement, voice.now)
  return age === null ? null : fill(voice.words.news, { ago: ago(age, voice) })
}

/** The same by the clock, for texts that stand a while before they are drawn again. */
export const newsTime = (judgement: Judgement, voice: Voice): string | null => {
  const at = epochOf(judgement.asOf)
  if (at === null || oldness(judgement, voice.now) === null) return null
  return fill(voice.words.newsOf, { time: moment(at, voice) })
}

const isLate = ({ overdue }: NextUpdate, due: number, now: number): boolean => overdue || now > due

/** "Next update due in 12 minutes.", "Next update overdue by 5 minutes." */
export const nextUpdate = (promise: NextUpdate | null, voice: Voice): string | null => {
  const due = epochOf(promise?.due ?? null)
  if (promise === null || due === null) return null
  const { words, now } = voice
  const left = due - now
  if (!isLate(promise, due, now)) {
    // Rounded up: a promise is never told as earlier than it is.
    return left < 1
      ? words.dueNow
      : fill(words.dueIn, { in: ahead(Math.ceil(left / MINUTE) * MINUTE, voice) })
  }
  if (-left < MINUTE) return words.dueNow
  const { count, unit } = inUnits(-left)
  const forms = { minute: words.overdueMinutes, hour: words.overdueHours, day: words.overdueDays }
  return plural(forms[unit], count, voice)
}

/** The same by the clock: "Next update due 2:30 PM.", "An update was due 2:30 PM." */
export const nextUpdateTime = (promise: NextUpdate | null, voice: Voice): string | null => {
  const due = epochOf(promise?.due ?? null)
  if (promise === null || due === null) return null
  const { dueAt, wasDueAt } = voice.words
  return fill(isLate(promise, due, voice.now) ? wasDueAt : dueAt, { time: moment(due, voice) })
}
