import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EFFECTS } from '../../../shared/model/verdict.ts'
import { dismissalsOf } from '../../../widget/view/dismissals.ts'
import { requestFor } from './support/bannerRequests.ts'
import { stubStorage } from './support/store.ts'
import { FakeTag } from './support/tag.ts'

let store = stubStorage()
beforeEach(() => {
  store = stubStorage()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** Another page of the same site. */
const page = (options: Record<string, string> = {}) => dismissalsOf(new FakeTag(options))
const about = (trouble: string, effect: (typeof EFFECTS)[number] = 'failing') =>
  requestFor({ trouble, effect })
const bytes = (): number =>
  Object.entries(store.rows).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0)

describe('trouble that a visitor closed', () => {
  it('stays closed, on this page and on others', () => {
    const here = page()
    expect(here.isDismissed(about('q1w2e3r4t5y6 chat'))).toBe(false)
    expect(store.state.writes).toBe(0)
    here.dismiss(about('q1w2e3r4t5y6 chat'))
    for (const memory of [here, page(), page({ storage: 'auto' })])
      expect(memory.isDismissed(about('q1w2e3r4t5y6 chat'))).toBe(true)
    expect(page().isDismissed(about('q1w2e3r4t5y7 chat'))).toBe(false)
  })

  it('stays closed where it narrows from the chat to its files, and comes back where it widens', () => {
    page().dismiss(about('q1w2e3r4t5y6 chat'))
    expect(page().isDismissed(about('q1w2e3r4t5y6 attachments'))).toBe(true)
    expect(page().isDismissed(about('q1w2e3r4t5y7 attachments'))).toBe(false)
    page().dismiss(about('q1w2e3r4t5y8 attachments'))
    expect(page().isDismissed(about('q1w2e3r4t5y8 chat'))).toBe(false)
  })

  it('is heard of on a page that was open before', () => {
    const [open, other] = [page(), page()]
    expect(open.isDismissed(about('a chat'))).toBe(false)
    other.dismiss(about('a chat'))
    expect(open.isDismissed(about('a chat'))).toBe(true)
  })

  it.each(EFFECTS)('returns where it gets worse than %s, and at nothing less', (effect) => {
    page().dismiss(about('a chat', effect))
    expect(EFFECTS.filter((next) => !page().isDismissed(about('a chat', next)))).toEqual(
      EFFECTS.slice(0, EFFECTS.indexOf(effect)),
    )
  })

  it('and is shown again as it got worse, is not closed for what follows that', () => {
    page().dismiss(about('b chat'))
    page().dismiss(about('a chat', 'delayed'))
    const here = page()
    expect(here.isDismissed(about('a chat', 'notice'))).toBe(true)
    here.show(about('a chat', 'down'))
    expect(here.isDismissed(about('a chat', 'notice'))).toBe(false)
    expect(page().isDismissed(about('a chat', 'delayed'))).toBe(false)
    expect(page().isDismissed(about('b chat'))).toBe(true)
  })

  it('writes nothing when something is shown that nobody closed', () => {
    page().show(about('a chat'))
    expect(store.state.writes).toBe(0)
  })

  it('is kept when another one is closed, up to two, the latest ones', () => {
    page().dismiss(about('a chat'))
    page().dismiss(about('b chat'))
    expect(['a chat', 'b chat'].map((trouble) => page().isDismissed(about(trouble)))).toEqual([true, true])
    page().dismiss(about('c chat'))
    expect(['a chat', 'b chat', 'c chat'].map((trouble) => page().isDismissed(about(trouble)))).toEqual([
      false,
      true,
      true,
    ])
  })

  it('does not come back on the page where it was closed, however many are closed after it', () => {
    const here = page()
    for (const trouble of ['a chat', 'b chat', 'c chat', 'd chat']) here.dismiss(about(trouble))
    expect(here.isDismissed(about('a chat'))).toBe(true)
  })

  it('is kept in few bytes, as it outlives the trouble', () => {
    for (const trouble of ['q1w2e3r4t5y6 attachments', 'a1s2d3f4g5h6 attachments'])
      page().dismiss(about(trouble))
    expect(bytes()).toBeGreaterThan(0)
    expect(bytes()).toBeLessThan(100)
  })

  it('may have a name of any length, letters and lines', () => {
    const names = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }))
    fc.assert(
      fc.property(names, (name) => {
        store = stubStorage()
        const trouble = `${name} chat`
        page().dismiss(about(trouble))
        expect(page().isDismissed(about(trouble))).toBe(true)
        expect(page().isDismissed(about(trouble, 'down'))).toBe(false)
      }),
      { numRuns: 100 },
    )
    store = stubStorage()
    page().dismiss(about('first\n0 second chat'))
    // A name with a line break would have closed a second trouble.
    expect(page().isDismissed(about('second chat', 'down'))).toBe(false)
    page().dismiss(about('x'.repeat(5000)))
    page().dismiss(about('y'.repeat(5000)))
    expect(store.rows['podlight-seen']?.length).toBeLessThanOrEqual(200)
    expect(['x', 'y'].map((letter) => page().isDismissed(about(letter.repeat(5000))))).toEqual([true, true])
  })

  it.each(['example', 'evidence'] as const)(
    'was of kind %s: nothing is stored, and it is closed on this page',
    (kind) => {
      const here = page()
      const example = requestFor({ kind, trouble: 'example chat-down 1' })
      here.dismiss(example)
      expect(here.isDismissed(example)).toBe(true)
      expect(store.rows).toEqual({})
    },
  )
})

