import type { Effect } from '../../model/verdict.ts'
import type { Vendor } from '../../vendors/vendor.ts'
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

export const findingOf = ({ mentions, effect }: Clause, capability: string): Finding => {
  const naming = mentions.map((mention) => mention.naming).find((one) => one.capability === capability)
  return {
    capability,
    effect,
    beside: false,
    hint: naming?.kind === 'hint',
    unless: naming?.unless ?? [],
    ofPart: false,
  }
}

/**
 * What a clause speaks of, with attachments where they belong: to the channel named beside them, and beside chat they
 * stand for it.
 */
export const settlePart = (
  clause: Clause,
  part: Vendor['part'],
  isNamed: (capability: string) => boolean,
): Finding[] => {
  const finding = (capability: string): Finding => findingOf(clause, capability)
  const besidePart = (): Finding => ({ ...finding(part.of), effect: null, beside: true })
  const named = clause.mentions.map(({ naming }) => naming)
  const parts = named.filter(({ capability }) => capability === part.capability)
  if (parts.length === 0)
    return named.map(({ capability }) =>
      // "The event in chat, where attachments fail": what chat borrows is the attachments' trouble.
      clause.borrowed && capability === part.of && isNamed(part.capability)
        ? besidePart()
        : finding(capability),
    )
  const channels = [...named, ...clause.owners].filter(({ kind }) => kind === 'channel')
  const others = channels.filter(({ capability }) => capability !== part.of)
  const rest = named.filter((naming) => naming.kind !== 'channel' && !parts.includes(naming))
  const found = [
    ...rest.map(({ capability }) => finding(capability)),
    ...others.map(({ capability }) => ({ ...finding(capability), ofPart: true })),
  ]
  const ofChat = channels.length > 0 ? channels.length > others.length : isNamed(part.of)
  if (ofChat) return [...found, finding(part.capability), besidePart()]
  if (channels.length > 0) return found
  if (parts.some(({ kind }) => kind === 'thing')) return [...found, finding(`${part.capability}?`)]
  // "Images in articles": without a channel the word is no capability, and what it stands in is affected.
  return [...found, ...clause.owners.map(({ capability }) => finding(capability))]
}
