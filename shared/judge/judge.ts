import { isoOf } from '../feed/guards.ts'
import type { Incident, Maintenance, Snapshot } from '../feed/snapshot.ts'
import type { Vendor } from '../vendors/vendor.ts'
import { bannerOf } from './banner.ts'
import { type Claim, claimsOf } from './claims.ts'
import { withComponents } from './components/own.ts'
import { type Places, placesOf } from './components/places.ts'
import { byEffect } from './effects.ts'
import { readIncident } from './incident/reading.ts'
import { type TextReader, textReader } from './incident/texts.ts'
import { levelAmong } from './level.ts'
import { byStart, byWorst } from './order.ts'
import { isOver, phaseOf } from './phase.ts'
import { podOf } from './pods.ts'
import { lacking } from './proof.ts'
import { createLexicon } from './reading/lexicon.ts'
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

/** Finds when an incident's next update is due. An argument, as customers are not told and need not load it. */
export type PromiseReader = (incident: Incident) => number | null

/** What a snapshot means before anybody asks for a pod: worked out once for all of them. */
interface Prepared {
  readonly places: Places
  readonly read: TextReader
  readonly incidents: readonly Incident[]
  readonly maintenances: readonly Maintenance[]
  /** Planned work that has not begun. */
  readonly ahead: readonly Maintenance[]
}

/** Makes the function that says what a snapshot means for a pod. Pure: the same question has the same answer. */
export const createJudge = (vendor: Vendor, promiseOf: PromiseReader) => {
  const lexicon = createLexicon(vendor)

  const prepare = (snapshot: Snapshot): Prepared => {
    const isAhead = (incident: Incident): boolean => phaseOf(incident) === 'scheduled'
    const isRunning = (incident: Incident): boolean => !isOver(phaseOf(incident)) && !isAhead(incident)
    return {
      places: placesOf(snapshot, vendor, lexicon),
      read: textReader(lexicon, vendor),
      incidents: snapshot.incidents.filter((incident) => !isOver(phaseOf(incident))).sort(byStart),
      maintenances: snapshot.maintenances.filter(isRunning).sort(byStart),
      ahead: snapshot.maintenances
        .filter(isAhead)
        .sort((a, b) => (a.starts ?? 0) - (b.starts ?? 0) || byStart(a, b)),
    }
  }
  const known = new WeakMap<Snapshot, Prepared>()
  const prepared = (snapshot: Snapshot): Prepared => {
    const made = known.get(snapshot) ?? prepare(snapshot)
    known.set(snapshot, made)
    return made
  }

  return (
    snapshot: Snapshot,
    podName: string,
    { now, fetchedAt }: When,
    concerns: Concerns = everything,
  ): Judgement => {
    const pod = podOf(podName)
    if (pod === null) return unknown(podName, 'not-a-pod', fetchedAt)
    if (now - fetchedAt > STALE_AFTER) return unknown(pod, 'stale', fetchedAt)

    const { places, read, incidents, maintenances, ahead } = prepared(snapshot)
    const promises = new Map<string, number>()
    let chatWorks = false

    const live = (incident: Incident): Claim[] => {
      const reading = readIncident(incident, pod, read, vendor)
      const claims = claimsOf(incident, reading, places, pod, vendor)
      if (claims.length === 0) return claims
      chatWorks ||= reading.working.has(vendor.part.of)
      const promise = promiseOf(incident)
      // Two incidents may have got one id: the earlier promise holds.
      if (promise !== null) promises.set(incident.id, Math.min(promise, promises.get(incident.id) ?? promise))
      return claims
    }
    const planned = (maintenance: Maintenance): Claim[] => {
      // Planned work explains maintenance, and no outage: such components speak for themselves.
      const explained = places
        .accountOf(maintenance)
        .listed.filter(({ effect }) => effect === null || byEffect(effect, 'maintenance') >= 0)
      const listed = new Set(explained.flatMap(({ id, groupId }) => (groupId === null ? id : [id, groupId])))
      return live(maintenance).map((claim) => ({
        ...claim,
        effect: 'maintenance',
        since: maintenance.starts ?? claim.since,
        quiet: false,
        listed,
      }))
    }

    const told = [...incidents.flatMap(live), ...maintenances.flatMap(planned)]
    const claims = withComponents(told, places, pod, vendor).filter(concerns).sort(byWorst)
    const upcoming = ahead
      .filter(({ ends }) => ends === null || ends > now)
      .flatMap((maintenance): Upcoming[] => {
        const reading = readIncident(maintenance, pod, read, vendor)
        const affected = claimsOf(maintenance, reading, places, pod, vendor)
          .filter(concerns)
          .map(({ capability }) => capability)
        const { id: incident, starts, ends } = maintenance
        return affected.length === 0
          ? []
          : [{ incident, starts: isoOf(starts), ends: isoOf(ends), capabilities: affected.sort() }]
      })

    const { level, recovering } = levelAmong(claims)
    const doubt =
      level === 'ok' ? lacking(snapshot, places, [...incidents, ...maintenances], pod, vendor) : null
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
