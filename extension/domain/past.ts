import * as z from 'zod/mini'
import { worse } from '../../shared/model/effects.ts'
import { DAY, STALE } from '../../shared/model/limits.ts'
import type { Snapshot } from '../../shared/model/snapshot.ts'
import { EFFECTS, type Effect, type Impact, type Judgement } from '../../shared/model/verdict.ts'
import { epochOf } from '../../shared/text/time.ts'
import { storyOf } from './history/stories.ts'

// What is over is told for a day: whoever comes back to their desk wants to know what it was.

export const pastShape = z.object({
  pod: z.string(),
  /** The page's id of it; null where only components told of it. */
  incident: z.nullable(z.string()),
  since: z.number(),
  until: z.number(),
  /** The worst that was sure, by capability. */
  affected: z.record(z.string(), z.enum(EFFECTS)),
})
export type Past = z.infer<typeof pastShape>

const isTrouble = ({ certainty, effect }: Impact): boolean =>
  certainty === 'confirmed' && effect !== 'maintenance' && effect !== 'notice'

/** What was affected, one judgement after the other; null where nothing was for sure. */
const pastOf = (
  pod: string,
  incident: string | null,
  impacts: readonly Impact[],
  [begun, until]: readonly [begun: number, until: number],
): Past | null => {
  const troubles = impacts.filter(isTrouble)
  if (troubles.length === 0) return null
  const affected: Record<string, Effect> = {}
  for (const { capability, effect } of troubles)
    affected[capability] = worse(effect, affected[capability] ?? effect)
  const starts = troubles.flatMap(({ since }) => epochOf(since) ?? [])
  return { pod, incident, since: Math.min(begun, ...starts), until, affected }
}

/** What was seen to end: trouble on a pod in one look, and none in the next, soon after it. One for each incident. */
export const seenToEnd = (before: Judgement, after: Judgement, at: number): readonly Past[] => {
  const seen = epochOf(before.asOf) ?? 0
  if (after.impacts.some(isTrouble) || after.level === 'unknown' || at - seen > STALE) return []
  return [...new Set(before.impacts.map(({ incident }) => incident))].flatMap((incident) => {
    const impacts = before.impacts.filter((impact) => impact.incident === incident)
    return pastOf(before.pod, incident, impacts, [seen, at]) ?? []
  })
}

const incidentsIn = ({ impacts }: Judgement): ReadonlySet<string> =>
  new Set(impacts.filter(isTrouble).flatMap(({ incident }) => incident ?? []))

/**
 * Whether the page's list of incidents may tell more: one is gone, or nobody looked for a while. Who has just begun has
 * missed nothing, and needs their first requests for the page itself.
 */
export const mayHaveMissed = (before: Judgement, after: Judgement, at: number): boolean => {
  const seen = epochOf(before.asOf)
  if (seen === null) return false
  const still = incidentsIn(after)
  const isGone = [...incidentsIn(before)].some((incident) => !still.has(incident))
  return isGone || at - seen > STALE
}

/** What ended on some pods in the last day, by the page's list of incidents and what the page says now. */
export const endedOn = (
  pods: readonly string[],
  list: Pick<Snapshot, 'incidents'>,
  page: Snapshot,
  now: number,
): readonly Past[] =>
  list.incidents.flatMap((document) =>
    pods.flatMap((pod) => {
      const story = storyOf({ kind: 'incident', document }, pod, page, null)
      const until = story?.endedAt ?? null
      if (story === null || until === null || until > now || now - until > DAY) return []
      const impacts = story.stages.flatMap((stage) => stage.impacts)
      return pastOf(pod, story.id, impacts, [story.startedAt, until]) ?? []
    }),
  )

const isSameTrouble = (one: Past, other: Past): boolean =>
  one.pod === other.pod &&
  (one.incident === null ? one.since === other.since : one.incident === other.incident)

/** What is known, with what was found. Of the same trouble, what was found replaces what was known. Latest first. */
export const withFound = (known: readonly Past[], found: readonly Past[], now: number): readonly Past[] =>
  [...found, ...known.filter((one) => !found.some((other) => isSameTrouble(one, other)))]
    .filter(({ until }) => now - until <= DAY && until <= now)
    .sort((one, other) => other.until - one.until)

/** What is still told of a pod, without what the user does not use. */
export const pastFor = (
  past: readonly Past[],
  pod: string,
  ignored: readonly string[],
  now: number,
): readonly Past[] =>
  withFound(past, [], now).flatMap((one) => {
    const affected = Object.fromEntries(
      Object.entries(one.affected).filter(([capability]) => !ignored.includes(capability)),
    )
    return one.pod === pod && Object.keys(affected).length > 0 ? [{ ...one, affected }] : []
  })
