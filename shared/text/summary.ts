import { MINUTE } from '../model/limits.ts'
import type { Effect, Impact, Judgement } from '../model/verdict.ts'
import { joined, podName, type Voice } from './agentVoice.ts'
import { capabilityList } from './capability.ts'
import { capital } from './capital.ts'
import { fill } from './fill.ts'
import type { Plural, Told } from './keys.ts'
import { leadingOf, worstOf } from './leadingImpacts.ts'
import { plural } from './plural.ts'
import { epochOf, length, moment } from './time.ts'

/** The earliest start that is known. */
const earliest = (impacts: readonly Impact[]): string | null =>
  impacts.reduce<string | null>(
    (first, { since }) => (since !== null && (first === null || since < first) ? since : first),
    null,
  )

const listed = (impacts: readonly Impact[], voice: Voice): string =>
  capabilityList(
    impacts.map(({ capability }) => capability),
    voice.words,
    voice,
  )

/** A sentence about impacts, or none where there are none. */
const about = (text: string, impacts: readonly Impact[], voice: Voice): string =>
  impacts.length === 0 ? '' : fill(text, { what: listed(impacts, voice) })

/** A sentence about what is sure, and one about what is a guess and nothing more. */
const sureFirst = (impacts: readonly Impact[], voice: Voice, sure: string, perhaps: string): string[] => {
  const certain = impacts.filter(({ certainty }) => certainty === 'confirmed')
  const names = new Set(certain.map(({ capability }) => capability))
  const guesses = impacts.filter(({ capability }) => !names.has(capability))
  return [about(sure, certain, voice), about(perhaps, guesses, voice)]
}

/** Why it cannot be told; a pod that the page does not list is no alarm and gets no question mark in words. */
const unknown = (judgement: Judgement, voice: Voice): string => {
  const { words } = voice
  const { reason, impacts } = judgement
  const sentence = reason === 'not-listed' ? words.notListed : words.unknown
  return joined([
    fill(sentence, { pod: podName(judgement, voice) }),
    reason === undefined ? words.noReason : words.reasons[reason],
    ...sureFirst(impacts, voice, words.lastKnown, words.perhapsLastKnown),
  ])
}

/** How the level words the trouble: a quiet notice is told as one, whatever its texts speak of. */
const told = ({ level }: Judgement, impacts: readonly Impact[]): Effect => {
  if (level === 'notice' || level === 'maintenance') return level
  return worstOf(impacts) ?? (level === 'outage' ? 'down' : 'failing')
}

/** "since 2:05 PM", with how long that is where it is drawn anew often enough; nothing where nobody knows. */
const sinceWhen = (impacts: readonly Impact[], voice: Voice, isLive: boolean): string => {
  const at = epochOf(earliest(impacts))
  if (at === null) return ''
  const passed = voice.now - at
  const { since, sinceFor } = voice.words
  const time = moment(at, voice)
  // A start in the future is a slip of somebody's clock.
  return isLive && passed >= MINUTE
    ? // The number keeps its unit.
      fill(sinceFor, { time, length: length(passed, voice).replace(' ', '\u00a0') })
    : fill(since, { time })
}

/** What is affected, how and since when. */
const sentence = (
  effect: Effect,
  impacts: readonly Impact[],
  { isCertain, isLive, pod }: { readonly isCertain: boolean; readonly isLive: boolean; readonly pod: string },
  voice: Voice,
): string => {
  const { words } = voice
  const things = new Set(impacts.map(({ capability }) => capability))
  const isSeveral = things.size > 1 || words.several.some((capability) => things.has(capability))
  const when = sinceWhen(impacts, voice, isLive)
  const form = <Text extends Plural | string>({ since, now }: Told<Text>): Text => (when === '' ? now : since)
  const text = isCertain
    ? plural(form(words.confirmed[effect]), isSeveral ? 2 : 1, voice)
    : form(words.possible[effect])
  return capital(fill(text, { pod, what: listed(impacts, voice), when }), voice.locale)
}

/** A pod in one line. What is certain comes first; what is a guess says so. */
export const summary = (
  judgement: Judgement,
  voice: Voice,
  leading = leadingOf(judgement),
  /** Whether it is drawn anew often enough to say for how long. */
  isLive = false,
): string => {
  const { words } = voice
  const { level, impacts, recovering } = judgement
  const pod = podName(judgement, voice)
  if (level === 'unknown') return unknown(judgement, voice)
  if (level === 'ok') return fill(words.ok, { pod })

  const certain = leading.filter(({ certainty }) => certainty === 'confirmed')
  const isCertain = certain.length > 0
  const spoken = isCertain ? certain : leading
  const effect = told(judgement, spoken)
  const named = effect === level ? spoken : spoken.filter((impact) => impact.effect === effect)
  const names = new Set(named.map(({ capability }) => capability))
  const others = impacts.filter(({ capability }) => !names.has(capability))
  return joined([
    sentence(effect, named, { isCertain, isLive, pod }, voice),
    isCertain ? null : words.uncertain,
    ...sureFirst(others, voice, words.also, words.perhapsAlso),
    recovering ? words.recovering : null,
  ])
}
