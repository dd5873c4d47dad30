import { afterEach, describe, expect, it, vi } from 'vitest'
import { CAPACITY, PRICE } from '../../../shared/polling/bucket.ts'
import { HELD } from '../../../shared/polling/waits.ts'
import type { SiteState } from '../../../widget/protocol.ts'
import { NOON } from './support/bannerRequests.ts'
import { stubStorage } from './support/store.ts'

afterEach(() => vi.unstubAllGlobals())

/** A page of a site, with nothing in its memory yet. */
const newPage = async (options: Record<string, string> = {}) => {
  vi.stubGlobal('document', {
    currentScript: { dataset: options, src: 'https://cdn.example/podlight.js' },
  })
  vi.resetModules()
  return import('../../../widget/loader/siteState.ts')
}

const OK = { level: 'ok' } as const
const DOWN = {
  level: 'outage',
  banner: {
    subject: 'chat',
    effect: 'down',
    certainty: 'confirmed',
    recovering: false,
    incident: 'i',
    since: null,
  },
} as const

const stateOf = (some: Partial<SiteState> = {}): SiteState => ({
  version: 2,
  spent: NOON + PRICE,
  due: NOON + 60_000,
  heldUntil: 0,
  failures: 0,
  pod: 'prod1',
  at: NOON,
  published: NOON - 60_000,
  finding: OK,
  ...some,
})

describe('what the pages of a site share', () => {
  it('is nothing on the first page, which may ask at once', async () => {
    stubStorage()
    const { recall } = await newPage()
    expect(recall('prod1', NOON)).toMatchObject({ spent: 0, due: 0, at: 0, finding: { level: 'unknown' } })
  })

  it('is taken up by the next page', async () => {
    stubStorage({ podlight: JSON.stringify(stateOf({ finding: DOWN })) })
    const { recall } = await newPage()
    expect(recall('prod1', NOON + 1000)).toEqual(stateOf({ finding: DOWN }))
    // By one that does not know its pod, too.
    expect((await newPage()).recall(undefined, NOON + 1000).pod).toBe('prod1')
  })

  it('is kept in less than 200 bytes while all is well', async () => {
    const { rows } = stubStorage()
    const { keep } = await newPage()
    expect(keep(stateOf({ failures: 99 }))).toBe(true)
    expect(`podlight${rows['podlight']}`.length).toBeLessThan(200)
  })

  it('of another pod is no news of this one, and shares the bucket alone', async () => {
    const { rows } = stubStorage({ podlight: JSON.stringify(stateOf({ pod: 'prod2', finding: DOWN })) })
    const { recall, keep } = await newPage()
    const first = recall('prod1', NOON)
    expect(first).toMatchObject({ pod: 'prod1', spent: NOON + PRICE, due: 0, at: 0 })
    const mine = { ...first, due: NOON + 60_000, spent: NOON + 2 * PRICE, at: NOON, finding: OK }
    keep(mine)
    // The others ask in turn; that is no reason to ask again.
    rows['podlight'] = JSON.stringify(stateOf({ pod: 'prod2', spent: NOON + 3 * PRICE, at: NOON + 5000 }))
    expect(recall('prod1', NOON + 6000)).toEqual({ ...mine, spent: NOON + 3 * PRICE })
  })

  it('does not fill the bucket of a page', async () => {
    const { rows } = stubStorage()
    const { recall, keep } = await newPage()
    keep(stateOf({ spent: NOON + CAPACITY * PRICE }))
    rows['podlight'] = JSON.stringify(stateOf({ spent: NOON, due: 0 }))
    expect(recall('prod1', NOON).spent).toBe(NOON + CAPACITY * PRICE)
  })

  it.each([
    ['text', 'nonsense'],
    ['a list of 0.1.0', `${NOON},${NOON},0,${NOON},prod1,1`],
    ['null', 'null'],
    ['of a later version', JSON.stringify({ ...stateOf(), version: 3 })],
    ['without a finding', JSON.stringify({ ...stateOf(), finding: {} })],
    ['of the future', JSON.stringify(stateOf({ at: NOON + 1 }))],
    ['held for ever', JSON.stringify(stateOf({ due: NOON + HELD + 1 }))],
    ['without times', JSON.stringify({ ...stateOf(), spent: {} })],
  ])('buys no request where it is spoilt: %s', async (_, podlight) => {
    const { rows } = stubStorage({ podlight })
    const silence = { due: NOON + PRICE, spent: NOON + CAPACITY * PRICE, at: 0 }
    expect((await newPage()).recall('prod1', NOON)).toMatchObject({ spent: silence.spent, at: 0 })
    // Nor is every next page silent anew.
    expect(JSON.parse(rows['podlight'] ?? '')).toMatchObject(silence)
    expect((await newPage()).recall(undefined, NOON + PRICE)).toMatchObject(silence)
  })

  it('is not what a page goes by that knows better, where it is spoilt', async () => {
    const { rows } = stubStorage()
    const { recall, keep } = await newPage()
    keep(stateOf())
    rows['podlight'] = 'nonsense'
    expect(recall('prod1', NOON + 1000)).toEqual(stateOf())
  })

  it('is silence where the clock was set back behind it', async () => {
    stubStorage()
    const { recall, keep } = await newPage()
    keep(stateOf({ finding: DOWN }))
    expect(recall('prod1', NOON - 60_000)).toMatchObject({ at: 0, due: NOON - 60_000 + PRICE })
  })
})

describe('storage that is nearly full', () => {
  /** Takes no text that is longer than this. */
  const fullBut = (room: number, rows: Record<string, string>) => {
    const storage = {
      getItem: (key: string) => rows[key] ?? null,
      setItem: (key: string, text: string) => {
        if (text.length > room) throw new Error('QuotaExceededError')
        rows[key] = text
      },
    }
    vi.stubGlobal('localStorage', storage)
    return storage
  }

  it('would let the older health win over the outage just heard', async () => {
    const rows: Record<string, string> = { podlight: JSON.stringify(stateOf()) }
    const storage = fullBut(200, rows)
    const { keep } = await newPage()
    keep(stateOf({ spent: NOON + 2 * PRICE }))
    // As whoever goes by what is stored alone would read.
    expect(() =>
      storage.setItem('podlight', JSON.stringify(stateOf({ at: NOON + 60_000, finding: DOWN }))),
    ).toThrow()
    expect(JSON.parse(rows['podlight'] ?? '').finding).toEqual(OK)
  })

  it('hides no outage from the page that heard of it, and lets no other page claim health', async () => {
    const rows: Record<string, string> = { podlight: JSON.stringify(stateOf()) }
    fullBut(200, rows)
    const { recall, keep } = await newPage()
    const asking = { ...recall('prod1', NOON + 60_000), spent: NOON + 3 * PRICE, due: NOON + 120_000 }
    expect(keep(asking)).toBe(true)
    expect(keep({ ...asking, at: NOON + 60_000, finding: DOWN })).toBe(true)
    expect(recall('prod1', NOON + 61_000)).toMatchObject({ at: NOON + 60_000, finding: DOWN })
    expect((await newPage()).recall('prod1', NOON + 61_000)).toMatchObject({
      at: 0,
      finding: { level: 'unknown' },
    })
  })

  it('that takes nothing at all is told, so that the page asks once', async () => {
    fullBut(0, {})
    const { recall, keep } = await newPage()
    expect(keep(stateOf({ finding: DOWN }))).toBe(false)
    expect(recall('prod1', NOON)).toEqual(stateOf({ finding: DOWN }))
    expect((await newPage({ storage: 'none' })).keep(stateOf())).toBe(false)
  })
})
