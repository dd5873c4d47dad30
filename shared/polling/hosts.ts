import { type Parsed, refused } from '../model/parsed.ts'
import type { Reason } from '../model/verdict.ts'

/** Addresses of one and the same document, the one to prefer first. */
export type Hosts = readonly [string, ...string[]]

/** The address at a place; a remembered place may be from a longer list than today's. */
export const hostAt = (hosts: Hosts, place: number): string => hosts[place % hosts.length] ?? hosts[0]

/** The place after this one, round and round. */
export const nextPlace = (place: number, count: number): number => (place + 1) % count

/**
 * Which of two hosts' reasons to tell. An answer says more than silence: where the first host served another
 * page and the second is blocked, "you are offline" would be wrong.
 */
export const telling = (first: Reason | undefined, second: Reason): Reason =>
  first && (second === 'offline' || second === 'timeout') ? first : second

/**
 * Makes a parser refuse a document of another page: a moved or taken-over host then fails like any other, and
 * what it says is never news. A document that names no page is refused as well.
 *
 * @example ofPage('lhn2sb4njk08', snapshot => snapshot.page, parseSummary)
 */
export const ofPage =
  <A>(page: string, pageOf: (answer: A) => string | null, parse: (body: string, host: string) => Parsed<A>) =>
  (body: string, host: string): Parsed<A> => {
    const parsed = parse(body, host)
    if (!parsed.ok || pageOf(parsed.value) === page) return parsed
    return refused('other-page', `${host} answered for page ${pageOf(parsed.value)}`)
  }
