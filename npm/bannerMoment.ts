import type { Scene } from '../shared/text/scene.ts'

/**
 * A banner that was shown or closed: the vendor's news, an announcement of the site's owner, an example, or, by the script
 * tag alone, that this visitor's own messages were refused.
 */
export interface BannerMoment {
  readonly kind: 'news' | 'own' | 'example' | 'evidence'
  readonly scene: Scene | 'sending'
}
