import { describe, expect, it } from 'vitest'
import { summaryAt } from '../../../scripts/replay/documents.ts'
import { ROUTES } from '../../../scripts/replay/routes.ts'
import { incident, replaying, SUMMARY } from './support.ts'

const CACHE = 'max-age=10, public, s-maxage=10, stale-while-revalidate=20, stale-if-error=3600'

describe('the replayed page', () => {
  it.each([...ROUTES.keys()])('serves %s with the vendor’s headers', async (path) => {
    const { url } = await replaying()
    const response = await fetch(`${url}${path}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cache-control')).toBe(CACHE)
    expect(response.headers.get('etag')).toMatch(/^W\/"[0-9a-f]{32}"$/)
    expect(response.headers.get('access-control-expose-headers')).toBeNull()
    const body = await response.text()
    if (path.endsWith('.json')) expect(JSON.parse(body)).toHaveProperty('page.id', 'lhn2sb4njk08')
    else expect(body).toMatch(/^<\?xml /)
  })

  it('serves the document of its time', async () => {
    const recordings = [incident()]
    const { url, setTime } = await replaying({ recordings })
    setTime('2025-01-01T11:30:00Z')
    const body: unknown = await (await fetch(`${url}${SUMMARY}?at=anything`)).json()
    expect(body).toEqual(JSON.parse(JSON.stringify(summaryAt(recordings, '2025-01-01T11:30:00Z'))))
  })

  it('answers 304 to its own ETag, weak or not, and 200 after a change', async () => {
    const { url, step, log } = await replaying()
    const etag = (await fetch(`${url}${SUMMARY}`)).headers.get('etag') ?? ''
    const ask = (tag: string) => fetch(`${url}${SUMMARY}`, { headers: { 'If-None-Match': tag } })
    for (const tag of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
      const response = await ask(tag)
      expect(response.status).toBe(304)
      expect(response.headers.get('etag')).toBe(etag)
      expect(response.headers.get('cache-control')).toBe(CACHE)
      expect(await response.text()).toBe('')
    }
    expect((await ask('"other"')).status).toBe(200)
    step()
    expect((await ask(etag)).status).toBe(200)
    expect(log.entries().map((entry) => entry.conditional)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      true,
    ])
  })

  it('answers HEAD, OPTIONS and what it does not know', async () => {
    const { url } = await replaying()
    const get = await fetch(`${url}${SUMMARY}`)
    const head = await fetch(`${url}${SUMMARY}`, { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(await get.text())))
    expect(await head.text()).toBe('')
    const options = await fetch(`${url}${SUMMARY}`, { method: 'OPTIONS' })
    expect(options.status).toBe(204)
    expect(options.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
    expect(options.headers.get('access-control-allow-headers')).toBeNull()
    const post = await fetch(`${url}${SUMMARY}`, { method: 'POST', body: '{}' })
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect((await fetch(`${url}/api/v2/nothing.json`)).status).toBe(404)
  })

  it('writes down what was asked for', async () => {
    const { url, log } = await replaying({ now: () => 1234 })
    await fetch(`${url}${SUMMARY}`)
    await fetch(`${url}${SUMMARY}`, { method: 'HEAD' })
    await fetch(`${url}/history.atom`)
    await fetch(`${url}/replay/control`)
    expect(log.counts()).toEqual({ [SUMMARY]: 2, '/history.atom': 1 })
    expect([log.count(), log.count(SUMMARY), log.count(SUMMARY, 'HEAD')]).toEqual([3, 2, 1])
    expect(log.entries()[0]).toEqual({
      path: SUMMARY,
      method: 'GET',
      at: 1234,
      time: Date.parse('2025-01-01T10:00:00Z'),
      conditional: false,
      status: 200,
      fault: null,
    })
    log.clear()
    expect(log.count()).toBe(0)
  })

  it('says that a port is taken, and that there is nothing to play', async () => {
    const { url } = await replaying()
    const port = Number(new URL(url).port)
    await expect(replaying({ port })).rejects.toThrow(
      `Port ${port} cannot be used (EADDRINUSE); choose another.`,
    )
    await expect(replaying({ recordings: [] })).rejects.toThrow('There is no recording to play.')
  })
})
