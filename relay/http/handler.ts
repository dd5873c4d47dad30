import { STALE } from '../../shared/model/limits.ts'
import { type Log, messageOf } from '../log.ts'
import type { Settings } from '../settings.ts'
import type { Time } from '../time.ts'
import type { Health, Source } from '../upstream/source.ts'
import { createAnswers } from './answers.ts'
import { createEvents } from './events.ts'
import { takeHook } from './hooks.ts'
import { createMemory, READ_WITHIN } from './memory.ts'
import { notFound, plainReply, preflight, unavailable, wrongMethod } from './replies.ts'
import { pathOf, type Route, routeOf } from './route.ts'
import { secondsOf } from './verdicts.ts'

/** Our own addresses are far shorter. */
const LONGEST_ADDRESS = 2000

const READ = 'GET, HEAD, OPTIONS'
const HOOK = 'POST'

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** Makes the function that answers requests. None of them makes the relay ask the vendor. */
export const createHandler = (
  settings: Settings,
  { time, random, log }: { readonly time: Time; readonly random: () => number; readonly log: Log },
) => {
  const { vendor, streams } = settings
  const { clock } = time
  const memory = createMemory(clock, log)
  const answer = createAnswers(vendor, memory, clock, streams > 0)
  const events = createEvents(vendor, memory, time, random, streams)

  let lastHealth: { readonly of: Health; readonly at: number } | null = null
  /** Asks the object once a second at most, as anybody may look at its health. */
  const healthOf = async (source: Source): Promise<Health> => {
    const now = clock()
    if (lastHealth === null || Math.abs(now - lastHealth.at) >= 1000)
      lastHealth = { of: await source.health(), at: clock() }
    const { of, at } = lastHealth
    return { ...of, age: of.age === null ? null : of.age + clock() - at }
  }

  const health = async (source: Source): Promise<Response> => {
    const { age, state, host, failures, lastError, nextLook } = await healthOf(source)
    const isFine = age !== null && age <= STALE
    return plainReply(isFine ? 200 : 503, {
      ok: isFine,
      vendor: vendor.id,
      page: vendor.page.id,
      age: age === null ? null : secondsOf(age),
      upstream: { state, host, failures },
      lastError: lastError && { ...lastError, at: iso(lastError.at) },
      nextLook: iso(nextLook),
      streams: events.count(),
    })
  }

  const listen = async (request: Request, source: Source, what: string): Promise<Response> => {
    const known = await memory.known(source, READ_WITHIN)
    if (known === null) return unavailable('No news yet.', 5)
    const asked = new URL(request.url).searchParams.get('last')
    const before = request.headers.get('last-event-id') ?? asked
    return events.open(source, what, known, before) ?? notFound()
  }

  const read = (request: Request, source: Source, what: string): Response | Promise<Response> => {
    const known = memory.known(source, READ_WITHIN)
    if (known !== null && 'news' in known) return answer(request, source, known, what)
    return Promise.resolve(known).then((learned) =>
      learned === null ? unavailable('No news yet.', 5) : answer(request, source, learned, what),
    )
  }

  const take = (route: Route, request: Request, source: Source): Response | Promise<Response> => {
    const { method } = request
    if (method === 'OPTIONS') return preflight(route.kind === 'hook' ? HOOK : READ)
    if (route.kind === 'hook')
      return method === HOOK
        ? takeHook(request, route.from, route.secret, settings, source, clock())
        : wrongMethod(HOOK)
    if (method !== 'GET' && method !== 'HEAD') return wrongMethod(READ)
    if (route.kind === 'health') return health(source)
    if (route.kind === 'news') return read(request, source, route.what)
    if (streams === 0) return notFound()
    return method === 'GET' ? listen(request, source, route.what) : wrongMethod('GET')
  }

  const failed = (cause: unknown): Response => {
    log({ event: 'error', where: 'answering', message: messageOf(cause) })
    return unavailable('That failed. Try again.', 5)
  }

  return (request: Request, source: Source): Response | Promise<Response> => {
    try {
      const route = request.url.length > LONGEST_ADDRESS ? null : routeOf(pathOf(request.url), vendor.id)
      if (route === null) return notFound()
      const response = take(route, request, source)
      return response instanceof Promise ? response.catch(failed) : response
    } catch (cause) {
      return failed(cause)
    }
  }
}
