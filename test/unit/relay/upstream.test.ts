import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STALE } from '../../../shared/model/limits.ts'
import { nightly } from '../../support/nightly.ts'
import { HOUR, MINUTE, mostInAnHour, SECOND } from '../polling/world.ts'
import { documentAt, type PageAnswer, type Relay, relayAt } from './support/relay.ts'

const POD = '/v1/kustomer/prod4.json'
/** The recording: slow at 06:10, failing at 06:35, down at 06:58, well at 09:00. */
const BEFORE = '2026-03-24T06:05:00Z'

const asked = ({ requests }: Relay): number[] => requests.map(({ at }) => at)
/** What was told of the pod, in turn; a number that came before would show. */
const changes = ({ log }: Relay, pod = 'prod4'): string[] => {
  const told = log.flatMap((one) => (one.event === 'changed' && one.pod === pod ? [one] : []))
  const numbers = told.map(({ number }) => number)
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  return told.map(({ level }) => level)
}

describe('the one who asks the page', () => {
  it('asks every 15 to 19 seconds, whatever is read', async () => {
    const relay = relayAt(BEFORE)
    await relay.wake()
    for (let i = 0; i < 200; i++) {
      await relay.play(3 * SECOND)
      await relay.ask(POD)
    }
    const times = asked(relay)
    const waits = times.slice(1).map((at, i) => at - (times[i] ?? 0))
    expect(times.length).toBeGreaterThan(30)
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(15 * SECOND)
    expect(Math.max(...waits)).toBeLessThanOrEqual(18.75 * SECOND)
  })

  it('goes on by its alarm alone, with nobody there', async () => {
    const relay = relayAt(BEFORE)
    await relay.wake()
    await relay.play(HOUR)
    expect(relay.requests.length).toBeGreaterThan(190)
    expect(changes(relay)).toEqual(['ok', 'degraded', 'degraded', 'outage'])
  })

  it('asks the other host where the first fails, and says whom the news is from', async () => {
    const relay = relayAt(BEFORE)
    relay.box.answer = (url) =>
      url.includes('other') ? { body: documentAt(relay.at.clock()) } : { status: 500 }
    await relay.wake()
    await relay.play(MINUTE)
    expect(await relay.json('/healthz')).toMatchObject({ ok: true, upstream: { host: 'other.example' } })
  })

  it.each<[string, PageAnswer]>([
    [
      'another page',
      {
        body: documentAt(Date.parse(BEFORE))
          .replaceAll('lhn2sb4njk08', 'another')
          .replaceAll('status.kustomer.com', 'status.example'),
      },
    ],
    ['a web page', { body: '<!doctype html>' }],
    ['half a document', { body: documentAt(Date.parse(BEFORE)).slice(0, 500) }],
    ['a relay', { body: '{"podlight":1}' }],
    ['a redirect', { status: 302, headers: { location: '/' } }],
    [
      'what lay in a cache for an hour',
      { body: documentAt(Date.parse('2026-03-24T06:36:00Z')), headers: { age: '3600' } },
    ],
  ])('does not take %s for news', async (_, answer) => {
    const relay = relayAt('2026-03-24T06:36:00Z')
    await relay.wake()
    relay.box.answer = () => answer
    await relay.play(MINUTE)
    const { age, verdict } = await relay.json(POD)
    expect([age > 50, verdict.level]).toEqual([true, 'degraded'])
    await relay.play(STALE)
    expect((await relay.json(POD)).verdict.level).toBe('unknown')
  })

  it('does not take an older copy for news, for as long as it knows better', async () => {
    const relay = relayAt('2026-03-24T06:36:00Z')
    await relay.wake()
    relay.box.answer = () => ({ body: documentAt(Date.parse('2026-03-24T06:01:00Z')) })
    await relay.play(STALE - MINUTE)
    expect((await relay.json(POD)).verdict.level).toBe('degraded')
  })

  it('counts what a cache says of its age', async () => {
    const relay = relayAt(BEFORE)
    relay.box.answer = () => ({ body: documentAt(relay.at.clock()), headers: { age: '25' } })
    await relay.wake()
    expect((await relay.json(POD)).age).toBe(26)
  })

  it('backs off to 2 minutes, and leaves the page alone for as long as it asks', async () => {
    const relay = relayAt(BEFORE)
    relay.box.answer = () => ({ status: 500 })
    await relay.wake()
    await relay.play(HOUR)
    // Two hosts a round.
    expect(relay.requests.length).toBeLessThan(150)
    relay.box.answer = () => ({ status: 429, headers: { 'retry-after': '1800' } })
    await relay.play(5 * MINUTE)
    const before = relay.requests.length
    await relay.play(20 * MINUTE)
    expect(relay.requests.length).toBe(before)
  })

  it('is never above 260 an hour, whatever the page, the clock, the store and hooks do', async () => {
    const faults: readonly (PageAnswer | 'fine')[] = [
      'fine',
      null,
      { status: 500 },
      { status: 429 },
      { body: '' },
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            fault: fc.constantFrom(...faults),
            minutes: fc.integer({ min: 1, max: 20 }),
            shift: fc.constantFrom(0, 0, 0, -HOUR, HOUR, 7 * MINUTE),
            dies: fc.boolean(),
            hooks: fc.integer({ min: 0, max: 15 }),
            isStoreBroken: fc.boolean(),
          }),
          { minLength: 8, maxLength: 20 },
        ),
        async (spells) => {
          const relay = relayAt(BEFORE)
          const times: number[] = []
          const { answer } = relay.box
          await relay.wake()
          for (const { fault, minutes, shift, dies, hooks, isStoreBroken } of spells) {
            relay.box.answer = (url) => {
              times.push(relay.at.now())
              return fault === 'fine' ? answer(url) : fault
            }
            relay.box.isStoreBroken = isStoreBroken
            relay.at.shift(shift)
            // A broken store that also forgets its alarms could ask once in each of its lives.
            if (dies && !isStoreBroken) relay.restart()
            for (let i = 0; i < hooks; i++)
              await relay.upstream().hook('statuspage', `${relay.at.now()} ${i}`)
            await relay.play(minutes * MINUTE)
          }
          expect(mostInAnHour(times)).toBeLessThanOrEqual(260)
        },
      ),
      { numRuns: nightly(200, 8) },
    )
  })
})

