/** Prices of the relay's engine, in dollars, as of November 2026; a million of each unless it says otherwise. */
export const PRICES = {
  plan: 5,
  requests: { included: 10, each: 0.3 },
  objectRequests: { included: 1, each: 0.15 },
  objectTime: { included: 0.4, each: 12.5 },
  processor: { included: 30, each: 0.02 },
  free: { requests: 100_000, objectRequests: 100_000 },
} as const

const MILLION = 1_000_000
const DAYS = 30

/** GB-s in a month of an object that never sleeps, which is the most it can be. */
const OBJECT_AWAKE = 0.128 * 86_400 * DAYS

/** Milliseconds of the processor that a request is taken to need; measured are 0.06 to 0.23. */
const PROCESSOR = 0.25

export interface Bill {
  readonly plan: 'free' | 'paid'
  readonly month: number
}

const beyond = (used: number, { included, each }: { included: number; each: number }): number =>
  Math.max(0, used / MILLION - included) * each

/** What a month costs in which every day has so many requests. */
export const billOf = (requests: number, objects: number): Bill => {
  const { free, plan } = PRICES
  if (requests <= free.requests && objects <= free.objectRequests) return { plan: 'free', month: 0 }
  const month =
    plan +
    beyond(requests * DAYS, PRICES.requests) +
    beyond(objects * DAYS, PRICES.objectRequests) +
    beyond(OBJECT_AWAKE, PRICES.objectTime) +
    beyond(requests * DAYS * PROCESSOR, PRICES.processor)
  return { plan: 'paid', month }
}

/** What a day of such a month costs. */
export const dayOf = ({ month }: Bill): number => month / DAYS
