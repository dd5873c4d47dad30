import { byEffect } from '../model/effects.ts'
import { isoOf } from '../model/guards.ts'
import type { Banner, Certainty } from '../model/verdict.ts'
import type { Vendor } from '../vendors/vendor.ts'
import type { Claim } from './claims/claims.ts'
import { isForCustomers } from './level.ts'

/** The surest claim first, then the worst: a guess never speaks over what is known. */
const foremost = (claims: readonly Claim[]): Claim | undefined =>
  [...claims].sort(
    (a, b) =>
      Number(a.certainty === 'possible') - Number(b.certainty === 'possible') || byEffect(a.effect, b.effect),
  )[0]

/** What end customers are to be told. When all is down, chat is presumed down too, unless words say that it works. */
export const bannerOf = (claims: readonly Claim[], chatWorks: boolean, vendor: Vendor): Banner | null => {
  const about = (capability: string): Claim[] =>
    claims.filter((claim) => claim.capability === capability && isForCustomers(claim))
  const show = (subject: Banner['subject'], group: Claim[], certainty?: Certainty): Banner | null => {
    const claim = foremost(group)
    return claim === undefined
      ? null
      : {
          subject,
          effect: claim.effect,
          certainty: certainty ?? claim.certainty,
          recovering: group.every(({ phase }) => phase === 'monitoring'),
          incident: claim.incident,
          since: isoOf(claim.since),
        }
  }
  const wholeDown = chatWorks ? [] : about(vendor.whole).filter(({ effect }) => effect === 'down')
  return (
    show('chat', about(vendor.part.of)) ??
    show('chat', wholeDown, 'possible') ??
    show('attachments', about(vendor.part.capability))
  )
}
