import { type Parsed, refused, taken } from '../../../shared/model/parsed.ts'
import { ofPage } from '../../../shared/polling/hosts.ts'
import type { Reply } from '../../../shared/polling/ports.ts'
import { SECOND, type World } from './world.ts'

/** What the feed may do wrong. */
export const FAULTS = [
  'limited-for',
  'limited',
  'broken',
  'hang',
  'hang-body',
  'cut',
  'html',
  'garbage',
  'other-page',
  'slow',
  'huge',
  'offline',
] as const
export type Fault = (typeof FAULTS)[number]

/** A document that knows when it was made, in real time, which no poller can know. */
export interface Doc {
  readonly page: string
  readonly made: number
  readonly hit: boolean
}

export const PAGE = 'lhn2sb4njk08'

const parseDoc = (body: string): Parsed<Doc> => {
  if (body.startsWith('<')) return refused('html', 'a page')
  try {
    return taken<Doc>(JSON.parse(body))
  } catch {
    return refused('not-json', body.slice(0, 20))
  }
}

export const parse = ofPage(PAGE, (doc: Doc) => doc.page, parseDoc)

const HUGE = 'x'.repeat(20_000_000)

/** What the pollers of a day asked, seen from the feed. */
export interface Log {
  readonly requests: number[]
  inFlight: number
  mostInFlight: number
}

export const newLog = (): Log => ({ requests: [], inFlight: 0, mostInFlight: 0 })

const reply = (status: number, text: () => Promise<string>, retryAfter?: string): Reply => ({
  status,
  headers: { get: (name) => (name === 'retry-after' ? (retryAfter ?? null) : null) },
  body: null,
  text,
})

export interface Weather {
  readonly fault: () => Fault | null
  readonly hit: () => boolean
}

/** A status page in a world. `alive` says whether the machine that asked still lives. */
export const feed =
  (at: World, log: Log, weather: Weather, random: () => number, alive: () => boolean) =>
  (_url: string, { signal }: { readonly signal: AbortSignal }): Promise<Reply> =>
    new Promise((resolve, reject) => {
      // The dead ask nothing, however far their last step was prepared.
      if (!alive()) return
      log.requests.push(at.now())
      log.inFlight += 1
      log.mostInFlight = Math.max(log.mostInFlight, log.inFlight)
      let open = true
      const close = () => {
        if (open) log.inFlight -= 1
        open = false
      }
      signal.addEventListener('abort', () => {
        close()
        reject(new Error('aborted'))
      })

      const fault = weather.fault()
      const doc: Doc = { page: fault === 'other-page' ? 'zzz' : PAGE, made: at.now(), hit: weather.hit() }
      const end = (body: string) => async () => {
        close()
        return body
      }
      const never = () =>
        new Promise<string>((_, no) => signal.addEventListener('abort', () => no(new Error())))
      const cut = async () => {
        close()
        throw new Error('cut')
      }

      const answer = (): Reply => {
        switch (fault) {
          case 'limited-for':
            return reply(429, end(''), '120')
          case 'limited':
            return reply(429, end(''))
          case 'broken':
            return reply(500, end(''))
          case 'hang-body':
            return reply(200, never)
          case 'cut':
            return reply(200, cut)
          case 'html':
            return reply(200, end('<!doctype html>'))
          case 'garbage':
            return reply(200, end('\u0000{{'))
          case 'huge':
            return reply(200, end(HUGE))
          default:
            return reply(200, end(JSON.stringify(doc)))
        }
      }
      if (fault === 'hang') return
      const latency = fault === 'slow' ? (5 + random() * 10) * SECOND : 50 + random() * 350
      const arrive = () => {
        if (!alive() || !open) return
        if (fault !== 'offline') return resolve(answer())
        close()
        reject(new Error('no network'))
      }
      at.after(latency, arrive, true)
    })
