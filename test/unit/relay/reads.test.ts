import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../../scripts/explain/verdictOf.ts'
import { STALE } from '../../../shared/model/limits.ts'
import { MINUTE, SECOND } from '../polling/world.ts'
import { bodyOf, documentAt, relayAt } from './support/relay.ts'

const POD = '/v1/kustomer/prod4.json'
const TROUBLE = '2026-03-24T06:15:00Z'

/** A relay that has asked once. */
const awake = async (at = TROUBLE, env = {}) => {
  const relay = relayAt(at, env)
  await relay.wake()
  return relay
}

describe('an answer', () => {
  it('is the verdict that explain gives for the same document', async () => {
    const relay = await awake()
    const { verdict, ...envelope } = await relay.json(POD)
    const { at } = relay.requests[0] ?? { at: Number.NaN }
    expect(envelope).toEqual({ podlight: 1, vendor: 'kustomer', page: 'lhn2sb4njk08', age: 1 })
    expect(verdict).toEqual(verdictOf(JSON.parse(documentAt(at)), 'prod4', at).verdict)
    expect(verdict.level).toBe('degraded')
  })

  it('for all pods holds one verdict of each', async () => {
    const relay = await awake()
    const { verdicts } = await relay.json('/v1/kustomer/pods.json')
    expect(verdicts.map(({ pod, level }) => [pod, level])).toEqual([
      ['prod1', 'ok'],
      ['prod2', 'ok'],
      ['prod4', 'degraded'],
    ])
  })

  it('of the mirror is the page’s document as it came', async () => {
    const relay = await awake()
    const response = await relay.ask('/v1/kustomer/summary.json')
    expect(await response.text()).toBe(documentAt(relay.requests[0]?.at ?? 0))
    expect(response.headers.get('podlight-age')).toBe('1')
  })

  it('says its age in body and header, to the second and never less than it is', async () => {
    const relay = await awake()
    relay.box.answer = () => null
    for (const wait of [0, 400, 3000, 7 * SECOND, MINUTE]) {
      await relay.play(wait)
      const response = await relay.ask(POD)
      const age = Math.ceil((relay.at.clock() - (relay.requests[0]?.at ?? 0)) / SECOND)
      expect(response.headers.get('podlight-age')).toBe(String(age))
      expect(await response.json()).toMatchObject({ age })
    }
  })

  it('comes out of memory: a thousand of them ask nobody', async () => {
    const relay = await awake()
    await relay.ask(POD)
    const asked = relay.requests.length
    let learned = 0
    const { news } = relay.upstream()
    relay.upstream().news = (have) => {
      learned++
      return news(have)
    }
    for (let i = 0; i < 1000; i++) expect((await relay.ask(POD)).status).toBe(200)
    expect([learned, relay.requests.length - asked]).toEqual([0, 0])
  })

  it('is old and then unknown where the page is silent, and well again when it speaks', async () => {
    const relay = await awake()
    const { answer } = relay.box
    relay.box.answer = () => ({ status: 500 })
    await relay.play(STALE - MINUTE)
    expect(await relay.json(POD)).toMatchObject({ verdict: { level: 'degraded' } })
    await relay.play(MINUTE + SECOND)
    const old = await relay.json(POD)
    expect(old.verdict).toMatchObject({
      level: 'unknown',
      reason: 'stale',
      impacts: [],
      badge: { text: '?' },
    })
    expect(old.age).toBeGreaterThan(900)
    relay.box.answer = answer
    await relay.play(2.5 * MINUTE)
    expect(await relay.json(POD)).toMatchObject({ verdict: { level: 'degraded' } })
  })

  it('does not call a promise broken that nobody could see kept', async () => {
    const relay = await awake()
    relay.box.answer = () => ({ status: 500 })
    const { verdict } = await relay.json(POD)
    expect(verdict.nextUpdate).toMatchObject({ overdue: false })
    await relay.play(Date.parse(verdict.nextUpdate?.due ?? '') - relay.at.clock() + MINUTE)
    const later = await relay.json(POD)
    // Within a quarter of an hour it is still told, without the promise.
    expect([later.verdict.level, later.verdict.nextUpdate]).toEqual(
      later.age > 900 ? ['unknown', null] : ['degraded', null],
    )
  })

  it('is none before there is a document, and says when to ask again', async () => {
    const relay = relayAt(TROUBLE)
    relay.box.answer = () => ({ status: 500 })
    const asked = relay.ask(POD)
    await relay.play(10 * SECOND)
    const response = await asked
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await relay.ask('/healthz')).status).toBe(503)
  })
})

