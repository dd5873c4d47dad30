import { LOOP_STEP } from './browser.ts'
import { DAY, type Day, isIn, SECOND } from './day.ts'
import type { Visit } from './visit.ts'

// What sites use without Podlight, on the same visits.

/** Between two requests of the script. */
const SCRIPT = 30 * SECOND

/** Until it tries again. */
const AGAIN = SECOND

/** One tab of the script: from its opening to its closing, seen or not, without chance in its waits. */
const playTab = (from: number, to: number, day: Day, asked: (time: number) => void): void => {
  for (let now = from; now < to; ) {
    asked(now)
    now += day.answerAt(now % DAY) === 'fails' ? AGAIN : SCRIPT
  }
}

/** A script that asks every 30 s in each tab, and again after a second where that failed. Each page view begins anew. */
export const playScript = (visit: Visit, day: Day, asked: (time: number) => void): void => {
  const opened = visit.sights.filter(({ begins }) => begins === 'opened').map(({ from }) => from)
  opened.forEach((from, i) => {
    playTab(from, opened[i + 1] ?? visit.closed, day, asked)
  })
  if (visit.hasSecondTab) playTab(opened[0] ?? visit.closed, visit.closed, day, asked)
}

/** The status page in an iframe on each page: one document a page view, not counting the files it loads. */
export const playIframe = (visit: Visit, asked: (time: number) => void): void => {
  for (const { begins, from } of visit.sights) if (begins === 'opened') asked(from)
  if (visit.hasSecondTab) asked(visit.sights[0]?.from ?? 0)
}

/** How often the loop of a visitor's pages calls `refresh`: without a bucket, each would be a request. */
export const callsInLoop = ({ sights, loops }: Visit, { loop }: Day): number => {
  if (!loops || !loop) return 0
  let calls = 0
  let isLooping = false
  for (const { begins, from, to } of sights) {
    if (begins === 'opened') isLooping = isIn(loop, from % DAY)
    if (isLooping) calls += Math.floor((to - from) / LOOP_STEP)
  }
  return calls
}
