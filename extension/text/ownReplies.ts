import type { Capability } from '../../shared/model/capabilities.ts'

/** What a reply is about: the worst that customers notice, or that it isn't sure, or that only agents notice it. */
export const SITUATIONS = ['down', 'failing', 'delayed', 'maintenance', 'possible', 'slow'] as const
export type Situation = (typeof SITUATIONS)[number]

/** What a company's own text leaves open. */
export const PLACEHOLDERS = ['what', 'also', 'works', 'time', 'contact'] as const

/** Replies in a company's own words. */
export interface OwnReplies {
  readonly texts: Readonly<Partial<Record<Situation, string>>>
  readonly names: Readonly<Partial<Record<Capability, string>>>
  /** Of the texts; null where the company named none. */
  readonly language: string | null
}

export const NO_REPLIES: OwnReplies = { texts: {}, names: {}, language: null }
