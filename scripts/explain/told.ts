import type { Snapshot } from '../../shared/model/snapshot.ts'
import type { Effect, Level, Verdict } from '../../shared/model/verdict.ts'
import type { Voice } from '../../shared/text/agentVoice.ts'
import { bannerText } from '../../shared/text/banner.ts'
import { detail, why } from '../../shared/text/detail.ts'
import { customer } from '../../shared/text/en.ts'
import { newsAge, nextUpdate } from '../../shared/text/news.ts'
import { quote } from '../../shared/text/quote.ts'
import { sceneOf } from '../../shared/text/scene.ts'
import { summary } from '../../shared/text/summary.ts'
import { epochOf } from '../../shared/text/time.ts'
import { universalVoice } from '../../shared/text/universalVoice.ts'
import { upcoming } from '../../shared/text/upcoming.ts'
import { vendorOf } from './vendors.ts'

const titleOf = (snapshot: Snapshot | null, incident: string | null): string | null => {
  const all = snapshot === null ? [] : [...snapshot.incidents, ...snapshot.maintenances]
  const found = all.find(({ id }) => id === incident)
  return found === undefined ? null : quote(found.title)
}

/** A verdict as a person would want it told, in parts that can be laid out. */
export interface Told {
  readonly level: Level
  readonly summary: string
  /** Whether customers would be told anything. */
  readonly isForCustomers: boolean
  readonly impacts: readonly {
    readonly capability: string
    readonly effect: Effect
    readonly says: string
    readonly reasons: readonly string[]
    /** Its id and title. */
    readonly incident: readonly [string, string] | null
  }[]
  /** What comes next, what customers would read, and how old all this is. */
  readonly notes: readonly string[]
}

const customersRead = ({ banner }: Verdict, voice: Voice): string | null => {
  if (banner === null) return null
  const scene = sceneOf(banner)
  const { headline, works } = bannerText(scene, customer, voice)
  return `Customers would read (${scene}): ${headline} ${works}`
}

const asOf = (verdict: Verdict): string | null => {
  const at = epochOf(verdict.asOf)
  if (at === null) return null
  return `Judged as the page stood at ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC.`
}

export const toldOf = (verdict: Verdict, snapshot: Snapshot | null, now: number): Told => {
  const voice = universalVoice(verdict.pod, now, vendorOf(snapshot?.page))
  const notes = [
    nextUpdate(verdict.nextUpdate, voice),
    ...verdict.upcoming.map((work) => upcoming(work, verdict, voice)),
    customersRead(verdict, voice),
    asOf(verdict),
    newsAge(verdict, voice),
    snapshot !== null && snapshot.dropped > 0
      ? `${snapshot.dropped} rows of the document could not be read.`
      : null,
  ]
  return {
    level: verdict.level,
    summary: summary(verdict, voice),
    isForCustomers: verdict.banner !== null,
    impacts: verdict.impacts.map((impact) => {
      const title = titleOf(snapshot, impact.incident)
      return {
        capability: impact.capability,
        effect: impact.effect,
        says: detail(impact, voice),
        reasons: why(impact, voice),
        incident: impact.incident === null || title === null ? null : [impact.incident, title],
      }
    }),
    notes: notes.filter((note) => note !== null),
  }
}