describe('who knows an answer already', () => {
  it('is told so, with a new age', async () => {
    const relay = await awake()
    relay.box.answer = () => null
    const tag = (await relay.ask(POD)).headers.get('etag') ?? ''
    await relay.play(8 * SECOND)
    for (const known of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
      const again = await relay.ask(POD, { headers: { 'if-none-match': known } })
      expect([again.status, again.headers.get('podlight-age'), await again.text()]).toEqual([304, '9', ''])
    }
    expect((await relay.ask(POD, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  it('gets another tag with the next fetch, and when the news is no news any more', async () => {
    const relay = await awake()
    const tags = new Set<string | null>()
    for (let i = 0; i < 4; i++) {
      tags.add((await relay.ask(POD)).headers.get('etag'))
      await relay.play(25 * SECOND)
    }
    expect(tags.size).toBe(4)
    relay.box.answer = () => ({ status: 500 })
    const before = await relay.ask(POD)
    await relay.play(STALE)
    const tag = before.headers.get('etag') ?? ''
    expect((await relay.ask(POD, { headers: { 'if-none-match': tag } })).status).toBe(200)
  })
})

describe('a request', () => {
  it.each([
    ['GET', '/', 404],
    ['GET', '/v1/kustomer/prod9.json', 404],
    ['GET', '/v1/kustomer/prod0.json', 404],
    ['GET', '/v1/other/prod1.json', 404],
    ['GET', '/v1/kustomer/../healthz', 404],
    ['GET', '/v1/kustomer/prod1.json/', 404],
    ['GET', `/v1/kustomer/prod1.json?${'x'.repeat(3000)}`, 404],
    ['POST', POD, 405],
    ['DELETE', '/v1/kustomer/pods.json', 405],
    ['PUT', '/healthz', 405],
    ['HEAD', '/v1/kustomer/prod1/events', 405],
    ['GET', '/v1/hooks/pingoru', 405],
  ])('%s %s gets %i, in JSON that nobody keeps', async (method, path, status) => {
    const relay = await awake()
    const response = await relay.ask(path, { method })
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toMatchObject({ error: expect.any(String) })
    if (status === 405) expect(response.headers.get('allow')).toMatch(/GET|POST/)
  })

  it('may come from any page, and read what it needs', async () => {
    const relay = await awake()
    const { headers } = await relay.ask(POD)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    for (const name of ['Podlight-Age', 'Podlight-Fetched', 'Podlight-Events', 'Age', 'ETag', 'Retry-After'])
      expect(headers.get('access-control-expose-headers')).toContain(name)
    expect(headers.get('set-cookie')).toBe(null)
    const before = await relay.ask(POD, { method: 'OPTIONS' })
    expect([before.status, before.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
    ])
  })

  it('for the head gets the same head, and no body', async () => {
    const relay = await awake()
    const [whole, head] = [await relay.ask(POD), await relay.ask(POD, { method: 'HEAD' })]
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(whole.headers))
    expect(await head.text()).toBe('')
  })

  it('is answered compressed where that is worth it, and the reader can take it', async () => {
    const relay = await awake()
    const sent = async (encoding: string) => {
      const response = await relay.ask('/v1/kustomer/summary.json', {
        headers: { 'accept-encoding': encoding },
      })
      return { encoding: response.headers.get('content-encoding'), bytes: await response.arrayBuffer() }
    }
    const [plain, packed] = [await sent('br'), await sent('gzip, br')]
    expect([plain.encoding, packed.encoding]).toEqual([null, 'gzip'])
    const unpacked = new Response(
      new Blob([packed.bytes]).stream().pipeThrough(new DecompressionStream('gzip')),
    )
    expect(await unpacked.text()).toBe(new TextDecoder().decode(plain.bytes))
    expect(packed.bytes.byteLength * 3).toBeLessThan(plain.bytes.byteLength)
  })
})

describe('health', () => {
  it('says how old the news is, how asking went, and when it will be asked next', async () => {
    const relay = await awake()
    const fine = await relay.ask('/healthz')
    expect([fine.status, await fine.json()]).toMatchObject([
      200,
      { ok: true, age: 1, upstream: { state: 'well', host: 'page.example', failures: 0 }, lastError: null },
    ])
    relay.box.answer = () => ({ status: 500 })
    await relay.play(STALE + MINUTE)
    const ill = await relay.ask('/healthz')
    expect(ill.status).toBe(503)
    const { ok, upstream, lastError, nextLook } = await bodyOf(ill)
    expect([ok, upstream.state, lastError.reason]).toEqual([false, 'failing', 'http-error'])
    expect(upstream.failures).toBeGreaterThan(3)
    expect(Date.parse(nextLook)).toBeGreaterThan(relay.at.clock())
    expect(Date.parse(nextLook)).toBeLessThan(relay.at.clock() + 2 * MINUTE)
  })
})
