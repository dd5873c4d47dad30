import * as z from 'zod/mini'
import { LEVELS } from '../../../shared/model/verdict.ts'
import { muteShape } from '../mutes/mutes.ts'
import { knownShape } from '../mutes/worstSoFar.ts'

/** Trouble of a pod that the user was alerted to: the worst of it, so that nothing is told twice. */
const alerted = z.object({
  level: z.enum(LEVELS),
  /** By capability. */
  affected: z.record(z.string(), knownShape),
  incident: z.nullable(z.string()),
  /** The user muted what is left of it: its end is no news to them. */
  muted: z.boolean(),
})
export type Alerted = z.infer<typeof alerted>

/** A notification that is still to be shown. */
const message = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  /** Which pods and incidents it is about; earlier versions didn't say. */
  pods: z.optional(z.array(z.string())),
  incidents: z.optional(z.array(z.string())),
})
export type Notification = z.infer<typeof message>

export const alertsShape = z.object({
  /** Counts notifications, so that each has an id of its own. */
  count: z.number(),
  /** By pod. */
  alerted: z.record(z.string(), alerted),
  /** Pods whose recovery was asked for, and how they were then. */
  awaited: z.record(z.string(), z.enum(LEVELS)),
  mutes: z.array(muteShape),
  /** Written before they are shown: a death in between loses none. */
  outbox: z.array(message),
})
export type Alerts = z.infer<typeof alertsShape>

export const NO_ALERTS: Alerts = { count: 0, alerted: {}, awaited: {}, mutes: [], outbox: [] }

const hit = z.looseObject({ hit: z.unknown() })
const shapeOfV1 = z.looseObject({ told: z.record(z.string(), hit), backs: z.unknown(), mutes: z.array(hit) })

/** Version 1 had other names for the same. */
export const alertsOfV1 = (before: unknown): object => {
  const { told, backs, mutes, ...same } = shapeOfV1.parse(before)
  const renamed = ({ hit: affected, ...row }: z.infer<typeof hit>): object => ({ ...row, affected })
  return {
    ...same,
    alerted: Object.fromEntries(Object.entries(told).map(([pod, row]) => [pod, renamed(row)])),
    awaited: backs,
    mutes: mutes.map(renamed),
  }
}
