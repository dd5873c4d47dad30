import { summaryAt } from '../../../scripts/replay/documents.ts'
import { load } from '../../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../../scripts/replay/server.ts'
import { until } from '../../../scripts/stage/until.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import type { Judgement } from '../../../shared/model/verdict.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { MINUTE, now } from './pace.ts'
import { type Squeezed, squeezed } from './squeezed.ts'

export const FEED = '/api/v2/summary.json'

/** A played page in the time of the extension under test. */
export interface Scenario extends Squeezed {
  readonly page: Replay
  readonly feed: string
  /** Lets the page be as it was after a change, or before the first (-1), and waits until that was read. */
  goTo(change: number): Promise<void>
  /** Waits until the page was asked so many times more. */
  asked(times: number): Promise<void>
  /** What the core says of a pod after a change: what the surfaces have to show. */
  truth(change: number, pod: string): Judgement
}

const judge = createJudge(kustomer, promiseOf)

export const startScenario = async (names: readonly string[]): Promise<Scenario> => {
  const played = squeezed(load([...names]), now() - MINUTE)
  const { recordings, moments } = played
  const timeOf = (change: number): number => moments[change] ?? (moments[0] ?? now()) - MINUTE
  const page = await startReplay({ recordings, at: timeOf(-1) })
  const count = (): number => page.log.count(FEED)
  const asked = async (times: number): Promise<void> => {
    const before = count()
    await until(
      async () => count() - before,
      (more) => more >= times,
      `${times} more questions`,
    )
  }
  return {
    ...played,
    page,
    feed: `${page.url}${FEED}`,
    asked,
    goTo: async (change) => {
      page.setTime(timeOf(change))
      // The second question after a change comes when the answer to the first was read.
      await asked(2)
    },
    truth: (change, pod) => {
      const at = timeOf(change)
      const snapshot = readStatuspage(summaryAt(recordings, at), kustomer)
      if (!snapshot.ok) throw new Error(snapshot.detail)
      return judge(snapshot.value, pod, { now: at, fetchedAt: at })
    },
  }
}
