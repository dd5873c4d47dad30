import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { STALE } from '../../../shared/model/limits.ts'
import { relayed } from '../../../widget/loader/relayed.ts'
import type { SiteState } from '../../../widget/protocol.ts'
import { isoAt, MINUTE, NOON } from './support/bannerRequests.ts'
import { relayAnswer } from './support/documents.ts'

// What becomes of a relay's answer. Its clock is an hour ahead of ours, as clocks of others may be.

vi.stubGlobal('navigator', {})
afterAll(() => vi.unstubAllGlobals())

const HOUR = 60 * MINUTE
const BEFORE: SiteState = {
  version: 2,
  spent: 0,
  due: 0,
  heldUntil: 0,
  failures: 2,
  pod: 'prod1',
  at: 0,
  published: 0,
  finding: { level: 'unknown' },
}

type Answer = Parameters<typeof relayed>[0]

/** An answer of an age in seconds to the document that was fetched at a time, by our clock. */
const answerOf = (fetched: number, age: number, level = 'outage'): Answer =>
  relayAnswer({ age }, { level, asOf: isoAt(fetched + HOUR) }) as unknown as Answer

const read = (some: Record<string, unknown> = {}, verdict: Record<string, unknown> = {}, state = BEFORE) =>
  relayed(relayAnswer(some, verdict) as unknown as Answer, state, NOON)

const stateAfter = (state: SiteState | null): SiteState => {
  if (!state) throw new Error('The answer was refused.')
  return state
}

describe('a relay’s answer', () => {
  it('is news as old as it says', () => {
    expect(read({ age: 30 })).toMatchObject({
      at: NOON - 30_000,
      failures: 0,
      finding: { level: 'outage', banner: { effect: 'down' } },
    })
    expect(read({ age: 0 }, { level: 'ok', impacts: [], banner: null })).toMatchObject({
      at: NOON,
      finding: { level: 'ok' },
    })
  })

  it('is asked for again after a minute, or half a minute while something is affected', () => {
    const waitOf = (verdict: Record<string, unknown>): number => stateAfter(read({}, verdict)).due - NOON
    expect(waitOf({})).toBeLessThanOrEqual(37_500)
    expect(waitOf({ banner: null })).toBeLessThanOrEqual(37_500)
    expect(waitOf({ level: 'ok', impacts: [], banner: null })).toBeGreaterThanOrEqual(60_000)
  })

  it('counts until it is 15 minutes old', () => {
    for (const age of [0, -0, 0.5, 301, 899]) expect(read({ age })?.at, `${age}`).toBe(NOON - age * 1000)
    for (const age of [900, 1e9, -1, -0.001, Number.NaN, Infinity, -Infinity])
      expect(read({ age }), `${age}`).toBeNull()
    for (const age of ['30', null, undefined, [30], true, 30n, { valueOf: () => 30 }])
      expect(read({ age })).toBeNull()
  })

  it('is rather as old as its header says, and older by what it lay in a cache', () => {
    const answer = answerOf(NOON - 5000, 5)
    expect(relayed(answer, BEFORE, NOON, 20)?.at).toBe(NOON - 20_000)
    expect(relayed(answer, BEFORE, NOON, undefined, 40)?.at).toBe(NOON - 45_000)
    expect(relayed(answer, BEFORE, NOON, 20, 40)?.at).toBe(NOON - 60_000)
    expect(relayed(answer, BEFORE, NOON, 20, 890)).toBeNull()
    // Without an age of its own it is no answer, whatever the header says.
    expect(relayed({ ...answer, age: null }, BEFORE, NOON, 20)).toBeNull()
  })

  it.each([
    ['another vendor', { vendor: 'zendesk' }],
    ['another vendor’s name', { vendor: 'Kustomer' }],
    ['a list of vendors', { vendor: ['kustomer'] }],
    ['no vendor', { vendor: undefined }],
    ['another page', { page: 'abcdefghijkl' }],
    ['a page as the vendor writes it', { page: { id: 'lhn2sb4njk08' } }],
    ['no page', { page: undefined }],
    ['another version', { podlight: 2 }],
    ['a version in words', { podlight: '1' }],
    ['no verdict', { verdict: null }],
    ['a list for a verdict', { verdict: [] }],
    ['a word for a verdict', { verdict: 'outage' }],
    ['verdicts that are none', { verdict: undefined, verdicts: 'outage' }],
  ])('with %s is a failed request', (_, some) => {
    expect(read()).not.toBeNull()
    expect(read(some)).toBeNull()
  })

  it('about another pod, or for a page without one, is a failed request', () => {
    expect(read({}, { pod: 'prod2' })).toBeNull()
    expect(read({}, {}, { ...BEFORE, pod: 'prod2' })).toBeNull()
    expect(read({}, {}, { ...BEFORE, pod: undefined })).toBeNull()
    expect(read({}, { pod: undefined }, { ...BEFORE, pod: undefined })).toBeNull()
  })

  it('that does not say when its document was fetched, or knows no level, is a failed request', () => {
    for (const asOf of [null, undefined, 'yesterday', NOON]) expect(read({}, { asOf })).toBeNull()
    for (const level of [null, undefined, 'fine', ['ok']]) expect(read({}, { level })).toBeNull()
  })

  it('may be of all pods', () => {
    const { verdict } = relayAnswer() as { verdict: object }
    const verdicts = [null, { ...verdict, pod: 'prod2', level: 'notice' }, verdict]
    expect(read({ verdict: undefined, verdicts })?.finding.level).toBe('outage')
    expect(read({ verdict: undefined, verdicts }, {}, { ...BEFORE, pod: 'prod4' })).toBeNull()
  })

  it('never throws and never speaks for another pod, whatever it holds', () => {
    const mostly = <T>(value: string, other: fc.Arbitrary<T>) =>
      fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other })
    const answer = fc.record(
      {
        podlight: fc.constantFrom(1, 1, 1, 2, '1'),
        vendor: mostly('kustomer', fc.anything()),
        page: mostly('lhn2sb4njk08', fc.anything()),
        age: fc.oneof(fc.nat(600), fc.nat(600), fc.double(), fc.anything()),
        verdict: fc.oneof(
          fc.record({
            pod: fc.constantFrom('prod1', 'prod2'),
            asOf: fc.constant(isoAt(NOON)),
            level: fc.constantFrom('ok', 'outage', 'x'),
          }),
          fc.anything(),
        ),
        verdicts: fc.anything(),
      },
      { requiredKeys: ['podlight'] },
    )
    let taken = 0
    fc.assert(
      fc.property(answer, (value) => {
        const next = relayed(value as unknown as Answer, BEFORE, NOON)
        if (!next) return
        taken++
        expect((value.verdict as { pod: string }).pod).toBe('prod1')
        expect(NOON - next.at).toBeLessThan(STALE)
        expect(next.at).toBeLessThanOrEqual(NOON)
      }),
      { numRuns: 2000 },
    )
    expect(taken).toBeGreaterThan(10)
  })
})

