import type { Endpoint } from './endpoints.ts'
import { type Asked, answer, answerUnreadable, type Circumstances, lose } from './trouble.ts'

/** What happens to a request on a good day, as shares of all. */
export const ORDINARY = {
  /** Answers that the app lives with. */
  refusals: [
    [404, 0.01],
    [401, 0.001],
    [403, 0.003],
    [409, 0.002],
    [422, 0.003],
    [429, 0.0005],
  ],
  /** Failures that mean nothing, each by itself: half with a status of 5xx, half without an answer. */
  failures: 0.003,
  /** Given up, as the agent went on. Reading only. */
  aborts: 0.03,
  /** The same for what was looked at in passing. */
  skimmed: 0.6,
  /** Times spread by this much: the standard deviation of their logarithm. */
  spread: 0.5,
  /** Answers that take four times as long for no reason to be seen. */
  stragglers: 0.01,
  /** How long a request is held open that waits for news, in milliseconds. */
  held: [25_000, 55_000],
} as const

const refused = ORDINARY.refusals.reduce((sum, [, share]) => sum + share, 0)
const FAILED = ORDINARY.failures + refused

const givenUp = ({ does }: Endpoint): number =>
  does === 'read' ? ORDINARY.aborts : does === 'skim' ? ORDINARY.skimmed : 0

/** The fate of a request in no trouble. */
export const ordinary = (asked: Asked, drift: number, circumstances: Circumstances): void => {
  const { random, browser } = circumstances
  const { endpoint } = asked
  asked.status = 200
  asked.error = null
  asked.hangs = false
  asked.ms =
    endpoint.does === 'wait'
      ? random.between(ORDINARY.held[0], ORDINARY.held[1])
      : endpoint.median * drift * random.factor(ORDINARY.spread)
  let luck = random.next()
  if (luck < FAILED) {
    if (luck < ORDINARY.failures / 4) answerUnreadable(asked, 503, asked.ms, circumstances)
    else if (luck < ORDINARY.failures / 2) answer(asked, random.pick([500, 502, 503, 504]), asked.ms)
    else if (luck < ORDINARY.failures) lose(asked, random.pick([browser.reset, browser.timedOut]), asked.ms)
    else {
      luck -= ORDINARY.failures
      for (const [status, share] of ORDINARY.refusals) {
        luck -= share
        if (luck < 0) {
          answer(asked, status, asked.ms)
          break
        }
      }
    }
  } else if (luck > 1 - givenUp(endpoint)) lose(asked, browser.aborted, asked.ms * random.next())
  else if (luck > 0.2 && luck < 0.2 + ORDINARY.stragglers && endpoint.does !== 'wait') asked.ms *= 4
}
