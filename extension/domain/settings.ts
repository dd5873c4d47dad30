import * as z from 'zod/mini'
import { CAPABILITIES } from '../../shared/model/capabilities.ts'
import { podOf } from '../../shared/model/pod.ts'
import { EVIDENCE } from './evidence/watch.ts'
import { isFeedAddress } from './feedAddress.ts'

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** An address that news may be read from, as the browser writes it. */
export const feed = z.string().check(z.refine(isFeedAddress, 'not an address'))

/** More pods than a vendor has: beyond this a list is a mistake. */
export const MOST_PODS = 20

/** A list that may have been written by hand: whoever is named three times is named once. */
const once = <T>() => z.overwrite<T[]>((list) => [...new Set(list)])

/** When the team works, by the clock of the place. */
const workingHoursShape = z.object({
  /** From 0 for Sunday to 6 for Saturday. */
  days: z.array(z.int().check(z.gte(0), z.lte(6))).check(
    z.overwrite((days) => [...new Set(days)].sort()),
    z.minLength(1),
  ),
  from: time,
  /** May pass midnight: a shift belongs to the day it begins on. The same as `from`, it is 24 hours long. */
  to: time,
})
export type WorkingHours = z.infer<typeof workingHoursShape>

/** What the user chose. Later versions of this shape get a migration in `storage/storedKeys.ts`. */
export const settingsShape = z.object({
  /** Watched pods; the first is the one an agent calls theirs. */
  pods: z
    .array(z.string().check(z.refine((pod) => podOf(pod) === pod, 'not a pod')))
    .check(once(), z.maxLength(MOST_PODS)),
  /**
   * What the user does not work with; null before they said so, when everything counts. Kept as what is left
   * out, so that what is new is told.
   */
  ignored: z.nullable(z.array(z.enum(CAPABILITIES)).check(once())),
  notify: z.boolean(),
  /** By the clock of the place; may pass midnight. */
  quiet: z.nullable(z.object({ from: time, to: time })),
  /** The history tells trouble within these hours from the rest. */
  workingHours: workingHoursShape,
  /** What is done with what this browser's own requests show. */
  evidence: z.enum(EVIDENCE),
  /** Another address than the vendor's page. */
  feed: z.nullable(feed),
})
export type Settings = z.infer<typeof settingsShape>

/** Some of them, as they are changed. */
export const choiceShape = z.partial(settingsShape)
export type Choice = z.infer<typeof choiceShape>

export const SETTING_NAMES = [
  'pods',
  'ignored',
  'notify',
  'quiet',
  'workingHours',
  'evidence',
  'feed',
] as const satisfies (keyof Settings)[]
export type SettingName = (typeof SETTING_NAMES)[number]

/** What the user has chosen by themselves; null before that was recorded. */
export const chosenShape = z.nullable(z.array(z.enum(SETTING_NAMES)).check(once()))
export type Chosen = z.infer<typeof chosenShape>

export const DEFAULT_SETTINGS: Settings = {
  pods: [],
  ignored: null,
  notify: true,
  quiet: null,
  workingHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  evidence: 'off',
  feed: null,
}

/** Whether quiet hours hold at a time of day, "HH:MM". */
export const isQuiet = ({ quiet }: Settings, now: string): boolean => {
  if (quiet === null || quiet.from === quiet.to) return false
  const { from, to } = quiet
  return from < to ? now >= from && now < to : now >= from || now < to
}
