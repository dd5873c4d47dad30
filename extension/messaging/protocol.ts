import * as z from 'zod/mini'
import { REASONS } from '../../shared/model/verdict.ts'
import { watchShape } from '../domain/evidence/watch.ts'
import { choiceShape, feed } from '../domain/settings.ts'

// Named by their direction: pages ask the background, which alone writes what is stored.

export const requestShape = z.union([
  /** A page was opened: news older than a minute is asked for. */
  z.object({ type: z.literal('page-bg:open') }),
  /** Somebody wants the news now. */
  z.object({ type: z.literal('page-bg:check') }),
  z.object({ type: z.literal('page-bg:mute'), incident: z.string(), on: z.boolean() }),
  z.object({ type: z.literal('page-bg:tell-back'), pod: z.string(), on: z.boolean() }),
  /** Only what was chosen: the rest may be the company's. */
  z.object({ type: z.literal('page-bg:settings'), settings: choiceShape }),
  /** Another address for the status, to be used from now on unless it gives none. */
  z.object({ type: z.literal('page-bg:use'), address: feed }),
  /** An organization whose requests are to be watched, as soon as the browser allows it; null takes all of it back. */
  z.object({ type: z.literal('page-bg:watch'), organisation: watchShape.shape.organisation }),
  /** What the user says of something that was noticed, known by its time; null takes that back. */
  z.object({
    type: z.literal('page-bg:watch-said'),
    at: z.number(),
    said: z.nullable(z.enum(['trouble', 'false'])),
  }),
  /** Nothing more is said of it for some hours. */
  z.object({ type: z.literal('page-bg:watch-mute'), on: z.boolean() }),
  z.object({ type: z.literal('page-bg:example') }),
  z.object({ type: z.literal('page-bg:reset') }),
])
export type Request = z.infer<typeof requestShape>

const triedShape = z.union([
  z.object({ kind: z.literal('fine') }),
  /** Taken unseen, as the bucket is empty: it is asked when that is due. */
  z.object({ kind: z.literal('wait') }),
  /** The server is in use, and asked for silence. */
  z.object({ kind: z.literal('held') }),
  /** Something answers there, but allows no other site to read it. */
  z.object({ kind: z.literal('unreadable') }),
  /** Nothing is known to answer there. */
  z.object({ kind: z.literal('no-answer') }),
  z.object({ kind: z.literal('fails'), reason: z.enum(REASONS) }),
])
export type Tried = z.infer<typeof triedShape>

export const replyShape = z.object({
  /** Whether what was asked for is stored. */
  stored: z.boolean(),
  /** Whether the feed was asked. */
  asked: z.boolean(),
  /** When it will be asked next. */
  due: z.number(),
  losses: z.object({ isBroken: z.boolean(), newer: z.array(z.string()), noHistory: z.boolean() }),
  /** What came of trying an address. */
  tried: z.nullable(triedShape),
  /** What would be stored, where storage cannot tell the pages. */
  rows: z.nullable(z.record(z.string(), z.unknown())),
})
export type Reply = z.infer<typeof replyShape>