describe('a death', () => {
  /** Plays three hours of the recording, with a death before the writes whose numbers are given. */
  const dyingAt = async (writes: ReadonlySet<number>): Promise<Relay> => {
    const relay = relayAt(BEFORE)
    let count = 0
    relay.box.onWrite = () => {
      if (writes.has(count++)) relay.restart()
    }
    await relay.wake()
    await relay.play(3 * HOUR + 10 * MINUTE)
    return relay
  }
  const WHOLE = ['ok', 'degraded', 'degraded', 'outage', 'outage', 'ok']

  it('at any write tells no change twice, loses none, and ends no alarm', async () => {
    const undisturbed = await dyingAt(new Set())
    expect(changes(undisturbed)).toEqual(WHOLE)
    const deaths = nightly(40, 3)
    for (let first = 0; first < deaths; first++) {
      const writes = new Set(Array.from({ length: 50 }, (_, i) => first + i * 29))
      const relay = await dyingAt(writes)
      expect(changes(relay), `deaths from write ${first} on`).toEqual(WHOLE)
      expect(relay.kept.alarm).not.toBe(null)
      expect((await relay.json(POD)).verdict.level).toBe('ok')
    }
  })

  it('without what was kept would tell changes again', async () => {
    const relay = relayAt('2026-03-24T07:30:00Z')
    await relay.wake()
    const before = (await relay.json('/v1/kustomer/pods.json')).verdicts.length
    relay.kept.rows = {}
    relay.restart()
    await relay.play(MINUTE)
    const told = relay.log.filter((one) => one.event === 'changed' && one.pod === 'prod4')
    expect(told).toMatchObject([
      { level: 'outage', number: 1 },
      { level: 'outage', number: 1 },
    ])
    expect(before).toBe(3)
  })

  it('keeps the news and its age', async () => {
    const relay = relayAt('2026-03-24T07:30:00Z')
    await relay.wake()
    relay.box.answer = () => ({ status: 500 })
    await relay.play(5 * MINUTE)
    const before = await relay.json(POD)
    relay.restart()
    expect(await relay.json(POD)).toEqual(before)
    expect(await (await relay.ask('/v1/kustomer/summary.json')).text()).toContain('lhn2sb4njk08')
  })

  it.each([
    { news: { epoch: 7 } },
    { news: 'x', document: 'y' },
    { fetched: { at: 'now' } },
    { poll: { due: 1e99 } },
    { hooks: 1 },
  ])('that left %o begins anew where that cannot be read', async (spoilt) => {
    const relay = relayAt('2026-03-24T07:30:00Z')
    await relay.wake()
    relay.kept.rows = { ...relay.kept.rows, ...spoilt }
    relay.restart()
    await relay.play(2 * MINUTE)
    expect(await relay.json(POD)).toMatchObject({ verdict: { level: 'outage' } })
  })

  it('of the alarm alone is mended by whoever reads', async () => {
    const relay = relayAt(BEFORE)
    await relay.wake()
    // An engine gives an alarm up that failed six times: here its call is lost.
    relay.upstream().look = () => Promise.resolve()
    await relay.play(10 * MINUTE)
    expect(relay.kept.alarm).toBe(null)
    relay.restart()
    const before = relay.requests.length
    await relay.ask(POD)
    await relay.play(MINUTE)
    expect(relay.requests.length).toBeGreaterThan(before)
  })

  it('of the store is survived: what is known is held in memory, and said', async () => {
    const relay = relayAt(BEFORE)
    relay.box.isStoreBroken = true
    await relay.wake()
    await relay.play(10 * MINUTE)
    expect((await relay.json(POD)).verdict.level).toBe('degraded')
    expect(relay.log.some((one) => one.event === 'error' && one.where === 'writing the store')).toBe(true)
  })
})
