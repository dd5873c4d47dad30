import type { Vendor } from '../vendors/vendor.ts'
import type { Clause } from './clause.ts'
import type { Effect } from './verdict.ts'

export interface Hit {
  readonly capability: string
  /** Null where it is only said to be hit. */
  readonly effect: Effect | null
  /** Named beside the part it carries: alone it is not hit by this sentence. */
  readonly beside: boolean
  /** Hit only as far as attachments go. */
  readonly ofPart: boolean
}

/** Attachments belong to the channel named beside them; beside chat they stand for it. */
export const settlePart = (clause: Clause, part: Vendor['part'], chatInSentence: boolean): Hit[] => {
  const named = clause.mentions.map(({ naming }) => naming)
  const isPart = (kind: string) => (naming: (typeof named)[number]) =>
    naming.capability === part.capability && (kind === 'any' || naming.kind === kind)
  const effect = clause.effect
  const hit = (capability: string, beside = false, ofPart = false): Hit => ({
    capability,
    effect,
    beside,
    ofPart,
  })
  if (!named.some(isPart('any'))) return named.map(({ capability }) => hit(capability))

  const channels = [...named, ...clause.headNamings].filter(({ kind }) => kind === 'channel')
  const others = named.filter((naming) => naming.kind !== 'channel' && !isPart('any')(naming))
  const rest = others.map(({ capability }) => hit(capability))
  const own = channels
    .filter(({ capability }) => capability !== part.of)
    .map(({ capability }) => hit(capability, false, true))
  const strict = named.some(isPart('thing'))
  const ofChat =
    channels.some(({ capability }) => capability === part.of) || (chatInSentence && channels.length === 0)
  if (ofChat) return [...rest, ...own, hit(part.capability), { ...hit(part.of, true), effect: null }]
  if (channels.length > 0) return [...rest, ...own]
  if (strict) return [...rest, hit(`${part.capability}?`)]
  // "Images in articles": without a channel the word is no capability, and what it stands in is hit.
  return [...rest, ...clause.headNamings.map(({ capability }) => hit(capability))]
}
