import type { Judgement } from '../shared/model/verdict.ts'
import type { Scene } from '../shared/text/scene.ts'
import type { BannerMoment } from './bannerMoment.ts'

export type { Scene } from '../shared/text/scene.ts'
export type { BannerMoment } from './bannerMoment.ts'

// Types for the script tag's own interface, for pages that call it. There is nothing to run.

/** What the tag knows of the page's pod. While nothing is wrong, or nothing is known, just pod and level. */
export type PodNews = Pick<Judgement, 'level'> &
  Partial<Omit<Judgement, 'level' | 'pod'>> & {
    /** Empty where none is known. */
    readonly pod: string | undefined
  }

/** A call of `podlight(…)`. */
export type PodlightCall =
  | [call: 'on', event: 'change', listener: (news: PodNews) => void]
  | [call: 'on', event: 'show' | 'dismiss', listener: (moment: BannerMoment) => void]
  | [call: 'off', event: 'change', listener?: (news: PodNews) => void]
  | [call: 'off', event: 'show' | 'dismiss', listener?: (moment: BannerMoment) => void]
  | [call: 'status', listener: (news: PodNews) => void]
  | [call: 'pod', listener: (pod: string | null) => void]
  | [call: 'preview', scene?: Scene | null]
  | [call: 'announce', scene?: Scene | null, until?: Date | number | string]
  | [call: 'refresh']
  | [call: 'destroy']

/** The one global of the script tag; or, before it is loaded, the stub that keeps calls for it. */
export interface Podlight {
  (...call: PodlightCall): void
  /** Calls that wait for the script. */
  q?: PodlightCall[]
}

declare global {
  interface Window {
    podlight?: Podlight
  }
  interface WindowEventMap {
    'podlight:change': CustomEvent<PodNews>
  }
}
