import type { Line } from '../../../shared/evidence/line.ts'

// A plain stream of requests, every two seconds, with the status page asked each minute: what happens in it is what a test
// puts in, and nothing is random.

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const START = Date.UTC(2026, 10, 2, 9)

const PATHS = [
  '/v1/customers/ID',
  '/v1/conversations/ID',
  '/v1/conversations/ID/timeline',
  '/v1/teams',
  '/v1/queues/ID',
  '/v1/search',
  '/v1/users/current',
  '/v1/notes/ID',
  '/v1/tags',
  '/v1/work-items',
  '/v1/snippets',
  '/v1/presence',
]
const API = 'acme.api.kustomerapp.com'

/** How a request ends. */
export interface End {
  readonly status?: number
  readonly error?: string
  /** How many times longer than usual it takes. */
  readonly slower?: number
}

export interface Scene {
  readonly minutes: number
  /** How a request of a minute ends; without a word, well. */
  readonly end?: (minute: number, path: string, count: number) => End | undefined
  /** Whether the status page answers in a minute. */
  readonly page?: (minute: number) => boolean
  readonly pageSlower?: (minute: number) => number
  /** More lines. */
  readonly more?: readonly Line[]
}

const idOf = (count: number): string => count.toString(16).padStart(24, '5f')

export const ask = (at: number, path: string, end: End = {}, more: object = {}): Line => {
  const { status = end.error === undefined ? 200 : 0, error = null, slower = 1 } = end
  return {
    at,
    host: API,
    method: 'GET',
    path,
    type: 'xmlhttprequest',
    status,
    error,
    ms: 250 * slower,
    ...more,
  }
}

export const linesOf = ({ minutes, end, page, pageSlower, more = [] }: Scene): readonly Line[] => {
  const lines: Line[] = [...more]
  for (let count = 0; count < minutes * 30; count++) {
    const at = START + count * 2 * SECOND
    const minute = count / 30
    const path = (PATHS[(count * 7) % PATHS.length] ?? '').replace('ID', idOf(count))
    lines.push(ask(at, path, end?.(minute, path, count)))
    if (count % 30 === 15)
      lines.push({
        at,
        control: true,
        ok: page?.(minute) ?? true,
        ms: 80 * (pageSlower?.(minute) ?? 1),
      })
  }
  return lines.sort((one, other) => one.at - other.at)
}
