import type { Vendor } from '../../vendors/vendor.ts'
import type { Effect } from '../verdict.ts'
import type { Clause } from './clause.ts'

export interface Finding {
  readonly capability: string
  /** Null where it is only said to be affected. */
  readonly effect: Effect | null
  /** Named beside the part it carries: alone it is not affected by this sentence. */
  readonly beside: boolean
  /** Only people or things were named that stand for it. */
  readonly hint: boolean
  /** Means something else where the incident speaks of one of these. */
  readonly unless: readonly string[]
  /** Affected only as far as attachments go. */
  readonly ofPart: boolean
}

/** Attachments belong to the channel named beside them; beside chat they stand for it. */
export const settlePart = (clause: Clause, part: Vendor['part'], chatInSentence: boolean): Finding[] => {
  const named = clause.mentions.map(({ naming }) => naming)
  const isPart = (kind: string) => (naming: (typeof named)[number]) =>
    naming.capability === part.capability && (kind === 'any' || naming.kind === kind)
  const effect = clause.effect
  const finding = (capability: string, beside = false, ofPart = false): Finding => ({
    capability,
    effect,
    beside,
    ofPart,
    unless: clause.mentions.find(({ naming }) => naming.capability === capability)?.naming.unless ?? [],
    hint: clause.mentions.every(({ naming }) => naming.kind === 'hint'),
  })
  if (!named.some(isPart('any'))) return named.map(({ capability }) => finding(capability))

  const channels = [...named, ...clause.owners].filter(({ kind }) => kind === 'channel')
  const others = named.filter((naming) => naming.kind !== 'channel' && !isPart('any')(naming))
  const rest = others.map(({ capability }) => finding(capability))
  const own = channels
    .filter(({ capability }) => capability !== part.of)
    .map(({ capability }) => finding(capability, false, true))
  const strict = named.some(isPart('thing'))
  const ofChat =
    channels.some(({ capability }) => capability === part.of) || (chatInSentence && channels.length === 0)
  if (ofChat) return [...rest, ...own, finding(part.capability), { ...finding(part.of, true), effect: null }]
  if (channels.length > 0) return [...rest, ...own]
  if (strict) return [...rest, finding(`${part.capability}?`)]
  // "Images in articles": without a channel the word is no capability, and what it stands in is affected.
  return [...rest, ...clause.owners.map(({ capability }) => finding(capability))]
}
