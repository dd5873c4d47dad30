import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../../relay/cloudflare/sqlStore.ts'
import { HOUR, MINUTE, SECOND } from '../polling/world.ts'
import { documentAt, relayAt } from './support/relay.ts'

// What goes wrong around a relay must never make old news look new.

const POD = '/v1/kustomer/prod4.json'
const TROUBLE = '2026-03-24T06:15:00Z'

describe('a clock that is set back', () => {
  const setBack = async () => {
    const relay = relayAt(TROUBLE)
    const body = documentAt(relay.at.clock())
    relay.box.answer = () => ({ body })
    await relay.wake()
    expect((await relay.ask(POD)).status).toBe(200)
    return relay
  }

  it('makes nothing younger: there is no news until the page was asked again', async () => {
    const relay = await setBack()
    relay.at.shift(-HOUR)
    expect((await relay.ask(POD)).status).toBe(503)
    await relay.play(20 * SECOND)
    const { age, verdict } = await relay.json(POD)
    expect([age <= 20, verdict.level]).toEqual([true, 'degraded'])
  })

  it('while the page cannot be read leaves nothing that looks well', async () => {
    const relay = await setBack()
    relay.box.answer = () => ({ status: 500 })
    relay.at.shift(-HOUR)
    for (let minutes = 0; minutes < 30; minutes += 5) {
      expect((await relay.ask(POD)).status).toBe(503)
      await relay.play(5 * MINUTE)
    }
    expect((await relay.ask('/healthz')).status).toBe(503)
  })

  it('over a restart does not put off the next look', async () => {
    const relay = await setBack()
    relay.at.shift(-HOUR)
    relay.restart()
    const before = relay.requests.length
    await relay.ask(POD)
    await relay.play(20 * SECOND)
    expect(relay.requests.length).toBeGreaterThan(before)
  })
})

describe('a write that fails', () => {
  it('is never taken for what comes after a restart: another worker hears of both', async () => {
    const relay = relayAt('2026-03-24T06:33:30Z')
    await relay.wake()
    const worker = relay.worker()
    const read = async (): Promise<string> => {
      const response = await worker(new Request(`https://relay.example${POD}`), relay.upstream())
      return `${response.headers.get('podlight-id')}`
    }
    const ids = [await read()]
    // It changes at 06:35, and that cannot be kept.
    relay.box.isStoreBroken = true
    await relay.play(3 * MINUTE)
    ids.push(await read())
    relay.box.isStoreBroken = false
    relay.restart()
    // And again at 06:58.
    await relay.play(25 * MINUTE)
    ids.push(await read())
    expect(new Set(ids).size).toBe(3)
    expect((await relay.json(POD)).verdict.level).toBe('outage')
  })
})

describe('another relay’s mirror as the page', () => {
  it('is as old as that relay says', async () => {
    const relay = relayAt(TROUBLE)
    relay.box.answer = () => ({ body: documentAt(relay.at.clock()), headers: { 'podlight-age': '120' } })
    await relay.wake()
    expect((await relay.json(POD)).age).toBe(121)
    relay.box.answer = () => ({ body: documentAt(relay.at.clock()), headers: { 'podlight-age': '7200' } })
    await relay.play(16 * MINUTE)
    expect((await relay.json(POD)).verdict.level).toBe('unknown')
  })
})

it('an address of the page is told by its host alone, as it may hold a key', async () => {
  const relay = relayAt(TROUBLE, { PODLIGHT_UPSTREAM: 'https://page.example/summary.json?key=hush' })
  relay.box.answer = () => ({ status: 500 })
  await relay.wake()
  const health = await (await relay.ask('/healthz')).text()
  expect(health).toContain('500 from page.example')
  expect(`${health}${JSON.stringify(relay.log)}`).not.toContain('hush')
})

it('a refused encoding is not sent', async () => {
  const relay = relayAt(TROUBLE)
  await relay.wake()
  const encodingFor = async (accepted: string) => {
    const headers = { 'accept-encoding': accepted }
    return (await relay.ask('/v1/kustomer/summary.json', { headers })).headers.get('content-encoding')
  }
  expect(await encodingFor('gzip;q=0, identity')).toBe(null)
  expect(await encodingFor('gzip;q=0.5')).toBe('gzip')
})

it('a text in pieces is the same again, and no character is cut in two', () => {
  for (const text of ['', 'abc', '😀'.repeat(7), `a${'😀'.repeat(7)}`, 'xyz'.repeat(5)])
    for (const most of [2, 3, 5]) {
      const pieces = piecesOf(text, most)
      expect(pieces.join('')).toBe(text)
      expect(pieces.every((piece) => !/[\ud800-\udbff]$/.test(piece) && piece.length <= most)).toBe(true)
    }
})