describe('a cache that stands still', () => {
  const first = stateAfter(relayed(answerOf(NOON - 3000, 3, 'ok'), BEFORE, NOON))

  it('would say for ever that its document is three seconds old', () => {
    const later = NOON + 20 * MINUTE
    expect(relayed(answerOf(NOON - 3000, 3), BEFORE, later)?.at).toBe(later - 3000)
  })

  it('makes nothing younger, so that the news is too old in the end', () => {
    let state = first
    for (let minute = 1; minute < 15; minute++) {
      state = stateAfter(relayed(answerOf(NOON - 3000, 3), state, NOON + minute * MINUTE))
      expect(state.at).toBe(NOON - 3000)
    }
    expect(relayed(answerOf(NOON - 3000, 3), state, NOON + 15 * MINUTE)).toBeNull()
    // Nor days later.
    expect(relayed(answerOf(NOON - 3000, 3), state, NOON + 2000 * MINUTE)).toBeNull()
    expect(relayed(answerOf(NOON + 15 * MINUTE, 3), state, NOON + 15 * MINUTE + 3000)?.at).toBe(
      NOON + 15 * MINUTE,
    )
  })

  it('is known again after news from elsewhere', () => {
    const elsewhere = { ...first, at: NOON + 20 * MINUTE }
    expect(relayed(answerOf(NOON - 3000, 3), elsewhere, NOON + 21 * MINUTE)).toBeNull()
  })

  it('is no news where it holds an older document than is known', () => {
    const later = stateAfter(relayed(answerOf(NOON + MINUTE, 3), first, NOON + MINUTE + 3000))
    expect(relayed(answerOf(NOON, 66), later, NOON + MINUTE + 6000)).toBeNull()
    // What claims to be young all the same is as much older as the relay's own clock says.
    expect(relayed(answerOf(NOON, 3), later, NOON + MINUTE + 6000)?.at).toBe(NOON)
  })
})

describe('a beat of a stream', () => {
  const first = stateAfter(relayed(answerOf(NOON, 0), BEFORE, NOON))
  const beat = (at: number, age: number) => relayed(answerOf(NOON, age), first, at, undefined, 0, true)

  it('renews the date of what was told on it', () => {
    // What an answer cannot do.
    expect(relayed(answerOf(NOON, 3), first, NOON + 10 * MINUTE)?.at).toBe(NOON)
    expect(beat(NOON + 10 * MINUTE, 3)?.at).toBe(NOON + 10 * MINUTE - 3000)
  })

  it('speaks of a document that may be old itself', () => {
    expect(beat(NOON + 10 * MINUTE, 600)?.at).toBe(NOON)
    expect(beat(NOON + 15 * MINUTE, 900)).toBeNull()
  })

  it('makes no frozen cache young', () => {
    const beaten = stateAfter(beat(NOON + 20 * MINUTE, 3))
    expect(relayed(answerOf(NOON, 3), beaten, NOON + 21 * MINUTE)).toBeNull()
  })
})
