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

/** That this visitor's own chat was refused: what, how many requests of how many, and since when, in ISO 8601. */
export interface PodlightEvidence {
  readonly what: 'chat' | 'sending' | 'attachments'
  readonly refused: number
  readonly tried: number
  readonly since: string
}

/** What was called before the script was loaded. */
export type PodlightCall = readonly [call: string, ...given: unknown[]]

/**
 * The one global of the script tag; or, before it is loaded, the stub that keeps calls for it:
 *
 * @example
 * window.podlight ||= (...call: PodlightCall) => { (window.podlight!.q ||= []).push(call) }
 */
export interface Podlight {
  (call: 'on', event: 'change', listener: (news: PodNews) => void): void
  (call: 'on', event: 'show' | 'dismiss', listener: (moment: BannerMoment) => void): void
  (call: 'on', event: 'evidence', listener: (evidence: PodlightEvidence) => void): void
  (call: 'off', event: 'change', listener?: (news: PodNews) => void): void
  (call: 'off', event: 'show' | 'dismiss', listener?: (moment: BannerMoment) => void): void
  (call: 'off', event: 'evidence', listener?: (evidence: PodlightEvidence) => void): void
  (call: 'status', listener: (news: PodNews) => void): void
  (call: 'pod', listener: (pod: string | null) => void): void
  (call: 'preview', scene?: Scene | null): void
  (call: 'announce', scene?: Scene | null, until?: Date | number | string): void
  (call: 'refresh' | 'destroy'): void
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
