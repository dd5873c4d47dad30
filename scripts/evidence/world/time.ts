export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

/** A month of work: days of eight hours from nine in the morning, with the nights between them. */
export const DAYS = 20
export const WORKDAY = 8 * HOUR
const NIGHT = 16 * HOUR

/** A Monday in 2026 at nine, in epoch milliseconds. The model knows no calendar beyond it. */
export const BEGINS = Date.UTC(2026, 0, 5, 9)

/** The moment after so much time at work. */
export const atWork = (worked: number): number => BEGINS + worked + Math.floor(worked / WORKDAY) * NIGHT

export const dayBegins = (day: number): number => BEGINS + day * (WORKDAY + NIGHT)
export const dayEnds = (day: number): number => dayBegins(day) + WORKDAY

/** How far a moment is into its day; after work it is more than a working day. */
export const intoDay = (at: number): number => (at - BEGINS) % (WORKDAY + NIGHT)
