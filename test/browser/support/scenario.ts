import { summaryAt } from '../../../scripts/replay/documents.ts'
import { load } from '../../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../../scripts/replay/server.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import { MINUTE } from '../../../shared/model/limits.ts'
import type { Judgement } from '../../../shared/model/verdict.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { createExtensionClock, type ExtensionClock } from './extensionClock.ts'
import { type Squeezed, squeezed } from './squeezed.ts'

export const FEED = '/api/v2/summary.json'

/** A played page, and the time of the extension that asks it. */
export interface Scenario extends Squeezed, ExtensionClock {
  readonly page: Replay
  readonly feed: string
  /** Lets the page be as it was after a change, or before the first (-1), and time pass until that was read. */
  goTo(change: number): Promise<void>
  /** Lets time pass until the page was asked this many more times, and each answer was read. */
  asked(times: number): Promise<void>
  /** What the core says of a pod after a change: what the surfaces have to show. */
  truth(change: number, pod: string): Judgement
}

const judge = createJudge(kustomer, promiseOf)

/** How often the alarm may ring in vain: a background that was killed may not have said when its next request is due. */
const IDLE_RINGS = 10

/** It begins a day from now, or at a time that must be ahead of the real one. */
export const startScenario = async (names: readonly string[], at?: number): Promise<Scenario> => {
  const time = createExtensionClock(at)
  const begin = time.now()
  const played = squeezed(load([...names]), begin - MINUTE)
  const { recordings, moments } = played
  const timeOf = (change: number): number => moments[change] ?? (moments[0] ?? begin) - MINUTE
  const page = await startReplay({ recordings, at: timeOf(-1) })
  const count = (): number => page.log.count(FEED)
  const asked = async (times: number): Promise<void> => {
    const goal = count() + times
    for (let rings = 0; count() < goal && rings < times + IDLE_RINGS; rings++) {
      await time.ring()
      await time.settled()
    }
    if (count() < goal) throw new Error(`The page was not asked ${times} times more.`)
  }
  return {
    ...played,
    ...time,
    page,
    feed: `${page.url}${FEED}`,
    asked,
    goTo: async (change) => {
      page.setTime(timeOf(change))
      await asked(1)
    },
    truth: (change, pod) => {
      const at = timeOf(change)
      const snapshot = readStatuspage(summaryAt(recordings, at), kustomer)
      if (!snapshot.ok) throw new Error(snapshot.detail)
      return judge(snapshot.value, pod, { now: at, fetchedAt: at })
    },
  }
}