describe('a browser that keeps nothing', () => {
  it('because the site wants it so is not even asked', () => {
    store.rows['podlight-seen'] = '0 a chat'
    // Kept from a page that allowed it: elsewhere it counts.
    expect(page().isDismissed(about('a chat'))).toBe(true)
    store.state.reads = 0
    const here = page({ storage: 'none' })
    expect(here.isDismissed(about('a chat'))).toBe(false)
    here.dismiss(about('b chat'))
    expect(here.isDismissed(about('b chat'))).toBe(true)
    expect(page({ storage: 'none' }).isDismissed(about('b chat'))).toBe(false)
    expect(store.state).toMatchObject({ reads: 0, writes: 0 })
    expect(store.rows).toEqual({ 'podlight-seen': '0 a chat' })
  })

  it('because it refuses remembers as long as the page is there', () => {
    store.state.refuses = true
    const here = page()
    expect(here.isDismissed(about('a chat'))).toBe(false)
    here.dismiss(about('a chat'))
    here.dismiss(about('b chat'))
    expect(['a chat', 'b chat', 'c chat'].map((trouble) => here.isDismissed(about(trouble)))).toEqual([
      true,
      true,
      false,
    ])
  })

  it('because there is none at all does so too', () => {
    vi.stubGlobal('localStorage', undefined)
    const here = page()
    here.dismiss(about('a chat'))
    expect(here.isDismissed(about('a chat'))).toBe(true)
  })
})

describe('a poisoned store', () => {
  it.each([
    '',
    '\n\n',
    'null',
    '{}',
    '[object Object]',
    'x'.repeat(100_000),
    '9 a chat',
    'NaN a chat',
    'a chat',
    '-1 a chat',
  ])('of %j closes nothing, and the next closing mends it', (text) => {
    store.rows['podlight-seen'] = text
    expect(page().isDismissed(about('a chat'))).toBe(false)
    page().dismiss(about('b chat'))
    expect(page().isDismissed(about('b chat'))).toBe(true)
    expect(store.rows['podlight-seen']?.length).toBeLessThanOrEqual(210)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        store.rows['podlight-seen'] = text
        const here = page()
        expect(here.isDismissed(about('a trouble that nobody closed'))).toBe(false)
        here.dismiss(about('a chat'))
        expect(here.isDismissed(about('a chat'))).toBe(true)
      }),
    )
  })
})
