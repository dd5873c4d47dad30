import { type Bill, billOf } from './bill.ts'
import { createChance } from './chance.ts'
import { type Load, loadOf, mostInAnHour, sumOf } from './counts.ts'
import { HARD, HOUR, INCIDENT, isIn, LOOP, ORDINARY, OUTAGE, RECOVERY, type Span } from './day.ts'
import { loopingPages } from './loopingPage.ts'
import { busiestByChance } from './noise.ts'
import type { Fleet } from './play.ts'
import { objectRequests, playRelay } from './relay.ts'

/** A time of a day, at one size. */
export interface Told {
  readonly when: string
  readonly podlight: Load
  readonly script: Load
  /** Of Podlight's requests: the busiest ten seconds, as a multiple of the mean. */
  readonly peak: number
  /** The same if equally many requests came by pure chance. */
  readonly peakByChance: number
}

export interface Result {
  readonly visitors: number
  readonly times: readonly Told[]
  readonly ordinaryDay: { readonly podlight: number; readonly script: number; readonly iframe: number }
  readonly hardDay: { readonly podlight: number; readonly script: number }
  readonly objects: number
  readonly bill: Bill
  readonly scriptBill: Bill
  readonly loop: {
    readonly calls: number
    readonly requests: number
    /** In the same hour of the ordinary day. */
    readonly without: number
    readonly mostOfOne: number
  }
}

export const BUSIEST = 'busiest hour, ordinary day'
export const OUT = 'outage'
export const RECOVERED = 'hour after the outage'

const TIMES: readonly (readonly [string, 'ordinary' | 'hard', Span])[] = [
  [BUSIEST, 'ordinary', { from: 14 * HOUR, to: 15 * HOUR }],
  ['incident', 'hard', INCIDENT],
  [OUT, 'hard', OUTAGE],
  [RECOVERED, 'hard', RECOVERY],
  ['pages in a loop', 'hard', LOOP],
]

const requestsIn = (counts: Uint32Array, span: Span): number =>
  (loadOf(counts, span).mean * (span.to - span.from)) / 1000

/** What is told of a fleet. */
export const resultOf = (fleet: Fleet): Result => {
  const { visitors, script, iframe } = fleet
  const day = sumOf(fleet.ordinary)
  // The object wakes itself for each of its own requests, and that is billed too.
  const objects = objectRequests(fleet.ordinary) + playRelay(ORDINARY, createChance(1)).length
  return {
    visitors,
    times: TIMES.map(([when, which, span]) => {
      const podlight = loadOf(fleet[which], span)
      const inTen = podlight.mean * 10
      const tens = (span.to - span.from) / 10_000
      return {
        when,
        podlight,
        script: loadOf(script[which], span),
        peak: podlight.busiestTen / podlight.mean,
        peakByChance: busiestByChance(inTen, tens) / inTen,
      }
    }),
    ordinaryDay: { podlight: day, script: sumOf(script.ordinary), iframe: sumOf(iframe) },
    hardDay: { podlight: sumOf(fleet.hard), script: sumOf(script.hard) },
    objects,
    bill: billOf(day, objects),
    scriptBill: billOf(sumOf(script.ordinary), objects),
    loop: {
      calls: fleet.calls,
      requests: requestsIn(fleet.hard, LOOP),
      without: requestsIn(fleet.ordinary, LOOP),
      mostOfOne: fleet.mostOfLoop,
    },
  }
}

/** What the relay asks of the vendor, whatever the size. */
export interface Upstream {
  readonly what: string
  readonly isPressed: boolean
  readonly day: number
  readonly most: number
  readonly inOutage: number
}

const UPSTREAMS = [
  ['ordinary day', ORDINARY, false],
  ['hard day', HARD, false],
  ['hard day, every call of the loop let through', HARD, true],
] as const

export const upstreams = (): readonly Upstream[] =>
  UPSTREAMS.map(([what, day, isPressed]) => {
    const times = playRelay(day, createChance(1), isPressed)
    return {
      what,
      isPressed,
      day: times.length,
      most: mostInAnHour(times),
      inOutage: times.filter((time) => isIn(OUTAGE, time)).length,
    }
  })

/** What is the same at every size. */
export const sizeless = () => ({ upstream: upstreams(), pages: loopingPages() })
export type Sizeless = ReturnType<typeof sizeless>
