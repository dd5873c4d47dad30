/** A stored answer, as a cache between a relay and its readers holds it. */
interface Stored {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
  /** When it came. */
  readonly at: number
  /** Its age when it came, from caches further up. */
  readonly age: number
}

const secondsIn = (header: string | undefined, directive: string): number | null => {
  const found = new RegExp(`(?:^|,\\s*)${directive}=(\\d+)`).exec(header ?? '')?.[1]
  return found === undefined ? null : Number(found)
}

const storedOf = async (response: Response, at: number): Promise<Stored> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.text(),
  at,
  age: Number(response.headers.get('age') ?? 0),
})

export type Kind =
  /** As the standard has it: fresh for `max-age`, then asked again by the tag, old for `stale-if-error` where that fails. */
  | 'standard'
  /** Keeps the first answer for ever, and says its age. */
  | 'frozen'
  /** Keeps the first answer for ever, and says nothing. */
  | 'frozen-silent'

/** A shared cache in front of a relay, on a clock that the test owns. */
export const cacheBefore = (
  ask: (headers: Record<string, string>) => Promise<Response>,
  clock: () => number,
  kind: Kind,
) => {
  let stored: Stored | null = null
  const send = ({ status, headers, body, at, age }: Stored): Response => {
    const now = Math.round((clock() - at) / 1000) + age
    const { age: _, ...rest } = headers
    return new Response(body, {
      status,
      headers: kind === 'frozen-silent' ? rest : { ...rest, age: `${now}` },
    })
  }
  const fetchAnew = async (): Promise<Response> => {
    const tag = stored?.headers['etag']
    const response = await ask(tag === undefined ? {} : { 'if-none-match': tag })
    if (response.status === 304 && stored !== null) {
      stored = {
        ...stored,
        headers: { ...stored.headers, ...Object.fromEntries(response.headers) },
        at: clock(),
        age: 0,
      }
      return send(stored)
    }
    const next = await storedOf(response, clock())
    if (next.status === 200) stored = next
    return send(next)
  }
  return async (): Promise<Response> => {
    if (stored === null) return fetchAnew()
    const control = stored.headers['cache-control']
    const age = (clock() - stored.at) / 1000 + stored.age
    const fresh = secondsIn(control, 'max-age') ?? 7200
    if (kind !== 'standard' || age <= fresh) return send(stored)
    const old = stored
    const response = await fetchAnew().catch(() => null)
    if (response !== null && response.status < 500) return response
    return age <= fresh + (secondsIn(control, 'stale-if-error') ?? Infinity)
      ? send(old)
      : (response ?? new Response('', { status: 504 }))
  }
}
