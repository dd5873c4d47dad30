import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { FAULTS, type FaultKind, readFault } from '../../../scripts/replay/fault.ts'
import type { Replay } from '../../../scripts/replay/server.ts'
import { replaying, SUMMARY } from './support.ts'

const ask = ({ url }: Replay): Promise<Response> => fetch(`${url}${SUMMARY}`)

/** Bytes as they come off the wire until the server ends or `enough` says so: fetch hides how a body breaks. */
function wire({ url }: Replay, enough: (text: string) => boolean = () => false): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    let text = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      text += chunk
      if (enough(text)) resolve(text)
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
    socket.write(`GET ${SUMMARY} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  })
}

const parts = (text: string): { promised: number; body: string } => {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  return { promised: Number(/content-length: (\d+)/i.exec(head)?.[1]), body: rest.join('\r\n\r\n') }
}

describe('a fault', () => {
  it.each([
    ['429', 429],
    ['500', 500],
  ] as const)('%s answers so, uncached', async (fault, status) => {
    const response = await ask(await replaying({ fault }))
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('etag')).toBeNull()
    expect(response.headers.get('retry-after')).toBe(status === 429 ? '60' : null)
  })

  it('429 says for how long', async () => {
    const response = await ask(await replaying({ fault: { kind: '429', retryAfter: 7 } }))
    expect(response.headers.get('retry-after')).toBe('7')
  })

  it('hang takes the request, answers nothing, and ends with the server', async () => {
    const replay = await replaying({ fault: 'hang' })
    const broken = wire(replay)
    // A second request on a connection of its own has been answered: the first one was surely taken.
    while (replay.log.count() === 0) await fetch(`${replay.url}/replay/control`)
    expect(replay.log.entries()[0]).toMatchObject({ status: 0, fault: 'hang' })
    await replay.close()
    expect(await broken).toBe('')
  })

  it('stall sends half a body and keeps the connection', async () => {
    const replay = await replaying({ fault: 'stall' })
    const half = (text: string): boolean => parts(text).body.length >= Math.floor(parts(text).promised / 2)
    const { promised, body } = parts(await wire(replay, half))
    expect(body.length).toBe(Math.floor(promised / 2))
    await replay.close()
  })

  it('refuse drops the connection', async () => {
    const replay = await replaying({ fault: 'refuse' })
    await expect(ask(replay)).rejects.toThrow()
    expect(replay.log.count(SUMMARY)).toBe(1)
  })

  it('cut promises more than it sends', async () => {
    const replay = await replaying({ fault: 'cut' })
    const { promised, body } = parts(await wire(replay))
    expect(body.length).toBe(Math.floor(promised / 2))
    const response = await ask(replay)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
  })

  it('truncated ends half a document cleanly', async () => {
    const text = await (await ask(await replaying({ fault: 'truncated' }))).text()
    expect(text).toMatch(/^\{"page":/)
    expect(() => JSON.parse(text)).toThrow()
  })

  it('empty and html answer 200 with no feed in it', async () => {
    const replay = await replaying({ fault: 'empty' })
    const empty = await ask(replay)
    expect([empty.status, await empty.text()]).toEqual([200, ''])
    replay.setFault('html')
    const html = await ask(replay)
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await html.text()).toMatch(/^<!doctype html>/)
  })

  it('garbage is not even text', async () => {
    const bytes = await (await ask(await replaying({ fault: 'garbage' }))).arrayBuffer()
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
  })

  it('other-page is a whole document of another page', async () => {
    const body: unknown = await (await ask(await replaying({ fault: 'other-page' }))).json()
    expect(body).toHaveProperty('page.id', 'xk0b4w7tz3qd')
    expect(body).toHaveProperty('components.0.page_id', 'xk0b4w7tz3qd')
  })

  it('slow drips, and arrives whole', async () => {
    const replay = await replaying({ fault: { kind: 'slow', bytes: 8192, every: 1 } })
    const whole = await (await ask(replay)).text()
    replay.setFault(null)
    expect(whole).toBe(await (await ask(replay)).text())
  })

  it('huge is valid and 20 MB long', async () => {
    const text = await (await ask(await replaying({ fault: 'huge' }))).text()
    expect(text.length).toBe(20 * 1024 * 1024)
    expect(JSON.parse(text)).toHaveProperty('page.id', 'lhn2sb4njk08')
  })

  it('lasts for so many requests, or until cleared', async () => {
    const replay = await replaying({ fault: { kind: '500', requests: 2 } })
    const seen = async () => (await ask(replay)).status
    expect([await seen(), await seen(), await seen()]).toEqual([500, 500, 200])
    replay.setFault('500')
    expect([await seen(), await seen(), await seen()]).toEqual([500, 500, 500])
    replay.setFault(null)
    expect(await seen()).toBe(200)
    expect(replay.log.entries().map((entry) => entry.fault)).toEqual([
      '500',
      '500',
      null,
      '500',
      '500',
      '500',
      null,
    ])
  })

  it.each(Object.keys(FAULTS) as FaultKind[])('%s keeps HEAD and close sane', async (fault) => {
    const replay = await replaying({ fault: { kind: fault, size: 100_000, every: 1 } })
    const head = fetch(`${replay.url}${SUMMARY}`, { method: 'HEAD' }).then(
      (response) => response.status,
      () => 0,
    )
    if (fault === 'hang') while (replay.log.count() === 0) await fetch(`${replay.url}/replay/control`)
    else await head
    await replay.close()
    expect([0, 200, 429, 500]).toContain(await head)
  })

  it.each([
    ['nonsense', 'fault must be one of 429, 500, '],
    [{ kind: '429', retryAfter: -1 }, 'fault.retryAfter must be a whole number from 0 to 86400.'],
    [{ kind: '500', times: 2 }, 'fault has an unknown key "times"'],
    [7, 'fault must be an object.'],
  ])('%j is refused', (wish, message) => {
    expect(() => readFault(wish)).toThrow(message)
  })
})
