import { isoOf } from '../feed/guards.ts'
import type { Incident, Maintenance, Snapshot } from '../feed/snapshot.ts'
import type { Vendor } from '../vendors/vendor.ts'
import { bannerOf } from './banner.ts'
import { type Claim, claimsOf } from './claims.ts'
import { withComponents } from './components.ts'
import { isOver, readIncident, sentenceReader } from './incident.ts'
import { levelAmong } from './level.ts'
import { byStart, byWorst } from './order.ts'
import { phrasebook } from './phrases.ts'
import { isIn, type Places, placesOf } from './places.ts'
import { podOf } from './pods.ts'
import type { Judgement, NextUpdate, Reason, Upcoming } from './verdict.ts'

/** News older than this proves nothing any more. */
const STALE_AFTER = 15 * 60_000

export interface When {
  readonly now: number
  readonly fetchedAt: number
}

/**
 * Which impacts a reader wants to hear of; the level follows from these alone. Asked before the level is found,
 * as only here it is known which incidents are quiet, and whether what is left proves health.
 */
export type Concerns = (impact: Pick<Claim, 'capability' | 'incident' | 'quiet'>) => boolean

const everything: Concerns = () => true

/** A verdict that claims nothing, with its reason. */
export const unknown = (pod: string, reason: Reason, asOf: number | null = null): Judgement => ({
  pod,
  level: 'unknown',
  recovering: false,
  asOf: isoOf(asOf),
  reason,
  impacts: [],
  banner: null,
  nextUpdate: null,
  upcoming: [],
})

/** Why a document without trouble is no proof of health; null where it is one. */
const lacking = (snapshot: Snapshot, places: Places, pod: string): Reason | null => {
  // A row of the pod's own name, outside every group, is no list of its components.
  const own = places.all.filter((place) => place.group !== null && isIn(place, pod))
  if (own.length === 0) return 'not-listed'
  const ids = new Set(own.map(({ id }) => id))
  const groups = snapshot.groups.filter((group) => group.children.some((child) => ids.has(child)))
  const whole = groups.length > 0 && groups.every(({ children }) => children.every((child) => ids.has(child)))
  // Without the group's own list, a row that was lost may have been the pod's.
  return whole || (groups.length === 0 && snapshot.droppedComponents === 0) ? null : 'incomplete'
}

/** Finds when an incident's next update is due. An argument, as customers are not told and need not load it. */
export type PromiseReader = (incident: Incident) => number | null

/** Makes the function that says what a snapshot means for a pod. Pure: the same question has the same answer. */
export const createJudge = (vendor: Vendor, promiseOf: PromiseReader) => {
  const book = phrasebook(vendor)

  return (
    snapshot: Snapshot,
    podName: string,
    { now, fetchedAt }: When,
    concerns: Concerns = everything,
  ): Judgement => {
    const pod = podOf(podName)
    if (pod === null) return unknown(podName, 'not-a-pod', fetchedAt)
    if (now - fetchedAt > STALE_AFTER) return unknown(pod, 'stale', fetchedAt)

    const read = sentenceReader(book, vendor)
    const places = placesOf(snapshot, vendor, book)
    const promises = new Map<string, number>()
    let chatWorks = false

    const live = (incident: Incident): Claim[] => {
      const reading = readIncident(incident, read, vendor)
      const claims = claimsOf(incident, reading, places, pod, vendor)
      if (claims.length === 0) return claims
      chatWorks ||= reading.fine.has(vendor.part.of)
      const promise = promiseOf(incident)
      if (promise !== null) promises.set(incident.id, promise)
      return claims
    }
    const planned = (maintenance: Maintenance): Claim[] =>
      live(maintenance).map((claim) => ({
        ...claim,
        effect: 'maintenance',
        since: maintenance.starts ?? claim.since,
        quiet: false,
        // Planned work explains no outage: its components speak for themselves.
        listed: new Set(),
      }))

    const isRunning = ({ phase }: Incident): boolean => !isOver(phase) && phase !== 'scheduled'
    const told = [
      ...snapshot.incidents.filter(isRunning).sort(byStart).flatMap(live),
      ...snapshot.maintenances.filter(isRunning).sort(byStart).flatMap(planned),
    ]
    const claims = withComponents(told, places, pod, vendor).filter(concerns).sort(byWorst)
    const upcoming = snapshot.maintenances
      .filter(({ phase, ends }) => phase === 'scheduled' && (ends === null || ends > now))
      .sort((a, b) => (a.starts ?? 0) - (b.starts ?? 0) || byStart(a, b))
      .flatMap((maintenance): Upcoming[] => {
        const reading = readIncident(maintenance, read, vendor)
        const hit = claimsOf(maintenance, reading, places, pod, vendor)
          .filter(concerns)
          .map(({ capability }) => capability)
        const { id: incident, starts, ends } = maintenance
        return hit.length === 0
          ? []
          : [{ incident, starts: isoOf(starts), ends: isoOf(ends), capabilities: hit.sort() }]
      })

    const { level, recovering } = levelAmong(claims)
    const doubt = level === 'ok' ? lacking(snapshot, places, pod) : null
    const due = Math.min(...claims.map(({ incident }) => promises.get(incident ?? '') ?? Infinity))
    const nextUpdate: NextUpdate | null =
      due === Infinity ? null : { due: isoOf(due) ?? '', overdue: now > due }
    return {
      pod,
      level: doubt === null ? level : 'unknown',
      recovering,
      asOf: isoOf(fetchedAt),
      ...(doubt === null ? {} : { reason: doubt }),
      impacts: claims.map(({ quiet: _, listed: __, since, because, ...claim }) => ({
        ...claim,
        since: isoOf(since),
        because: because.filter(({ text }, i) => because.findIndex((other) => other.text === text) === i),
      })),
      banner: bannerOf(claims, chatWorks, vendor),
      nextUpdate,
      upcoming,
    }
  }
}
