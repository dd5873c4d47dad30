import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EFFECTS, LEVELS } from '../../../shared/judge/verdict.ts'
import type { Call, Judging, News, Second, Stage, Wish } from '../../../widget/parts.ts'
import { documentWith, relayAnswer } from './support/documents.ts'
import { hearWarnings, partFrom, settled, stubPage } from './support/globals.ts'
import { FakeTag } from './support/tag.ts'
import { isoAt, NOON, wishFor } from './support/wishes.ts'

const CHAT_DOWN = documentWith({
  id: 'down',
  title: 'Chat is down',
  says: 'Chat is unavailable.',
  chat: { prod1: 'major_outage' },
})
const MAIL_SLOW = documentWith({
  id: 'slow',
  title: 'Delays of email on Prod1',
  says: 'Email is slow on Prod1.',
})

interface Wished {
  readonly options?: Record<string, string>
  readonly pod?: string
  readonly calls?: readonly Call[]
}

/** The second part with all that it is lent, and parts to load that only note what is done with them. */
const begin = async ({ options = {}, pod = 'prod1', calls }: Wished = {}) => {
  vi.stubGlobal('THIRD', 'hash of the drawing')
  vi.stubGlobal('ORDERS', 'hash of the orders')
  const page = stubPage()
  const second = await partFrom<Second>(page, () => import('../../../widget/second/main.ts'))
  const seen = {
    loads: [] as string[],
    told: [] as { news: News; key: string | undefined }[],
    taken: [] as Call[],
    looks: 0,
    stages: [] as Stage[],
  }
  const state = { fails: false, own: null as Wish | null, pod: pod || undefined }
  let news: News | undefined
  const parts: Record<string, unknown> = {
    'hash of the drawing': (stage: Stage) => {
      seen.stages.push(stage)
      return () => {
        seen.looks++
      }
    },
    'hash of the orders': () => ({
      take: (call: Call) => {
        seen.taken.push(call)
        if (call[0] === 'preview') state.own = wishFor({ kind: 'example' })
      },
      wish: () => state.own,
    }),
  }
  const load = async <T>(hash: string): Promise<T> => {
    seen.loads.push(hash)
    if (state.fails) throw new Error('cannot be had')
    return parts[hash] as T
  }
  const tell = (next: News, key?: string): void => {
    news = next
    seen.told.push({ news, key })
    page.change()
  }
  const judging: Judging = second(
    new FakeTag(options),
    () => state.pod,
    load,
    tell,
    () => news,
    () => undefined,
    calls,
  )
  await settled()
  return {
    judging,
    seen,
    state,
    page,
    tell,
    text: (document: unknown, at = NOON) => judging(document, at, state.pod),
  }
}

/** What could not be had may be tried again then. */
const minute = (): Promise<unknown> => vi.advanceTimersByTimeAsync(60_000)

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

describe('the drawing', () => {
  it('is loaded for a banner, once, and looks at every change', async () => {
    const { text, judging, seen } = await begin()
    const stored = text(CHAT_DOWN)
    await settled()
    // A document alone is no news yet: another tab may have better.
    expect(seen.loads).toEqual([])
    judging(stored, NOON)
    await settled()
    expect(seen.loads).toEqual(['hash of the drawing'])
    expect(seen.looks).toBeGreaterThan(0)
    const before = seen.looks
    judging(stored, NOON + 30_000)
    await settled()
    expect(seen.looks).toBeGreaterThan(before)
    expect(seen.loads).toHaveLength(1)
    expect(seen.stages).toHaveLength(1)
  })

  it('hears of the end as well', async () => {
    const { text, judging, seen, tell } = await begin()
    judging(text(CHAT_DOWN), NOON)
    await settled()
    const before = seen.looks
    tell({ pod: 'prod1', level: 'ok' })
    await settled()
    expect(seen.looks).toBeGreaterThan(before)
    expect(seen.stages[0]?.news()).toEqual({ pod: 'prod1', level: 'ok' })
  })

  it('is not loaded for trouble that is not the customers’, nor for health', async () => {
    const { text, judging, seen, tell } = await begin()
    const stored = text(MAIL_SLOW)
    expect(stored).toMatch(/^.{3,}$/)
    judging(stored, NOON)
    tell({ pod: 'prod1', level: 'ok' })
    judging(text(documentWith()), NOON)
    await settled()
    expect(seen.told[0]?.news).toMatchObject({ level: 'degraded', banner: null })
    expect(seen.loads).toEqual([])
  })

  it('that cannot be had is tried again a minute later, however often there is news', async () => {
    const { text, judging, seen, state } = await begin()
    const stored = text(CHAT_DOWN)
    state.fails = true
    judging(stored, NOON)
    await settled()
    for (let second = 0; second < 59; second++) {
      judging(stored, NOON)
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(seen.loads).toHaveLength(1)
    expect(seen.looks).toBe(0)
    state.fails = false
    await vi.advanceTimersByTimeAsync(1000)
    judging(stored, NOON)
    await settled()
    expect(seen.loads).toHaveLength(2)
    expect(seen.looks).toBeGreaterThan(0)
  })
})

describe('calls of the page', () => {
  it('from before we came are taken in their order, by a part that is loaded once', async () => {
    const calls = [['on', 'change'], ['pod'], ['preview', 'chat-down'], ['status']]
    const { seen } = await begin({ calls })
    expect(seen.taken).toEqual(calls)
    expect(seen.loads).toEqual(['hash of the orders', 'hash of the drawing'])
  })

  it('load nothing while there are none', async () => {
    const { seen } = await begin()
    expect(seen.loads).toEqual([])
    expect((await begin({ options: { mode: 'auto' } })).seen.loads).toEqual([])
  })

  it('are taken when they come, and draw only what there is to draw', async () => {
    const { judging, seen } = await begin()
    judging(['status', () => undefined])
    judging(['pod', () => undefined])
    await settled()
    expect(seen.taken.map(([name]) => name)).toEqual(['status', 'pod'])
    expect(seen.loads).toEqual(['hash of the orders'])
    judging(['preview', 'chat-down'])
    await settled()
    expect(seen.loads).toEqual(['hash of the orders', 'hash of the drawing'])
    expect(seen.stages[0]?.owners()).toMatchObject({ kind: 'example' })
  })

  it('are not lost where their part cannot be had at first, and none is taken twice', async () => {
    const { judging, seen, state } = await begin()
    state.fails = true
    judging(['on', 'change'])
    judging(['pod'])
    await settled()
    expect(seen.taken).toEqual([])
    state.fails = false
    await minute()
    judging(['status'])
    await settled()
    judging(['refresh'])
    await settled()
    expect(seen.taken.map(([name]) => name)).toEqual(['on', 'pod', 'status', 'refresh'])
  })

  it('that are not there yet wait for the next news as well', async () => {
    const { judging, text, seen, state } = await begin()
    state.fails = true
    judging(['on', 'change'])
    await settled()
    state.fails = false
    await minute()
    text(documentWith())
    await settled()
    expect(seen.taken).toEqual([['on', 'change']])
  })
})

describe('what the tag orders', () => {
  it.each([{ mode: 'preview:chat-down' }, { mode: 'announce:chat-down' }, { preview: 'allow' }])(
    '%o needs the part that takes orders',
    async (options) => {
      expect((await begin({ options })).seen.loads).toEqual(['hash of the orders'])
    },
  )
})
