import { isoOf } from '../model/guards.ts'
import { STALE } from '../model/limits.ts'
import { podOf } from '../model/pod.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { Impact, Judgement, NextUpdate, Reason, Upcoming } from '../model/verdict.ts'
import type { Vendor } from '../vendors/vendor.ts'
import { type Assessment, createAssessor, type PromiseReader } from './assessment.ts'
import { bannerOf } from './banner.ts'
import type { Claim } from './claims/claims.ts'
import { levelAmong } from './level.ts'

export interface When {
  readonly now: number
  readonly fetchedAt: number
}

/**
 * Which impacts an audience wants to hear of; the level follows from these alone. Asked of claims and not of a finished
 * verdict, as only here it is known which incidents are quiet, and whether what is left proves health.
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

const impactOf = ({ quiet: _, listed: __, since, because, ...claim }: Claim): Impact => ({
  ...claim,
  since: isoOf(since),
  because: because.filter(({ text }, i) => because.findIndex((other) => other.text === text) === i),
})

const nextUpdateOf = (
  claims: readonly Claim[],
  promises: Assessment['promises'],
  now: number,
): NextUpdate | null => {
  const due = Math.min(...claims.map(({ incident }) => promises.get(incident ?? '') ?? Infinity))
  return due === Infinity ? null : { due: isoOf(due) ?? '', overdue: now > due }
}

const upcomingOf = (ahead: Assessment['ahead'], concerns: Concerns, now: number): Upcoming[] =>
  ahead.flatMap(({ maintenance: { id: incident, starts, ends }, claims }) => {
    const capabilities = claims.filter(concerns).map(({ capability }) => capability)
    const isPast = ends !== null && ends <= now
    return isPast || capabilities.length === 0
      ? []
      : [{ incident, starts: isoOf(starts), ends: isoOf(ends), capabilities: capabilities.sort() }]
  })

/** What an assessment means for an audience at a time. */
const judgementFor = (
  { pod, claims, ahead, promises, chatWorks, doubt }: Assessment,
  concerns: Concerns,
  { now, fetchedAt }: When,
  vendor: Vendor,
): Judgement => {
  const own = claims.filter(concerns)
  const { level, recovering } = levelAmong(own)
  const reason = level === 'ok' ? doubt() : null
  return {
    pod,
    level: reason === null ? level : 'unknown',
    recovering,
    asOf: isoOf(fetchedAt),
    ...(reason === null ? {} : { reason }),
    impacts: own.map(impactOf),
    banner: bannerOf(own, chatWorks, vendor),
    nextUpdate: nextUpdateOf(own, promises, now),
    upcoming: upcomingOf(ahead, concerns, now),
  }
}

/** Makes the function that says what a snapshot means for a pod. Pure: the same question has the same answer. */
export const createJudge = (vendor: Vendor, promiseOf: PromiseReader) => {
  const assess = createAssessor(vendor, promiseOf)
  return (snapshot: Snapshot, podName: string, when: When, concerns: Concerns = everything): Judgement => {
    const pod = podOf(podName)
    if (pod === null) return unknown(podName, 'not-a-pod', when.fetchedAt)
    if (when.now - when.fetchedAt > STALE) return unknown(pod, 'stale', when.fetchedAt)
    return judgementFor(assess(snapshot, pod), concerns, when, vendor)
  }
}
