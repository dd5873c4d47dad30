import * as z from 'zod/mini'
import { LEVELS } from '../../../shared/model/verdict.ts'
import { knownShape } from '../mutes/known.ts'
import { muteShape } from '../mutes/mutes.ts'

/** Trouble of a pod that the user was told of: the worst of it, so that nothing is told twice. */
const told = z.object({
  level: z.enum(LEVELS),
  /** By capability. */
  hit: z.record(z.string(), knownShape),
  incident: z.nullable(z.string()),
  /** The user muted what is left of it: its end is no news to them. */
  muted: z.boolean(),
})
export type Alerted = z.infer<typeof told>

/** A notification that is still to be shown. */
const message = z.object({ id: z.string(), title: z.string(), text: z.string() })
export type Notification = z.infer<typeof message>

export const alertsShape = z.object({
  /** Counts notifications, so that each has an id of its own. */
  count: z.number(),
  /** By pod. */
  told: z.record(z.string(), told),
  /** Pods whose recovery was asked for, and how they were then. */
  backs: z.record(z.string(), z.enum(LEVELS)),
  mutes: z.array(muteShape),
  /** Written before they are shown: a death in between loses none. */
  outbox: z.array(message),
})
export type Alerts = z.infer<typeof alertsShape>

export const NO_ALERTS: Alerts = { count: 0, told: {}, backs: {}, mutes: [], outbox: [] }
