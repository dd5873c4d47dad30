import * as z from 'zod/mini'
import { settingsShape } from '../state/settings.ts'

// Named by their direction: pages ask the background, which alone writes what is stored.

export const requestShape = z.discriminatedUnion('type', [
  /** A page was opened: news older than a minute is asked for. */
  z.object({ type: z.literal('page-bg:open') }),
  /** Somebody wants the news now. */
  z.object({ type: z.literal('page-bg:check') }),
  z.object({ type: z.literal('page-bg:mute'), incident: z.string(), on: z.boolean() }),
  z.object({ type: z.literal('page-bg:tell-back'), pod: z.string(), on: z.boolean() }),
  z.object({ type: z.literal('page-bg:settings'), settings: settingsShape }),
  z.object({ type: z.literal('page-bg:example') }),
  z.object({ type: z.literal('page-bg:reset') }),
])
export type Request = z.infer<typeof requestShape>

export const replyShape = z.object({
  /** Whether what was asked for is stored. */
  stored: z.boolean(),
  /** Whether the feed was asked. */
  asked: z.boolean(),
  /** When it will be asked next. */
  due: z.number(),
  losses: z.object({ isBroken: z.boolean(), newer: z.array(z.string()), noHistory: z.boolean() }),
  /** What would be stored, where storage cannot tell the pages. */
  rows: z.nullable(z.record(z.string(), z.unknown())),
})
export type Reply = z.infer<typeof replyShape>
