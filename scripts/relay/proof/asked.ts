import { RELAYS } from '../../../shared/polling/waits.ts'

/** How much longer one request may be on its way than another, by the machine's clock. */
const SLACK = 50

/** In every stretch of time, however it is cut: what was saved, and one more for each step of the schedule. */
export const askedTooOften = (times: readonly number[], speed = 1): string[] => {
  const { capacity, price } = RELAYS.rate
  const wrong: string[] = []
  times.forEach((from, i) => {
    for (let j = i + 1; j < times.length; j++) {
      const stretch = (times[j] ?? from) - from
      const most = capacity + Math.floor((stretch + SLACK * speed) / price)
      if (j - i + 1 > most)
        wrong.push(`${j - i + 1} requests in ${Math.round(stretch / 1000)} s, not ${most}`)
    }
  })
  return wrong
}

/** The most requests within an hour. */
export const mostInAnHour = (times: readonly number[]): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 3_600_000).length))
