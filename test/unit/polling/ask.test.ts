import { describe, expect, it } from 'vitest'
import { MAX_BODY } from '../../../shared/model/limits.ts'
import { refused, taken } from '../../../shared/model/parsed.ts'
import { askOnce } from '../../../shared/polling/ask.ts'
import { streamedBody, wholeBody } from '../../../shared/polling/body.ts'
import type { AskPorts, Fetch, Reply } from '../../../shared/polling/ports.ts'
import { MINUTE, settled, world } from './world.ts'

const reply = (body: string, status = 200, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { get: (name) => headers[name] ?? null },
  body: null,
  text: async () => body,
})

const asking = async (
  fetched: () => Promise<Reply> | Reply,
  more: Partial<AskPorts<string, AbortSignal>> = {},
) => {
  const at = world()
  const calls: unknown[][] = []
  const control = new AbortController()
  const ports: AskPorts<string, AbortSignal> = {
    fetch: async (...args) => {
      calls.push(args)
      return fetched()
    },
    timer: (wait, run) => at.after(wait, run),
    clock: at.clock,
    abort: () => control,
    readBody: wholeBody,
    parse: (body) => (body === 'bad' ? refused('not-a-feed', 'bad') : taken(body)),
    isAffected: (news) => news === 'hit',
    ...more,
  }
  const answered = askOnce(ports, 'https://page.test/')
  await settled()
  await at.play(MINUTE, () => undefined)
  return { answer: await answered, calls, aborted: control.signal.aborted, took: at.now() }
}

describe('ask', () => {
  it('sends a simple request: no header of its own, and the browser revalidates', async () => {
    const { answer, calls, aborted } = await asking(() => reply('well'))
    expect(answer).toMatchObject({ ok: true, news: 'well', affected: false })
    expect(aborted).toBe(false)
    expect(calls).toHaveLength(1)
    expect(calls[0]?.[0]).toBe('https://page.test/')
    expect(Object.keys(calls[0]?.[1] ?? {}).sort()).toEqual(['cache', 'redirect', 'signal'])
    expect(calls[0]?.[1]).toMatchObject({ cache: 'no-cache', redirect: 'manual' })
  })

  it.each<[string, () => Promise<Reply> | Reply]>([
    ['http-error', () => reply('', 500)],
    ['http-error', () => reply('', 404)],
    ['rate-limited', () => reply('', 429)],
    ['not-a-feed', () => reply('bad')],
    ['too-large', () => reply('x'.repeat(MAX_BODY + 1))],
    ['too-large', () => reply('', 200, { 'content-length': '20000000' })],
    ['offline', () => Promise.reject(new TypeError('network'))],
    [
      'offline',
      () => {
        throw new Error('blocked')
      },
    ],
    ['timeout', () => new Promise<Reply>(() => undefined)],
    ['timeout', () => ({ ...reply(''), text: () => new Promise<string>(() => undefined) })],
    ['truncated', () => ({ ...reply(''), text: () => Promise.reject(new TypeError('cut')) })],
  ])('says %s, and ends the request', async (reason, fetched) => {
    const { answer, aborted } = await asking(fetched)
    expect(answer).toMatchObject({ ok: false, reason })
    expect(aborted).toBe(true)
  })

  it('does not call fetch as a method, which a browser refuses', async () => {
    async function touchy(this: unknown): Promise<Reply> {
      if (this !== undefined) throw new TypeError('Illegal invocation')
      return reply('well')
    }
    expect((await asking(() => reply(''), { fetch: touchy })).answer).toMatchObject({ ok: true })
  })

  it('tells how long to wait, where the server says so and it can be read', async () => {
    const limited = await asking(() => reply('', 429, { 'retry-after': '90' }))
    expect(limited.answer).toMatchObject({ reason: 'rate-limited', wait: 90_000 })
    const broken = await asking(() => reply('', 503, { 'retry-after': '60' }))
    expect(broken.answer).toMatchObject({ reason: 'http-error', wait: 60_000 })
    expect((await asking(() => reply('', 429))).answer).toMatchObject({ wait: null })
  })

  it('survives a document that breaks its reader', async () => {
    const parse = () => {
      throw new Error('deep')
    }
    expect((await asking(() => reply('well'), { parse })).answer).toMatchObject({ reason: 'not-a-feed' })
  })

  it('refuses an answer that slept with the machine', async () => {
    let now = 1e12
    const slept = async () => {
      now += 8 * 60 * MINUTE
      return reply('well')
    }
    const { answer } = await asking(slept, { clock: () => now })
    expect(answer).toMatchObject({ ok: false, reason: 'timeout' })
  })

  it('counts the age of news from the request', async () => {
    let now = 1e12
    const slow = async () => {
      now += 15_000
      return reply('well')
    }
    expect((await asking(slow, { clock: () => now })).answer).toMatchObject({ ok: true, at: 1e12 })
  })
})

describe('streamedBody', () => {
  const streamed = (pieces: readonly Uint8Array[], onPull = () => undefined as unknown): Reply => {
    let next = 0
    let cancelled = false
    const read = async () => {
      onPull()
      const value = cancelled ? undefined : pieces[next++]
      return value ? { done: false, value } : { done: true }
    }
    const cancel = async () => {
      cancelled = true
    }
    return { ...reply(''), body: { getReader: () => ({ read, cancel }) } }
  }
  const readBody = streamedBody(() => new TextDecoder())

  it('puts together what was cut within a character', async () => {
    const bytes = new TextEncoder().encode('größer')
    expect(await readBody(streamed([bytes.slice(0, 3), bytes.slice(3)]), 100)).toBe('größer')
  })

  it('stops reading when there is too much, where the whole body would be read', async () => {
    let pulls = 0
    const piece = new Uint8Array(1000)
    const body = streamed(Array(50).fill(piece), () => pulls++)
    expect(await readBody(body, 3500)).toBeNull()
    expect(pulls).toBe(4)
  })

  it('reads a body that is no stream in one piece', async () => {
    expect(await readBody(reply('well'), 100)).toBe('well')
    expect(await readBody(reply('well'), 3)).toBeNull()
  })
})

describe('the real fetch', () => {
  it('fits what the poller asks for', () => {
    const real: Fetch<AbortSignal> = fetch
    expect(real).toBe(fetch)
  })
})
