import { HELD } from './waits.ts'

const HTTP_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/

/**
 * How long the server asks to be left alone, in milliseconds, at most an hour; null where it does not say, or
 * not in a form that can be read. A date in the past is no wait. A page script mostly cannot read the header.
 *
 * @example retryAfter('120', now) // 120_000
 */
export const retryAfter = (header: string | null, now: number): number | null => {
  const text = (header ?? '').trim()
  let wait = Number.NaN
  if (/^\d+$/.test(text)) wait = Number(text) * 1000
  // Date.parse alone takes much that is no HTTP date, each engine other things.
  else if (HTTP_DATE.test(text)) wait = Date.parse(text) - now
  return Number.isNaN(wait) ? null : Math.min(HELD, Math.max(0, wait))
}
