import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EFFECTS, LEVELS } from '../../../shared/model/verdict.ts'
import { isoAt, NOON } from './support/bannerRequests.ts'
import { documentWith, relayAnswer } from './support/documents.ts'
import { hearWarnings, settled } from './support/globals.ts'
import { begin, CHAT_DOWN } from './support/judgementPart.ts'

let warnings: string[] = []
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  warnings = hearWarnings()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a document as a text', () => {
  it('is 1 where all is well, and 2 where nothing proves health', async () => {
    const { text } = await begin()
    expect(text(documentWith())).toBe('1')
    expect(text({})).toBe('2')
    expect(text(null)).toBe('2')
    expect((await begin({ pod: 'prod3' })).text(documentWith())).toBe('2')
    expect((await begin({ pod: '' })).text(documentWith())).toBe('2')
  })

  it('is nothing where it is a relay’s that cannot be taken, so that nothing is claimed', async () => {
    const { text } = await begin()
    expect(text(relayAnswer({ vendor: 'zendesk' }))).toBe('')
    expect(text(relayAnswer({ age: 3600 }))).toBe('')
  })

  it('comes back as the same news, without a comma on the way', async () => {
    const { text, judging, seen } = await begin()
    const stored = text(CHAT_DOWN)
    expect(stored).toMatch(/^[^,\s]{3,}$/)
    expect(judging(stored, NOON)).toBe(stored)
    expect(seen.told).toHaveLength(1)
    expect(seen.told[0]?.news).toMatchObject({
      pod: 'prod1',
      level: 'outage',
      asOf: isoAt(NOON),
      impacts: [{ capability: 'chat', effect: 'down', certainty: 'confirmed' }],
      banner: { subject: 'chat', effect: 'down', certainty: 'confirmed', recovering: false },
    })
  })

  it('goes there and back for every verdict of a relay', async () => {
    const { text, judging, seen } = await begin()
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })
    const claim = {
      effect: fc.constantFrom(...EFFECTS),
      certainty: fc.constantFrom('confirmed', 'possible'),
      incident: words,
      since: fc.constantFrom(isoAt(NOON), null),
    }
    const verdict = fc.record({
      level: fc.constantFrom(...LEVELS),
      recovering: fc.boolean(),
      impacts: fc.array(fc.record({ ...claim, capability: words, phase: words }), {
        minLength: 1,
        maxLength: 3,
      }),
      banner: fc.option(
        fc.record({
          ...claim,
          subject: fc.constantFrom('chat', 'attachments'),
          recovering: fc.boolean(),
        }),
      ),
    })
    fc.assert(
      fc.property(verdict, (value) => {
        // Lone halves of letters included: a text that cannot be written would be news that is lost.
        fc.pre(value.impacts.every(({ capability }) => capability.trim() !== ''))
        const stored = text(relayAnswer({}, value))
        expect(stored).toMatch(/^[^,\s]{3,}$/)
        judging(stored, NOON)
        const level = value.level === 'ok' ? 'unknown' : value.level
        expect(seen.told.at(-1)?.news).toMatchObject({ level, recovering: value.recovering })
        expect(seen.told.at(-1)?.news.impacts).toHaveLength(value.impacts.length)
        expect(seen.told.at(-1)?.news.banner?.effect).toBe(value.banner?.effect)
      }),
      { numRuns: 50 },
    )
  })

  it('is the same text while the news is the same: its time is kept beside it', async () => {
    const { judging, text, seen } = await begin()
    const [first, later] = [text(CHAT_DOWN), text(CHAT_DOWN, NOON + 30_000)]
    expect(later).toBe(first)
    judging(first, NOON)
    judging(later, NOON + 30_000)
    // What differs is the time alone, and the page is not told of a change.
    expect(seen.told.map(({ key }) => key)).toEqual([first, first])
    expect(seen.told.map(({ news }) => news.asOf)).toEqual([isoAt(NOON), isoAt(NOON + 30_000)])
  })

  it('is of the pod of the site, where a page of it does not know its own: others read the text too', async () => {
    const { judging, seen, state } = await begin({ pod: '' })
    const stored = judging(CHAT_DOWN, NOON, 'prod1')
    // Not for this page, which nobody says is of that pod.
    judging(stored, NOON)
    expect(seen.told).toEqual([])
    state.pod = 'prod1'
    judging(stored, NOON)
    expect(seen.told[0]?.news).toMatchObject({ pod: 'prod1', level: 'outage' })
  })

  it('asks the owner once for a pod where none is known when a chat had its time', async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout'] })
    const { text, state } = await begin({ pod: '' })
    text(CHAT_DOWN)
    text(CHAT_DOWN)
    vi.advanceTimersByTime(9999)
    expect(warnings).toEqual([])
    vi.advanceTimersByTime(1)
    expect(warnings).toEqual([expect.stringMatching(/^\[podlight\].*data-pod/)])
    warnings.length = 0
    text(CHAT_DOWN)
    vi.advanceTimersByTime(60_000)
    expect(warnings).toEqual([])
    state.pod = 'prod1'
    text(CHAT_DOWN)
    vi.advanceTimersByTime(60_000)
    expect(warnings).toEqual([])
  })

  it('asks for none where the chat comes late and brings it along', async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout'] })
    const { text, state } = await begin({ pod: '' })
    text(CHAT_DOWN)
    vi.advanceTimersByTime(6000)
    state.pod = 'prod1'
    vi.advanceTimersByTime(60_000)
    expect(warnings).toEqual([])
  })
})

describe('a text that was stored', () => {
  it('of another pod, or poisoned, tells nothing and never throws', async () => {
    const { judging, seen, state, text } = await begin()
    const stored = text(CHAT_DOWN)
    state.pod = 'prod2'
    judging(stored, NOON)
    expect(seen.told).toEqual([])
    state.pod = 'prod1'
    for (const poison of ['%', '%7B', '{', 'null', '[]', '""', '1e999', 'undefined', stored.slice(0, -9)])
      expect(judging(poison, NOON)).toBe('')
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(encodeURIComponent)), fc.double(), (poison, at) => {
        expect(judging(poison, at)).toBe('')
      }),
    )
    await settled()
    expect(seen.told).toEqual([])
    expect(seen.loads).toEqual([])
    judging(stored, NOON)
    expect(seen.told).toHaveLength(1)
  })
})
