import type { Effect, Impact, Judgement } from '../model/verdict.ts'
import { joined, podName, type Voice, when } from './agentVoice.ts'
import { capabilityList } from './capability.ts'
import { fill } from './fill.ts'
import { leadingOf, worstOf } from './leadingImpacts.ts'

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

/** A pod in one line. What is certain comes first; what is a guess says so. */
export const summary = (judgement: Judgement, voice: Voice, leading = leadingOf(judgement)): string => {
  const { words } = voice
  const { level, impacts, recovering } = judgement
  const pod = podName(judgement, voice)
  if (level === 'unknown') return unknown(judgement, voice)
  if (level === 'ok') return fill(words.ok, { pod })

  const certain = leading.filter(({ certainty }) => certainty === 'confirmed')
  const spoken = certain.length > 0 ? certain : leading
  const effect = told(judgement, spoken)
  const named = effect === level ? spoken : spoken.filter((impact) => impact.effect === effect)
  const sentences = certain.length > 0 ? words.confirmed : words.possible
  const names = new Set(named.map(({ capability }) => capability))
  const others = impacts.filter(({ capability }) => !names.has(capability))
  return joined([
    fill(sentences[effect], { pod, what: listed(named, voice), when: when(earliest(named), voice) }),
    certain.length > 0 ? null : words.uncertain,
    ...sureFirst(others, voice, words.also, words.perhapsAlso),
    recovering ? words.recovering : null,
  ])
}
