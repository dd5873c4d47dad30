import { createBrowsers } from './browser.ts'
import { createChance } from './chance.ts'
import { mostInAnHour } from './counts.ts'
import { type Answer, HOUR, MINUTE } from './day.ts'

const ANSWERS: Readonly<Record<string, (time: number) => Answer>> = {
  'while all is well': () => 'well',
  'in an incident': () => 'affected',
  'while every request fails': () => 'fails',
  'while every other minute fails': (time) => (Math.floor(time / MINUTE) % 2 === 0 ? 'fails' : 'well'),
}

/** The loop begins after a time of quiet, in which the bucket has become full. */
export const QUIET = 2 * HOUR

/** The most requests in an hour of a page that calls `refresh` every 10 ms for two hours, by how it is answered. */
export const loopingPages = (): readonly { readonly answers: string; readonly most: number }[] =>
  Object.entries(ANSWERS).map(([answers, answerAt]) => {
    const times: number[] = []
    const loop = { from: QUIET, to: QUIET + MINUTE }
    createBrowsers({ answerAt, loop }, createChance(1), (time) => times.push(time)).play({
      sights: [
        { begins: 'opened', from: 0, to: QUIET },
        { begins: 'opened', from: QUIET, to: 2 * QUIET },
      ],
      closed: 2 * QUIET,
      hasSecondTab: false,
      isSaving: false,
      loops: true,
    })
    return { answers, most: mostInAnHour(times) }
  })
