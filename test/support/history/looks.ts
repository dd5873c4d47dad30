import { MINUTE } from './minutes.ts'

// When a browser looked, minute by minute.

/** Nobody looked; the page answered; it gave no answer. */
export const [ASLEEP, ANSWERED, FAILED] = [0, 1, 2] as const

const DAY = 24 * 60

/** A browser that sleeps at night, on weekends and in holidays, and a page that can't be reached at times. */
export const looksBy = (chance: () => number, from: number, minutes: number): Uint8Array => {
  const looks = new Uint8Array(minutes)
  const upTo = (most: number): number => Math.floor(chance() * most)
  let holidays = 0
  for (let day = 0; day < minutes; day += DAY) {
    const weekday = new Date(from + day * MINUTE).getUTCDay()
    if (holidays === 0 && chance() < 0.012) holidays = 1 + upTo(14)
    if (holidays > 0) {
      holidays--
      continue
    }
    // Now and then somebody works at the weekend, or leaves the browser open all night.
    if ((weekday === 0 || weekday === 6) && chance() < 0.9) continue
    const start = day + 6 * 60 + upTo(150)
    looks.fill(ANSWERED, start, chance() < 0.08 ? day + DAY + 5 * 60 : start + 480 + upTo(240))
    // Lids are closed for a moment, too short for a gap or just long enough.
    for (let breaks = upTo(3); breaks > 0; breaks--) {
      const at = start + 60 + upTo(360)
      looks.fill(ASLEEP, at, at + 2 + upTo(40))
    }
    if (chance() < 0.2) {
      const at = start + upTo(420)
      for (let minute = at; minute < at + 1 + upTo(45); minute++)
        if (looks[minute] === ANSWERED) looks[minute] = FAILED
    }
  }
  return looks
}
