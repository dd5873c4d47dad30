import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as rawRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '../../../relay/node/server.ts'
import { readSettings } from '../../../relay/settings.ts'
import { playedTime } from '../../../relay/time.ts'
import { buildPlayedRelay, startPlayedRelay } from '../../../scripts/relay/playedRelay.ts'
import { type Replay, startReplay } from '../../../scripts/replay/server.ts'
import { readEvents } from '../../support/readEvents.ts'
import { ESCALATION } from '../extension/stories.ts'
import { PINGORU_SECRET, STATUSPAGE_SECRET } from './support/relay.ts'

/** Two minutes of the relay pass in a second. */
const SPEED = 120
const POD = '/v1/kustomer/prod4.json'
const EVENTS = '/v1/kustomer/prod4/events'

interface Running {
  readonly url: string
  /** Ends as a crash would. */
  kill(): Promise<void>
}

const folder = mkdtempSync(join(tmpdir(), 'podlight-engine-'))
let worker = ''
beforeAll(async () => {
  worker = await buildPlayedRelay(folder)
})
const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ENGINES = ['workerd', 'Node'] as const
type Engine = (typeof ENGINES)[number]

/** A page that plays an incident, and a relay that reads it, both at the same faster time. */
const staged = async (engine: Engine, at: string, more: Readonly<Record<string, string>> = {}) => {
  const replay: Replay = await startReplay({ recordings: ESCALATION, at, speed: SPEED })
  ends.push(replay.close)
  const since = Date.now()
  const began = replay.time()
  const kept = mkdtempSync(join(folder, 'kept-'))
  const lines: string[] = []
  const env = {
    PODLIGHT_UPSTREAM: `${replay.url}/api/v2/summary.json`,
    PODLIGHT_STATUSPAGE_SECRET: STATUSPAGE_SECRET,
    PODLIGHT_PINGORU_SECRET: PINGORU_SECRET,
    ...more,
  }
  const start = async (): Promise<Running> => {
    if (engine === 'workerd') {
      const { PODLIGHT_UPSTREAM: upstream, ...rest } = env
      const running = await startPlayedRelay({
        ...{ worker, upstream, at: began, since, speed: SPEED, storage: kept, env: rest },
        onLine: (line) => lines.push(line),
      })
      ends.push(running.kill)
      return running
    }
    const read = readSettings(env)
    if (!read.ok) throw new Error(read.wrong.join(' '))
    const server = await startServer(
      read.settings,
      { port: 0, host: '127.0.0.1', file: join(kept, 'relay.json') },
      { time: playedTime(began, since, SPEED), log: (event) => lines.push(JSON.stringify(event)) },
    )
    ends.push(server.close)
    return { url: server.url, kill: server.close }
  }
  const relay = await start()
  await expect.poll(async () => (await fetch(`${relay.url}/healthz`)).status, { timeout: 20_000 }).toBe(200)
  const asked = (): number => replay.log.count()
  return { replay, relay, restart: start, lines, asked }
}

const post = (url: string, body: string, headers = {}): Promise<Response> =>
  fetch(url, { method: 'POST', body, headers })

