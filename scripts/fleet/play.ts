import { createBrowsers } from './browser.ts'
import { createChance } from './chance.ts'
import { type Counts, count, newCounts } from './counts.ts'
import { HARD, LOOP, ORDINARY } from './day.ts'
import { callsInLoop, playIframe, playScript } from './others.ts'
import { visitOf } from './visit.ts'

/** The sizes that are told, in visitors a day. */
export const SIZES: readonly number[] = [10_000, 100_000, 1_000_000, 10_000_000]

/** What so many visitors ask in a day, second by second. */
export interface Fleet {
  readonly visitors: number
  /** Podlight, at whoever its visitors ask: the vendor, or the relay. */
  readonly ordinary: Counts
  readonly hard: Counts
  readonly script: { readonly ordinary: Counts; readonly hard: Counts }
  readonly iframe: Counts
  /** Calls of `refresh` by the pages in a loop. */
  readonly calls: number
  /** The most requests that a visitor whose pages are in the loop sent in the loop's hour. */
  readonly mostOfLoop: number
}

/**
 * Plays visitor after visitor: nobody waits for anybody else, so no clock is needed that runs for all of them. The
 * smaller fleets are the first visitors of the larger; gives each size that is reached.
 */
export const playFleet = function* (sizes: readonly number[]): Generator<Fleet> {
  const chance = createChance()
  const [ordinary, hard, iframe] = [newCounts(), newCounts(), newCounts()]
  const script = { ordinary: newCounts(), hard: newCounts() }
  let calls = 0
  let mostOfLoop = 0
  let inLoop = 0
  const into = (counts: Counts) => (time: number) => count(counts, time)
  const [intoOrdinary, intoIframe] = [into(ordinary), into(iframe)]
  const [intoScript, intoHardScript] = [into(script.ordinary), into(script.hard)]
  const intoHard = (time: number): void => {
    count(hard, time)
    if (time >= LOOP.from && time < LOOP.to) inLoop++
  }

  const onOrdinary = createBrowsers(ORDINARY, chance, intoOrdinary)
  const onHard = createBrowsers(HARD, chance, intoHard)

  let visitors = 0
  for (const size of sizes) {
    for (; visitors < size; visitors++) {
      const visit = visitOf(visitors, chance)
      onOrdinary.play(visit)
      inLoop = 0
      onHard.play(visit)
      if (visit.loops) mostOfLoop = Math.max(mostOfLoop, inLoop)
      playScript(visit, ORDINARY, intoScript)
      playScript(visit, HARD, intoHardScript)
      playIframe(visit, intoIframe)
      calls += callsInLoop(visit, HARD)
    }
    yield {
      visitors,
      ordinary: ordinary.slice(),
      hard: hard.slice(),
      script: { ordinary: script.ordinary.slice(), hard: script.hard.slice() },
      iframe: iframe.slice(),
      calls,
      mostOfLoop,
    }
  }
}
