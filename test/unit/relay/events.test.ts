import { afterEach, describe, expect, it } from 'vitest'
import { STALE } from '../../../shared/model/limits.ts'
import { MINUTE, SECOND, settled } from '../polling/world.ts'
import { type Body, relayAt } from './support/relay.ts'

interface Event {
  readonly event: string
  readonly id: string | undefined
  readonly data: Body
  /** When it came, in seconds of the relay's time. */
  readonly at: number
}

const open: ReadableStreamDefaultReader<Uint8Array>[] = []
afterEach(async () => {
  for (const reader of open.splice(0)) await reader.cancel()
})

const eventOf = (block: string, at: number): Event | null => {
  const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)))
  return fields['data'] === undefined
    ? null
    : { event: fields['event'], id: fields['id'], data: JSON.parse(fields['data']), at }
}

/** A relay, and one who listens. */
const listening = async (start: string, env = {}) => {
  const relay = relayAt(start, env)
  await relay.wake()
  const listen = async (path = '/v1/kustomer/prod4/events', headers = {}) => {
    const response = await relay.ask(path, { headers })
    const events: Event[] = []
    const state = { ended: false, lines: '' }
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      const reader = (response.body as ReadableStream<Uint8Array>).getReader()
      open.push(reader)
      const decoder = new TextDecoder()
      const read = async (): Promise<void> => {
        for (;;) {
          const { done, value } = await reader.read()
          if (done) break
          state.lines += decoder.decode(value)
          for (const block of decoder.decode(value).split('\n\n')) {
            const event = eventOf(block, relay.at.now() / SECOND)
            if (event !== null) events.push(event)
          }
        }
        state.ended = true
      }
      void read()
      await settled()
    }
    return { response, events, state }
  }
  return { relay, listen }
}

const kinds = (events: readonly Event[]): string[] => events.map(({ event }) => event)

describe('an event stream', () => {
  it.each([
    ['2026-03-24T06:05:00Z', ['ok', 'degraded']],
    ['2026-03-24T06:53:00Z', ['degraded', 'outage']],
  ])('tells the state at once, and then each change within five seconds (%s)', async (start, levels) => {
    const { relay, listen } = await listening(start)
    const { response, events, state } = await listen()
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(state.lines).toMatch(/^retry: 30000\n\n/)
    expect(events).toMatchObject([{ event: 'verdict', data: { podlight: 1, verdict: { level: levels[0] } } }])
    await relay.play(12 * MINUTE)
    const told = events.filter(({ event }) => event === 'verdict')
    expect(told.map(({ data }) => data.verdict.level)).toEqual(levels)
    expect(new Set(told.map(({ id }) => id)).size).toBe(2)
    // The relay knew it from the document that it fetched so many seconds before.
    expect(told[1]?.data.age).toBeLessThanOrEqual(5)
  })

  it('says every 15 seconds that it still holds, and how old that is', async () => {
    const { relay, listen } = await listening('2026-03-24T06:05:00Z')
    const { events } = await listen()
    await relay.play(2 * MINUTE)
    expect(kinds(events)).toEqual(['verdict', ...Array(7).fill('beat')])
    for (const { data } of events) expect(data.age).toBeLessThan(22)
    relay.box.answer = () => ({ status: 500 })
    await relay.play(STALE + MINUTE)
    expect(events.at(-1)?.event).toBe('beat')
    expect(events.at(-1)?.data.age).toBeGreaterThan(900)
  })

  it('goes on where it was left: who knows the state is not told it again', async () => {
    const { relay, listen } = await listening('2026-03-24T06:05:00Z')
    const id = (await listen()).events[0]?.id ?? ''
    const again = await listen('/v1/kustomer/prod4/events', { 'last-event-id': id })
    const byAddress = await listen(`/v1/kustomer/prod4/events?last=${id}`)
    expect([kinds(again.events), kinds(byAddress.events)]).toEqual([['beat'], ['beat']])
    await relay.play(20 * MINUTE)
    const late = await listen(`/v1/kustomer/prod4/events?last=${id}`)
    expect(late.events).toMatchObject([{ event: 'verdict', data: { verdict: { level: 'degraded' } } }])
    const known = late.events[0]?.id ?? ''
    relay.restart()
    expect(kinds((await listen(`/v1/kustomer/prod4/events?last=${known}`)).events)).toEqual(['beat'])
  })

  it('of all pods tells the verdicts, and that of the mirror only that the page is another one', async () => {
    const { relay, listen } = await listening('2026-03-24T06:05:00Z')
    const [pods, page] = [
      await listen('/v1/kustomer/pods/events'),
      await listen('/v1/kustomer/summary/events'),
    ]
    await relay.play(10 * MINUTE)
    const changes = ({ events }: typeof pods) => events.filter(({ event }) => event !== 'beat')
    expect(changes(pods).map(({ data }) => data.verdicts.map(({ level }) => level))).toEqual([
      ['ok', 'ok', 'ok'],
      ['ok', 'ok', 'degraded'],
    ])
    expect(changes(page)).toMatchObject([{ event: 'changed' }, { event: 'changed' }])
    expect(Object.keys(changes(page)[1]?.data ?? {})).toEqual(['podlight', 'vendor', 'page', 'age'])
  })

  it('ends after 15 to 20 minutes, each at another time', async () => {
    const { relay, listen } = await listening('2026-03-24T06:05:00Z')
    const all = await Promise.all(Array.from({ length: 20 }, () => listen()))
    await relay.play(15 * MINUTE)
    expect(all.filter(({ state }) => state.ended)).toEqual([])
    await relay.play(2.5 * MINUTE)
    const ended = all.filter(({ state }) => state.ended).length
    expect([ended > 2, ended < 18]).toEqual([true, true])
    await relay.play(3 * MINUTE)
    expect(all.every(({ state }) => state.ended)).toBe(true)
  })

  it('finds no room beyond the limit, and room again when others left', async () => {
    const { relay, listen } = await listening('2026-03-24T06:05:00Z', { PODLIGHT_STREAMS: '2' })
    await listen()
    await listen()
    const third = await listen()
    expect([third.response.status, third.response.headers.get('retry-after')]).toEqual([503, '60'])
    await open[0]?.cancel()
    expect((await listen()).response.status).toBe(200)
    expect(await relay.json('/healthz')).toMatchObject({ streams: 2 })
  })

  it('of a reader that is gone without a word makes room after some seconds', async () => {
    const { relay, listen } = await listening('2026-03-24T06:05:00Z', { PODLIGHT_STREAMS: '1' })
    await listen()
    const pause = relay.at.now()
    // The engine ends the whole request with its reader: nothing of it goes on.
    relay.restart()
    await relay.play(10 * SECOND)
    expect(relay.at.now() - pause).toBe(10 * SECOND)
    expect((await listen()).response.status).toBe(200)
  })

  it('is not offered where there is to be none', async () => {
    const { relay, listen } = await listening('2026-03-24T06:05:00Z', { PODLIGHT_STREAMS: '0' })
    expect((await listen()).response.status).toBe(404)
    expect((await relay.ask('/v1/kustomer/prod4.json')).headers.get('podlight-events')).toBe(null)
    const offered = (await listening('2026-03-24T06:05:00Z')).relay
    expect((await offered.ask('/v1/kustomer/prod4.json')).headers.get('podlight-events')).toBe('15')
  })

  it('for a pod that is none finds nothing', async () => {
    const { listen } = await listening('2026-03-24T06:05:00Z')
    expect((await listen('/v1/kustomer/prod9/events')).response.status).toBe(404)
  })
})