describe.each(ENGINES)('the relay under %s', (engine) => {
  it('answers by the contract', async () => {
    const { relay } = await staged(engine, '2026-03-24T06:15:00Z')
    const response = await fetch(`${relay.url}${POD}`)
    const body = await response.json()
    expect(body).toMatchObject({
      podlight: 1,
      vendor: 'kustomer',
      page: 'lhn2sb4njk08',
      verdict: { pod: 'prod4', level: 'degraded', badge: { text: '!' } },
    })
    expect(response.headers.get('podlight-age')).toBe(String((body as { age: number }).age))
    expect(response.headers.get('cache-control')).toBe('max-age=10, stale-if-error=60')
    const page = await fetch(`${relay.url}/v1/kustomer/summary.json`)
    expect([page.headers.get('content-encoding'), (await page.json()) as object]).toMatchObject([
      'gzip',
      { page: { id: 'lhn2sb4njk08' } },
    ])
    const head = await fetch(`${relay.url}${POD}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    for (const [method, path, status] of [
      ['OPTIONS', POD, 204],
      ['PATCH', POD, 405],
      ['GET', '/v1/kustomer/prod9.json', 404],
      ['GET', '/etc/passwd', 404],
    ] as const)
      expect((await fetch(`${relay.url}${path}`, { method })).status, `${method} ${path}`).toBe(status)
  })

  it('tells an incident by events, over a crash, with no change told twice and none lost', async () => {
    const { replay, relay, restart, asked } = await staged(engine, '2026-03-24T06:33:00Z')
    const first = readEvents(`${relay.url}${EVENTS}`)
    ends.push(first.close)
    const [slow, failing] = [await first.next('verdict'), await first.next('verdict')]
    await relay.kill()
    await first.ended
    const before = asked()
    const again = await restart()
    // Nobody reads: the alarm alone makes it ask again.
    await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThan(before)
    const second = readEvents(`${again.url}${EVENTS}?last=${failing.id}`)
    ends.push(second.close)
    await second.next('beat')
    replay.setTime('2026-03-24T06:59:00Z')
    const told = [slow, failing, await second.next('verdict')]
    expect(told.map(({ data }) => (data as { verdict: { level: string } }).verdict.level)).toEqual([
      'degraded',
      'degraded',
      'outage',
    ])
    expect(new Set(told.map(({ id }) => id)).size).toBe(3)
    expect(second.all()[0]?.event).toBe('beat')
  })

  it('looks at once for a notice, and refuses what is forged, replayed, too long or no notice', async () => {
    const { relay } = await staged(engine, '2026-03-24T06:15:00Z')
    const body = JSON.stringify({ event: 'incident.updated' })
    const signature = `sha256=${createHmac('sha256', PINGORU_SECRET).update(body).digest('hex')}`
    const pingoru = `${relay.url}/v1/hooks/pingoru`
    const statuspage = `${relay.url}/v1/hooks/statuspage/${STATUSPAGE_SECRET}`
    const statuses: number[] = []
    for (const send of [
      () => post(pingoru, body, { 'x-pingoru-signature': signature }),
      () => post(pingoru, body, { 'x-pingoru-signature': signature }),
      () => post(pingoru, `${body} `, { 'x-pingoru-signature': signature }),
      () => post(statuspage, body.replace('updated', 'created')),
      () => post(`${statuspage}x`, body),
      () => post(statuspage, `{"a":"${'x'.repeat(70_000)}"}`),
      () => post(statuspage, 'hello'),
    ])
      statuses.push((await send()).status)
    expect(statuses).toEqual([202, 409, 401, 202, 404, 413, 400])
  })

  it('survives what no browser sends', async () => {
    const { relay } = await staged(engine, '2026-03-24T06:15:00Z')
    const { hostname, port } = new URL(relay.url)
    const raw = (method: string, path: string, headers = {}): Promise<number | string> =>
      new Promise((resolve) => {
        const sent = rawRequest({ hostname, port, method, path, headers }, (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        })
        sent.once('error', (cause) => resolve(cause.message))
        sent.end()
      })
    expect(await raw('GET', `${POD}?${'x'.repeat(3000)}`)).toBe(404)
    expect(await raw('GET', '//evil.example/v1/kustomer/prod4.json')).toBe(404)
    expect(await raw('PROPFIND', POD)).toBe(405)
    const huge = await raw('GET', POD, { 'x-long': 'x'.repeat(200_000) })
    expect([400, 413, 431, 'socket hang up', 'read ECONNRESET', 'write EPIPE', 'write ECONNRESET']).toContain(
      huge,
    )
    expect((await fetch(`${relay.url}${POD}`)).status).toBe(200)
  })
})

it('under workerd says all that is wrong in its settings, to whoever asks and in the log', async () => {
  const env = { PODLIGHT_STREAMS: 'many', PODLIGHT_PINGORU_SECRET: 'short' }
  const lines: string[] = []
  const running = await startPlayedRelay({
    ...{ worker, upstream: 'ftp://status.example', at: Date.now(), speed: 1, env },
    onLine: (line) => lines.push(line),
  })
  ends.push(running.close)
  const response = await fetch(`${running.url}${POD}`)
  const { wrong } = (await response.json()) as { wrong: string[] }
  expect([response.status, wrong.map((line) => line.split(' ')[0])]).toEqual([
    500,
    ['PODLIGHT_UPSTREAM', 'PODLIGHT_PINGORU_SECRET', 'PODLIGHT_STREAMS'],
  ])
  await expect.poll(() => lines.join()).toContain('PODLIGHT_STREAMS must be')
})
