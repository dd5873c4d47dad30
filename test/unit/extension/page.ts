import { incidentsAt, maintenancesAt, summaryAt } from '../../../scripts/replay/documents.ts'
import { momentsOf } from '../../../scripts/replay/moments.ts'
import type { Recording } from '../../../scripts/replay/recording.ts'
import type { Fetch } from '../../../shared/polling/ports.ts'

/** Ways in which the page fails its reader, and what the reader is to make of each. */
export const FAULTS = {
  limited: 'rate-limited',
  'limited for a while': 'rate-limited',
  broken: 'http-error',
  hang: 'timeout',
  offline: 'offline',
  /** It answers, but allows no other site to read it: to the reader the same as no answer. */
  unreadable: 'offline',
  cut: 'truncated',
  empty: 'empty',
  html: 'html',
  half: 'truncated',
  garbage: 'not-json',
  other: 'other-page',
  huge: 'too-large',
} as const
export type Fault = keyof typeof FAULTS

export type Reply = Awaited<ReturnType<Fetch<AbortSignal>>>

export const reply = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { get: (name) => headers[name] ?? null },
  body: null,
  text: async () => body,
})

const never = <T>(): Promise<T> => new Promise<T>(() => undefined)

/** The name of a list that an address is of; null where it is of the page itself. */
export const nameOfList = (url: string): string | null =>
  /\/((?:incidents|scheduled-maintenances)\.json(?:\?.*)?|history\.atom)$/.exec(url)?.[1] ?? null

/** The vendor's page playing recordings: its summary at a moment, or one of its failures. */
export const playedPage = (recordings: readonly Recording[]) => {
  const moments = momentsOf(recordings).map(({ at }) => at)
  const bodies = new Map<number, string>()

  /** Between two moments the page does not change, so each body is built once. */
  const bodyAt = (at: number): string => {
    const since = moments.findLast((moment) => moment <= at) ?? 0
    const { page, ...summary } = summaryAt(recordings, since === 0 ? at : since)
    const updated_at = new Date(since === 0 ? at : since).toISOString()
    const body = bodies.get(since) ?? JSON.stringify({ page: { ...page, updated_at }, ...summary })
    bodies.set(since, body)
    return body
  }

  const answer = (at: number, fault: Fault | null): Promise<Reply> => {
    const body = bodyAt(at)
    switch (fault) {
      case null:
        return Promise.resolve(reply(200, body))
      case 'limited':
        return Promise.resolve(reply(429, ''))
      case 'limited for a while':
        return Promise.resolve(reply(429, '', { 'retry-after': '120' }))
      case 'broken':
        return Promise.resolve(reply(500, ''))
      case 'hang':
        return never()
      case 'offline':
      case 'unreadable':
        return Promise.reject(new TypeError('Failed to fetch'))
      case 'cut':
        return Promise.resolve({ ...reply(200, ''), text: () => Promise.reject(new TypeError('cut')) })
      case 'empty':
        return Promise.resolve(reply(200, ''))
      case 'html':
        return Promise.resolve(reply(200, '<!doctype html><title>We moved</title>'))
      case 'half':
        return Promise.resolve(reply(200, body.slice(0, body.length / 2)))
      case 'garbage':
        return Promise.resolve(reply(200, 'OK\u0000\u0001'))
      case 'other':
        return Promise.resolve(
          reply(
            200,
            JSON.stringify(
              summaryAt(recordings, at, { id: 'someone-else', url: 'https://status.example.com' }),
            ),
          ),
        )
      case 'huge':
        return Promise.resolve(reply(200, ' '.repeat(5_000_000)))
    }
  }

  /** One of the page's lists; the second page of it is the same as the first. */
  const list = (name: string, at: number): Reply => {
    const builders: Record<string, typeof incidentsAt | typeof maintenancesAt> = {
      'incidents.json': incidentsAt,
      'scheduled-maintenances.json': maintenancesAt,
    }
    const build = builders[name]
    return build ? reply(200, JSON.stringify(build(recordings, at))) : reply(404, '')
  }

  return { moments, answer, list }
}
export type PlayedPage = ReturnType<typeof playedPage>
