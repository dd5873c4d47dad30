import { worse } from '../../model/effects.ts'
import type { Because, Effect } from '../../model/verdict.ts'
import type { Finding } from '../reading/attachmentsPart.ts'
import type { Working } from '../reading/statements.ts'

/** A capability that an incident's words speak of. */
export interface Affected {
  readonly effect: Effect | null
  /** Only ever named beside the part it carries. */
  readonly beside: boolean
  /** Affected only as far as attachments go. */
  readonly ofPart: boolean
  /** At which text it was said last; the title is 0. */
  readonly text: number
  /** Every sentence that says so, in lower case: what works again must be all that they speak of. */
  readonly sentences: readonly string[]
  readonly because: readonly Because[]
}

export const MOST_REASONS_OF_A_TEXT = 6
const MOST_SENTENCES = 40

/** A capability with one more sentence that says it is affected. */
export const withFinding = (
  before: Affected | undefined,
  { effect, beside, ofPart }: Pick<Finding, 'effect' | 'beside' | 'ofPart'>,
  because: Because,
  text: number,
): Affected => {
  if (before === undefined)
    return {
      effect,
      beside,
      ofPart: effect !== null && ofPart,
      text,
      sentences: [because.text.toLowerCase()],
      because: [because],
    }
  const isKnown = before.because.some((reason) => reason.text === because.text)
  const isFull = before.because.length >= MOST_REASONS_OF_A_TEXT
  return {
    effect: worse(effect, before.effect),
    beside: beside && before.beside,
    ofPart: effect === null ? before.ofPart : ofPart && (before.effect === null || before.ofPart),
    text,
    sentences:
      before.sentences.length < MOST_SENTENCES
        ? [...before.sentences, because.text.toLowerCase()]
        : before.sentences,
    because: isKnown || isFull ? before.because : [...before.because, because],
  }
}

/** "send" is in "sending" and in "sent". */
const rootOf = (word: string): string => word.slice(0, Math.max(3, word.length - 3))

/** What works again is all that was said to be affected only where every word that narrows it narrowed that too. */
const coversAll = (qualifiers: readonly string[], sentences: readonly string[]): boolean =>
  sentences.length < MOST_SENTENCES &&
  qualifiers.every((word) => sentences.every((sentence) => sentence.includes(rootOf(word))))

/** Whether what is said to work takes back what was said before; `text` is the text that says so. */
export const isTakenBack = (
  before: Affected | undefined,
  { qualifiers, byDoing, denied, reachable }: Working,
  text: number,
): boolean => {
  if (before === undefined) return qualifiers.length === 0 && !byDoing
  if (before.ofPart || (qualifiers.length > 0 && !coversAll(qualifiers, before.sentences))) return false
  // "Timelines load" is news only where something else was said before; the title stands.
  if (byDoing && (before.text === text || before.because[0]?.source === 'title')) return false
  if (before.effect === null) return true
  // "No delays in search" says nothing of errors, and what can be reached may still be slow.
  return (denied === null || denied === before.effect) && (!reachable || before.effect === 'down')
}
