import { byEffect } from '../model/effects.ts'
import type { Incident, Maintenance, Snapshot } from '../model/snapshot.ts'
import type { Reason } from '../model/verdict.ts'
import type { Vendor } from '../vendors/vendor.ts'
import { type Claim, claimsOf } from './claims/claims.ts'
import { withComponents } from './claims/ownComponents.ts'
import { type Places, placesOf } from './components/componentIndex.ts'
import { lacking } from './doubt.ts'
import { readIncident } from './incident/incidentReading.ts'
import { type TextReader, textReader } from './incident/texts.ts'
import { byStart, byWorst } from './order.ts'
import { isOver, phaseOf } from './phase.ts'
import { createLexicon } from './reading/lexicon.ts'

/** Planned work that has not begun, and what it will touch. */
interface Ahead {
  readonly maintenance: Maintenance
  readonly claims: readonly Claim[]
}

/** What a document says of a pod, whoever asks and at whatever time. Verdicts are drawn from it. */
export interface Assessment {
  readonly pod: string
  /** The worst first. */
  readonly claims: readonly Claim[]
  readonly ahead: readonly Ahead[]
  /** When the next update of an incident is due, by its id. */
  readonly promises: ReadonlyMap<string, number>
  /** Whether the words about an incident of this pod say that chat works. */
  readonly chatWorks: boolean
  /** Why the document proves no health; null where it does. Found out when it matters, where nothing is affected. */
  readonly doubt: () => Reason | null
}

/** Finds when an incident's next update is due. An argument, as customers are not told and need not load it. */
export type PromiseReader = (incident: Incident) => number | null

/** What a document means before anybody asks for a pod: worked out once for all of them. */
interface Prepared {
  readonly places: Places
  readonly read: TextReader
  readonly incidents: readonly Incident[]
  readonly maintenances: readonly Maintenance[]
  readonly ahead: readonly Maintenance[]
  readonly promiseOf: PromiseReader
  readonly assessments: Map<string, Assessment>
}

/** Reads each incident once, for all pods. */
const once = (promiseOf: PromiseReader): PromiseReader => {
  const known = new Map<Incident, number | null>()
  return (incident) => {
    const found = known.get(incident)
    if (found !== undefined) return found
    const promise = promiseOf(incident)
    known.set(incident, promise)
    return promise
  }
}

export const createAssessor = (vendor: Vendor, promiseOf: PromiseReader) => {
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
      promiseOf: once(promiseOf),
      assessments: new Map(),
    }
  }

  const assess = (
    snapshot: Snapshot,
    pod: string,
    { places, read, incidents, maintenances, ahead, promiseOf }: Prepared,
  ): Assessment => {
    const promises = new Map<string, number>()
    let chatWorks = false
    let doubt: { readonly is: Reason | null } | undefined

    const claimsNow = (incident: Incident): Claim[] => {
      const reading = readIncident(incident, pod, read, vendor)
      const claims = claimsOf(incident, reading, places, pod, vendor)
      if (claims.length === 0) return claims
      chatWorks ||= reading.working.has(vendor.part.of)
      const promise = promiseOf(incident)
      // Two incidents may have got one id: the earlier promise holds.
      if (promise !== null) promises.set(incident.id, Math.min(promise, promises.get(incident.id) ?? promise))
      return claims
    }
    const claimsOfWork = (maintenance: Maintenance): Claim[] => {
      // Planned work explains maintenance, and no outage: such components speak for themselves.
      const explained = places
        .accountOf(maintenance)
        .listed.filter(({ effect }) => effect === null || byEffect(effect, 'maintenance') >= 0)
      const listed = new Set(explained.flatMap(({ id, groupId }) => (groupId === null ? id : [id, groupId])))
      return claimsNow(maintenance).map((claim) => ({
        ...claim,
        effect: 'maintenance',
        since: maintenance.starts ?? claim.since,
        quiet: false,
        listed,
      }))
    }

    const told = [...incidents.flatMap(claimsNow), ...maintenances.flatMap(claimsOfWork)]
    return {
      pod,
      claims: withComponents(told, places, pod, vendor).sort(byWorst),
      ahead: ahead.map((maintenance) => ({
        maintenance,
        claims: claimsOf(maintenance, readIncident(maintenance, pod, read, vendor), places, pod, vendor),
      })),
      promises,
      chatWorks,
      doubt: () => {
        doubt ??= { is: lacking(snapshot, places, [...incidents, ...maintenances], pod, vendor) }
        return doubt.is
      },
    }
  }

  const known = new WeakMap<Snapshot, Prepared>()
  /** A document is read once, and each of its pods assessed once. */
  return (snapshot: Snapshot, pod: string): Assessment => {
    const prepared = known.get(snapshot) ?? prepare(snapshot)
    known.set(snapshot, prepared)
    const assessment = prepared.assessments.get(pod) ?? assess(snapshot, pod, prepared)
    prepared.assessments.set(pod, assessment)
    return assessment
  }
}
