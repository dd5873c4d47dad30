import { STALE } from '../../shared/model/limits.ts'
import { sceneOf } from '../../shared/text/scene.ts'
import { chosen, warn } from '../options.ts'
import type { BannerRequest, RequestContext } from '../protocol.ts'
import { type Dismissals, rank } from './dismissals.ts'

/** What is to be shown: what the owner wants, unless the news is worse or the visitor closed it. */
export const bannerRequest = ({ tag, news, ownersRequest }: RequestContext, { isDismissed }: Dismissals) => {
  const watched = chosen(
    tag,
    'watch',
    'chat, attachments or chat,attachments',
    'chat,attachments',
    /^((chat|attachments)[\s,]*)+$/i,
  ).toLowerCase()
  return (): BannerRequest | null => {
    const { banner, asOf } = news()
    const own = ownersRequest()
    const at = Date.parse(asOf ?? '')
    // A page that comes back from hours in the background must not show what was, until it has heard what is.
    const isNews = banner && Date.now() - at < STALE && watched.includes(banner.subject)
    if (!isNews) return own
    const { incident, subject, effect, certainty, recovering, since } = banner
    const theirs: BannerRequest = {
      kind: 'news',
      scene: sceneOf(banner),
      // What a component alone says has a new beginning with each of its changes.
      trouble: `${incident ?? since?.slice(0, 10)} ${subject}`,
      // Who waved away a guess, or the end of a trouble, has not heard of one that is sure, or back.
      effect: recovering || certainty === 'possible' ? 'notice' : effect,
      since,
      until: null,
      at,
    }
    if (!own || isDismissed(own)) return theirs
    if (rank(own) <= rank(theirs)) return own
    // The owner would look for it in vain.
    warn(`Your announcement isn’t showing: the status page reports something worse (${theirs.scene}).`)
    return theirs
  }
}
