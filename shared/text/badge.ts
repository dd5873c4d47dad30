import type { Badge, Judgement, Level } from '../model/verdict.ts'
import { joined, type Voice } from './agentVoice.ts'
import { COLORS } from './colors.ts'
import { leadingOf } from './leadingImpacts.ts'
import { newsTime, nextUpdateTime } from './news.ts'
import { summary } from './summary.ts'

/** Signs that need no language, and of which no two look alike. Only `ok` has none. */
const TEXTS: Readonly<Record<Level, string>> = {
  unknown: '?',
  ok: '',
  notice: 'i',
  maintenance: '~',
  degraded: '!',
  outage: '!!',
}

/** Nobody speaks of the pod: neither well nor in doubt, and nothing to look at again and again. */
const NOT_LISTED = '–'

/**
 * The toolbar's badge, told apart by its text alone. A level that rests on guesses only carries "?".
 * The title stands until the next drawing, so its times are by the clock and not by their age.
 */
export const badge = (judgement: Judgement, voice: Voice, leading = leadingOf(judgement)): Badge => {
  const { level, reason } = judgement
  const guessed = leading.length > 0 && leading.every(({ certainty }) => certainty === 'possible')
  const text = level === 'unknown' && reason === 'not-listed' ? NOT_LISTED : TEXTS[level]
  return {
    text: guessed && level !== 'ok' && level !== 'unknown' ? `${text}?` : text,
    color: COLORS[level],
    title: joined([
      summary(judgement, voice, leading),
      nextUpdateTime(judgement.nextUpdate, voice),
      newsTime(judgement, voice),
    ]),
  }
}
