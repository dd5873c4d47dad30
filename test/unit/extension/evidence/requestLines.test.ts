import { describe, expect, it } from 'vitest'
import { createRequestLines } from '../../../../extension/background/evidence/requestLines.ts'

const AT = 1_800_000_000_000
const event = (requestId: string, timeStamp: number, more: object = {}) => ({
  requestId,
  timeStamp,
  url: 'https://acme.api.kustomerapp.com:4430/v1/customers/5f?q=Ada%20Lovelace#top',
  method: 'GET',
  type: 'xmlhttprequest',
  ...more,
})
const COMMON = {
  at: AT,
  host: 'acme.api.kustomerapp.com',
  method: 'GET',
  path: '/v1/customers/5f',
  type: 'xmlhttprequest',
}

describe('the line of a browser’s event', () => {
  it('has host and path, status and time, and nothing else that was in the event', () => {
    const lineOf = createRequestLines(() => AT)
    const secret = {
      requestHeaders: [{ name: 'authorization', value: 'x' }],
      tabId: 4,
      documentUrl: 'https://x/',
    }
    expect(lineOf('start', event('1', 5000, secret))).toEqual({
      ...COMMON,
      state: 'start',
      status: 0,
      error: null,
      ms: 0,
    })
    expect(lineOf('end', event('1', 5250.4, { ...secret, statusCode: 503 }))).toEqual({
      ...COMMON,
      state: 'end',
      status: 503,
      error: null,
      ms: 250,
    })
  })

  it('tells of each request once: that an answer breaks off later is no second end', () => {
    const lineOf = createRequestLines(() => AT)
    lineOf('start', event('1', 0))
    lineOf('end', event('1', 100, { statusCode: 200 }))
    expect(lineOf('end', event('1', 200, { error: 'net::ERR_ABORTED' }))).toBeNull()
  })

  it('ends where it is led on, and begins anew there', () => {
    const lineOf = createRequestLines(() => AT)
    lineOf('start', event('1', 0))
    expect(lineOf('end', event('1', 100, { statusCode: 302 }))).toMatchObject({ status: 302, ms: 100 })
    lineOf('start', event('1', 110))
    expect(lineOf('end', event('1', 150, { statusCode: 200 }))).toMatchObject({ status: 200, ms: 40 })
  })

  it('says nothing of the vendor where the answer was in the cache', () => {
    const lineOf = createRequestLines(() => AT)
    lineOf('start', event('1', 0))
    const line = lineOf('end', event('1', 1, { statusCode: 200, fromCache: true }))
    expect(line).toMatchObject({ status: 0, error: 'CACHE' })
  })

  it('took as long as a background lives without news, where nobody knows when it began', () => {
    const lineOf = createRequestLines(() => AT)
    expect(lineOf('end', event('1', 0, { error: 'net::ERR_TIMED_OUT' }))).toMatchObject({ ms: 30_000 })
  })

  it('forgets those that never end', () => {
    const lineOf = createRequestLines(() => AT)
    for (let i = 0; i < 3000; i++) lineOf('start', event(String(i), 0))
    expect(lineOf('end', event('0', 500, { statusCode: 200 }))).toMatchObject({ ms: 30_000 })
    expect(lineOf('end', event('2999', 500, { statusCode: 200 }))).toMatchObject({ ms: 500 })
  })
})
