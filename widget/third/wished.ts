import { sceneOf } from '../../shared/words/scene.ts'
import { chosen } from '../options.ts'
import type { Stage, Wish } from '../parts.ts'

/** What is to be shown: what the owner wants, or else what the news calls for. */
export const wished = ({ tag, news, owners }: Stage) => {
  const watched = chosen(tag, 'watch', /^((chat|attachments)[\s,]*)+$/, 'chat,attachments')
  return (): Wish | null => {
    const { banner, asOf } = news()
    const own = owners()
    if (own || !banner || !watched.includes(banner.subject)) return own
    return {
      kind: 'news',
      scene: sceneOf(banner),
      trouble: `${banner.incident ?? banner.since} ${banner.subject}`,
      effect: banner.effect,
      since: banner.since,
      until: null,
      at: Date.parse(asOf ?? ''),
    }
  }
}
