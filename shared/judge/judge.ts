import { isoOf } from '../feed/guards.ts'
import type { Incident, Snapshot } from '../feed/snapshot.ts'
import type { Vendor } from '../vendors/vendor.ts'
import { bannerOf } from './banner.ts'
import { type Claim, claimsOf } from './claims.ts'
import { withComponents } from './components.ts'
import { byEffect } from './effects.ts'
import { isOver, readIncident, sentenceReader } from './incident.ts'
import { levelAmong } from './level.ts'
import { phrasebook } from './phrases.ts'
import { isIn, type Places, placesOf } from './places.ts'
import { podOf } from './pods.ts'
import type { Judgement, NextUpdate, Reason, Upcoming } from './verdict.ts'

/** News older than this proves nothing any more. */
export const STALE_AFTER = 15 * 60_000

export interface When {
  readonly now: number
  readonly fetchedAt: number
}

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
  const own = places.all.filter((place) => isIn(place, pod))
  if (own.length === 0) return 'not-listed'
  const ids = new Set(own.map(({ id }) => id))
  const groups = snapshot.groups.filter((group) => group.children.some((child) => ids.has(child)))
  return groups.every(({ children }) => children.every((child) => ids.has(child))) ? null : 'incomplete'
}

/** The order of a document says nothing: the incident that began first speaks first. */
const byStart = (a: Incident, b: Incident): number =>
  (a.startedAt ?? 0) - (b.startedAt ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const byWorst = (a: Claim, b: Claim): number =>
  Number(a.quiet) - Number(b.quiet) ||
  byEffect(a.effect, b.effect) ||
  Number(a.certainty === 'possible') - Number(b.certainty === 'possible') ||
  (a.capability < b.capability ? -1 : a.capability > b.capability ? 1 : 0) ||
  ((a.incident ?? '') < (b.incident ?? '') ? -1 : 1)

/** Finds when an incident's next update is due. An argument, as customers are not told and need not load it. */
export type PromiseReader = (incident: Incident) => number | null

/** Makes the function that says what a snapshot means for a pod. Pure: the same question has the same answer. */
export const createJudge = (vendor: Vendor, promiseOf: PromiseReader) => {
  const book = phrasebook(vendor)

  return (snapshot: Snapshot, podName: string, { now, fetchedAt }: When): Judgement => {
    const pod = podOf(podName)
    if (pod === null) return unknown(podName, 'not-a-pod', fetchedAt)
    if (now - fetchedAt > STALE_AFTER) return unknown(pod, 'stale', fetchedAt)

    const read = sentenceReader(book, vendor)
    const places = placesOf(snapshot, vendor, book)
    let chatWorks = false
    const promises: number[] = []

    const claimsFrom = (incident: Incident): Claim[] => {
      const reading = readIncident(incident, read, vendor)
      const claims = claimsOf(incident, reading, places, pod, vendor)
      if (claims.length === 0) return claims
      chatWorks ||= reading.fine.has(vendor.part.of)
      return claims
    }
    const live = (incident: Incident): Claim[] => {
      const claims = claimsFrom(incident)
      const promise = claims.length > 0 ? promiseOf(incident) : null
      if (promise !== null) promises.push(promise)
      return claims
    }

    const open = snapshot.incidents.filter(({ phase }) => !isOver(phase)).sort(byStart)
    const running = snapshot.maintenances.filter(({ phase }) => !isOver(phase) && phase !== 'scheduled')
    const claims = withComponents(
      [
        ...open.flatMap(live),
        ...running.flatMap((maintenance) =>
          live(maintenance).map((claim) => ({
            ...claim,
            effect: 'maintenance' as const,
            since: maintenance.starts ?? claim.since,
            quiet: false,
          })),
        ),
      ],
      places,
      pod,
      vendor,
    ).sort(byWorst)

    const upcoming = snapshot.maintenances
      .filter(({ phase, ends }) => phase === 'scheduled' && (ends === null || ends > now))
      .flatMap((maintenance): Upcoming[] => {
        const capabilities = claimsFrom(maintenance).map(({ capability }) => capability)
        const { id: incident, starts, ends } = maintenance
        return capabilities.length === 0
          ? []
          : [{ incident, starts: isoOf(starts), ends: isoOf(ends), capabilities: capabilities.sort() }]
      })
      .sort((a, b) => ((a.starts ?? '') + a.incident < (b.starts ?? '') + b.incident ? -1 : 1))

    const { level, recovering } = levelAmong(claims)
    const doubt = level === 'ok' ? lacking(snapshot, places, pod) : null
    const due = promises.length === 0 ? null : Math.min(...promises)
    const nextUpdate: NextUpdate | null = due === null ? null : { due: isoOf(due) ?? '', overdue: now > due }
    return {
      pod,
      level: doubt === null ? level : 'unknown',
      recovering,
      asOf: isoOf(fetchedAt),
      ...(doubt === null ? {} : { reason: doubt }),
      impacts: claims.map(({ quiet: _, since, because, ...claim }) => ({
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
