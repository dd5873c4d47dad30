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

describe('a document', () => {
  it('is a level alone where all is well, or where nothing proves health', async () => {
    const { found } = await begin()
    expect(found(documentWith())).toEqual({ level: 'ok' })
    const unknown = { level: 'unknown' }
    expect(found({})).toEqual(unknown)
    expect(found(null)).toEqual(unknown)
    expect((await begin({ pod: 'prod3' })).found(documentWith())).toEqual(unknown)
    expect((await begin({ pod: '' })).found(documentWith())).toEqual(unknown)
  })

  it('is nothing where it is a relay’s that cannot be taken, so that nothing is claimed', async () => {
    const { found } = await begin()
    expect(found(relayAnswer())).not.toBeNull()
    expect(found(relayAnswer({ vendor: 'zendesk' }))).toBeNull()
    expect(found(relayAnswer({ age: 3600 }))).toBeNull()
    expect(found(relayAnswer({}, { pod: 'prod2' }))).toBeNull()
  })

  it('comes back as the same news out of what pages store', async () => {
    const { found, show, seen } = await begin()
    expect(show(JSON.parse(JSON.stringify(found(CHAT_DOWN))))).toBe(true)
    expect(seen.told).toHaveLength(1)
    expect(seen.told[0]).toMatchObject({
      pod: 'prod1',
      level: 'outage',
      asOf: isoAt(NOON),
      impacts: [{ capability: 'chat', effect: 'down', certainty: 'confirmed' }],
      banner: { subject: 'chat', effect: 'down', certainty: 'confirmed', recovering: false },
    })
  })

  it('goes there and back for every verdict of a relay', async () => {
    const { found, show, seen } = await begin()
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
        // Lone halves of letters included: what cannot be written would be news that is lost.
        fc.pre(value.impacts.every(({ capability }) => capability.trim() !== ''))
        show(JSON.parse(JSON.stringify(found(relayAnswer({}, value)))))
        const level = value.level === 'ok' ? 'unknown' : value.level
        expect(seen.told.at(-1)).toMatchObject({ level, recovering: value.recovering })
        expect(seen.told.at(-1)?.impacts).toHaveLength(value.impacts.length)
        expect(seen.told.at(-1)?.banner?.effect).toBe(value.banner?.effect)
      }),
      { numRuns: 50 },
    )
  })

  it('means the same while the news is the same: its time is kept beside it', async () => {
    const { found, show, seen } = await begin()
    const [first, later] = [found(CHAT_DOWN), found(CHAT_DOWN, NOON + 30_000)]
    expect(later).toEqual(first)
    show(first)
    show(later, NOON + 30_000)
    expect(seen.told.map(({ asOf }) => asOf)).toEqual([isoAt(NOON), isoAt(NOON + 30_000)])
  })

  it('is of the pod of the site, where a page of it does not know its own: others read it too', async () => {
    const { judging, show, seen, state } = await begin({ pod: '' })
    const finding = judging.judge(CHAT_DOWN, 'prod1', NOON)
    // Not for this page, which nobody says is of that pod.
    expect(finding && judging.show(finding, 'prod1', NOON)).toBe(false)
    expect(seen.told).toEqual([])
    state.pod = 'prod1'
    show(finding)
    expect(seen.told[0]).toMatchObject({ pod: 'prod1', level: 'outage' })
  })

  it('asks the owner once for a pod where none is known when a chat had its time', async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout'] })
    const { found, state } = await begin({ pod: '' })
    found(CHAT_DOWN)
    found(CHAT_DOWN)
    vi.advanceTimersByTime(9999)
    expect(warnings).toEqual([])
    vi.advanceTimersByTime(1)
    expect(warnings).toEqual([expect.stringMatching(/^\[podlight\].*data-pod/)])
    warnings.length = 0
    found(CHAT_DOWN)
    vi.advanceTimersByTime(60_000)
    expect(warnings).toEqual([])
    state.pod = 'prod1'
    found(CHAT_DOWN)
    vi.advanceTimersByTime(60_000)
    expect(warnings).toEqual([])
  })

  it('asks for none where the chat comes late and brings it along', async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout'] })
    const { found, state } = await begin({ pod: '' })
    found(CHAT_DOWN)
    vi.advanceTimersByTime(6000)
    state.pod = 'prod1'
    vi.advanceTimersByTime(60_000)
    expect(warnings).toEqual([])
  })
})

describe('what was stored', () => {
  it('of another pod, or poisoned, tells nothing and never throws', async () => {
    const { judging, found, show, seen, state } = await begin()
    const finding = found(CHAT_DOWN)
    state.pod = 'prod2'
    expect(finding && judging.show(finding, 'prod1', NOON)).toBe(false)
    expect(seen.told).toEqual([])
    state.pod = 'prod1'
    for (const poison of [null, undefined, 0, '', '{}', [], {}, { level: 'down' }, { level: ['ok'] }])
      expect(show(poison)).toBe(false)
    const levels: readonly unknown[] = LEVELS
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.double(), (poison, at) => {
        fc.pre(!levels.includes((poison as { level?: unknown } | null)?.level))
        expect(show(poison, at)).toBe(false)
      }),
    )
    await settled()
    expect(seen.told).toEqual([])
    expect(seen.loads).toEqual([])
    show(finding)
    expect(seen.told).toHaveLength(1)
  })
})
