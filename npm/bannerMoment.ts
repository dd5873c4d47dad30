import type { Scene } from '../shared/text/scene.ts'

/** A banner that was shown or closed: the vendor's news, an announcement of the site's owner, or an example. */
export interface BannerMoment {
  readonly kind: 'news' | 'own' | 'example'
  readonly scene: Scene
}
