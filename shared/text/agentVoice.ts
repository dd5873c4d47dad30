import type { Judgement } from '../model/verdict.ts'
import { fill } from './fill.ts'
import type { AgentWords } from './keys.ts'
import type { Place } from './localeAndTime.ts'
import { quote } from './quote.ts'
import { epochOf, moment } from './time.ts'

/** How agents are spoken to: the words of their language, their place, and what they call the pod. */
export interface Voice extends Place {
  readonly words: AgentWords
  /** The pod's name as the vendor writes it, such as "Prod1 (US)". */
  readonly podName?: string | undefined
}

/** A name for the pod: the vendor's, else the id as one would write it. */
export const podName = ({ pod }: Pick<Judgement, 'pod'>, voice: Voice): string => {
  const name = quote(voice.podName ?? '', 40)
  return name === '' ? quote(pod, 40).replace(/^prod/, 'Prod') : name
}

/** ", since 2:05 PM", or nothing where nobody knows. */
export const when = (since: string | null, voice: Voice): string => {
  const at = epochOf(since)
  return at === null ? '' : fill(voice.words.when, { time: moment(at, voice) })
}

/** Sentences in a row, those that do not apply left out. */
export const joined = (sentences: readonly (string | null)[]): string =>
  sentences.filter((sentence) => sentence !== null && sentence !== '').join(' ')
