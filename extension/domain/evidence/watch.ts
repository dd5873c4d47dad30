import * as z from 'zod/mini'
import { KINDS } from '../../../shared/evidence/sign.ts'
import { DAY } from '../../../shared/model/limits.ts'

/** Long enough to see what Podlight would have said, before it says anything. */
export const SHADOW = 14 * DAY

/** How far Podlight may go with what this browser's own requests show. Each step includes the ones before it. */
export const EVIDENCE = ['off', 'shadow', 'on', 'notify'] as const

/** Something that was noticed, and what became of it. Times are epoch milliseconds. */
const noticedShape = z.object({
  /** When Podlight noticed it, which is also what it is known by. */
  at: z.number(),
  /** When it began, as far as this browser saw. */
  since: z.number(),
  /** When it was last seen to go on. */
  updated: z.number(),
  /** When it was over; null while it goes on. */
  end: z.nullable(z.number()),
  what: z.string(),
  kind: z.enum(KINDS),
  bad: z.number(),
  tried: z.number(),
  /** Bad requests by status or by the browser's name for what went wrong. */
  codes: z.record(z.string(), z.number()),
  /** When the status page last answered meanwhile. */
  control: z.nullable(z.number()),
  /** Whether it was said outside of the options page. */
  spoken: z.boolean(),
  /** When the status page confirmed it. */
  confirmed: z.nullable(z.number()),
  /** What the user says it was. */
  said: z.nullable(z.enum(['trouble', 'false'])),
})
export type Noticed = z.infer<typeof noticedShape>

/** What is kept of the watch over this browser's own requests. */
export const watchShape = z.object({
  /** The organization whose two hosts were asked for, as in its address; null where nobody asked. */
  organisation: z.nullable(z.string().check(z.regex(/^[a-z\d-]{1,63}$/))),
  /** Since when requests are watched, by whatever was allowed first; null before that. */
  since: z.nullable(z.number()),
  /** The latest last. */
  signs: z.array(noticedShape),
  /** Until when the user wants to hear nothing of it. */
  mutedUntil: z.number(),
})
export type Watch = z.infer<typeof watchShape>

export const NO_WATCH: Watch = { organisation: null, since: null, signs: [], mutedUntil: 0 }
