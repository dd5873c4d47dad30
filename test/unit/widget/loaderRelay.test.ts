import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EventsContext } from '../../../widget/protocol.ts'
import { isoAt, MINUTE, NOON } from './support/bannerRequests.ts'
import { documentWith } from './support/documents.ts'
import { type Answer, openPage } from './support/loaderPage.ts'
import { fakeView, OK, says } from './support/relayAnswers.ts'

// What the loader makes of a relay’s answers and events: it needs no judgement for them.

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  vi.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
// Other files are read by the same worker after this one.
afterAll(() => vi.resetModules())

describe('a relay’s answer', () => {
  it('that all is well loads nothing', async () => {
    const { loads, news } = await openPage(says(OK))
    expect(news).toEqual([{ pod: 'prod1', level: 'ok' }])
    expect(loads).toEqual([])
  })

  it('of trouble that is not the customers’ loads nothing, and is told all the same', async () => {
    const { loads, news } = await openPage(says({ level: 'degraded', banner: null }))
    expect(news).toMatchObject([
      { pod: 'prod1', level: 'degraded', banner: null, asOf: isoAt(NOON), impacts: [{ capability: 'chat' }] },
    ])
    expect(loads).toEqual([])
  })

  it('with a banner loads the view and nothing else, once, and lets it look at every answer', async () => {
    const { stages, look, view } = fakeView()
    const { box, loads, pass, told } = await openPage(says(), undefined, undefined, [], { parts: { view } })
    expect(loads).toEqual(['view'])
    expect(stages[0]?.news()).toMatchObject({ banner: { subject: 'chat', effect: 'down' } })
    expect(stages[0]?.ownersRequest()).toBeNull()
    const before = look.mock.calls.length
    expect(before).toBeGreaterThan(0)
    await pass(30_000)
    box.answer = says(OK)
    await pass(30_000)
    expect(look.mock.calls.length).toBeGreaterThan(before)
    expect(loads).toEqual(['view'])
    expect(stages).toHaveLength(1)
    expect(told).toEqual(['outage', 'ok'])
  })

  it('loads a view that could not be had a minute later, however often there is news', async () => {
    const parts: Record<string, unknown> = {}
    const { loads, pass, store, state } = await openPage(says(), undefined, undefined, [], { parts })
    for (let second = 1; second < 20; second++) await store({ at: state().at })
    expect(loads).toEqual(['view'])
    const { look, view } = fakeView()
    parts['view'] = view
    await pass(2 * MINUTE)
    expect(loads).toEqual(['view', 'view'])
    expect(look).toHaveBeenCalled()
  })

  it.each([
    ['another vendor', {}, { vendor: 'zendesk' }],
    ['another page', {}, { page: 'abcdefghijkl' }],
    ['another pod', { pod: 'prod2' }, {}],
    ['no age', {}, { age: undefined }],
    ['an age of 15 minutes', {}, { age: 900 }],
    ['another version', {}, { podlight: 2 }],
    ['a status page within', {}, { ...(documentWith() as object), verdict: null }],
  ])('with %s is a failed request, and the other address is asked at once', async (_, verdict, some) => {
    const options = { feed: 'https://one.example/prod1.json https://two.example/prod1.json' }
    const right = says(OK)
    const page = await openPage(says({ ...OK, ...verdict }, some), undefined, undefined, [], { options })
    expect(page.told).toEqual(['unknown'])
    expect(page.state()).toMatchObject({ failures: 1, at: 0, due: NOON })
    page.box.answer = right
    await page.pass(1000)
    expect(page.fetch.mock.calls.map(([url]) => url)).toEqual([
      'https://one.example/prod1.json',
      'https://two.example/prod1.json',
    ])
    expect(page.told).toEqual(['unknown', 'ok'])
    expect(page.loads).toEqual([])
  })

  it('and another address that both fail are asked again by the wait after a failure', async () => {
    const options = { feed: 'https://one.example/prod1.json https://two.example/prod1.json' }
    const page = await openPage(says({}, { vendor: 'zendesk' }), undefined, undefined, [], { options })
    await page.pass(1000)
    expect(page.state()).toMatchObject({ failures: 2, due: NOON + 31_000 })
    await page.pass(29_000)
    expect(page.fetch).toHaveBeenCalledTimes(2)
    await page.pass(1000)
    expect(page.fetch).toHaveBeenCalledTimes(3)
    // It goes on by the wait, and not from one to the other.
    await page.pass(20_000)
    expect(page.fetch).toHaveBeenCalledTimes(3)
  })

  it('is as old as its headers say', async () => {
    const headers = { 'podlight-age': '100', age: '200' }
    const { news, box, pass } = await openPage({ ...says(), headers })
    expect(news).toMatchObject([{ level: 'outage', asOf: isoAt(NOON - 300_000) }])
    box.answer = { ...says({ asOf: isoAt(NOON + 1) }), headers: { 'podlight-age': 'soon', age: '-5' } }
    await pass(30_000)
    expect(news.at(-1)).toMatchObject({ level: 'outage' })
  })

  it('out of a cache that stands still is unknown after 15 minutes, and never well', async () => {
    const { told, pass, state, fetch } = await openPage(says(OK))
    await pass(15 * MINUTE - 1)
    expect(told).toEqual(['ok'])
    expect(state().at).toBe(NOON)
    await pass(MINUTE)
    expect(told).toEqual(['ok', 'unknown'])
    const asked = fetch.mock.calls.length
    await pass(20 * MINUTE)
    expect(told).toEqual(['ok', 'unknown'])
    // By the wait after a failure, and not faster.
    expect(fetch.mock.calls.length - asked).toBeLessThan(42)
  })

  it('is kept in less than 200 bytes while all is well', async () => {
    const { state } = await openPage(says(OK))
    expect(`podlight${JSON.stringify(state())}`.length).toBeLessThan(200)
  })
})

describe('a status page, or a mirror of it', () => {
  it('is as old as the cache says it came from', async () => {
    const { state, told } = await openPage({ headers: { age: '250' } })
    expect(state().at).toBe(NOON - 250_000)
    expect(told).toEqual(['ok'])
  })

  it('that lay in a cache for 15 minutes is a failed request', async () => {
    const { state, told } = await openPage({ headers: { age: '900' } })
    expect(state()).toMatchObject({ failures: 1, at: 0 })
    expect(told).toEqual(['unknown'])
  })

  it('that a relay hands on is as old as the relay says', async () => {
    const { state, told, box, pass } = await openPage({ headers: { 'podlight-age': '200', age: '100' } })
    expect(state().at).toBe(NOON - 300_000)
    box.answer = { headers: { 'podlight-age': '7200' } }
    await pass(16 * MINUTE)
    expect(told).toEqual(['ok', 'unknown'])
  })

  it.each([
    ['and by which a relay says when it fetched it turns unknown', 'podlight-fetched', 'unknown'],
    // Without that nobody could know.
    ['would be well for ever without that', 'podlight-other', 'ok'],
  ])('out of a cache that stands still %s', async (_, name, last) => {
    const headers = { 'podlight-age': '3', [name]: isoAt(NOON - 3000) }
    const { told, pass } = await openPage({ headers })
    await pass(20 * MINUTE)
    expect(told.at(-1)).toBe(last)
  })

  it('that always is a minute old is asked no more often for it, whoever comes and goes', async () => {
    const { fetch, turn, pass } = await openPage({ headers: { age: '70' } })
    for (let times = 0; times < 10; times++) {
      await turn(true)
      await turn(false)
      await pass(5000)
    }
    expect(fetch).toHaveBeenCalledTimes(1)
    await pass(10_000)
    expect(fetch).toHaveBeenCalledTimes(2)
  })
})

describe('events', () => {
  const FEED = 'https://relay.example/v1/kustomer/prod1.json'
  const offered = { 'podlight-events': '15' }
  const open = async (options: Record<string, string>, answer: Answer) => {
    const heard: string[] = []
    const lent: EventsContext[] = []
    const events = (context: EventsContext) => {
      lent.push(context)
      return (feed: string) => heard.push(feed)
    }
    const page = await openPage(answer, undefined, undefined, [], {
      options: { feed: FEED, ...options },
      parts: { events },
    })
    return { ...page, heard, lent }
  }

  it.each([
    ['the owner does not want them', {}, { ...says(OK), headers: offered }],
    ['the owner wrote something else', { events: 'yes' }, { ...says(OK), headers: offered }],
    ['the relay offers none', { events: 'on' }, says(OK)],
    ['a status page offers them', { events: 'on' }, { headers: offered }],
    ['the answer cannot be used', { events: 'on' }, { ...says(OK, { page: 'other' }), headers: offered }],
    ['pages can’t share', { events: 'on', storage: 'none' }, { ...says(OK), headers: offered }],
  ])('are not listened to where %s', async (_, options, answer) => {
    const { loads, pass } = await open(options, answer)
    await pass(5 * MINUTE)
    expect(loads).toEqual([])
  })

  it('are listened to where they are wanted and offered, and no more where they are not offered', async () => {
    const { heard, loads, box, pass } = await open({ events: 'On' }, { ...says(OK), headers: offered })
    expect(loads).toEqual(['events'])
    expect(heard.at(-1)).toBe(FEED)
    box.answer = { status: 500 }
    await pass(MINUTE)
    expect(heard.at(-1)).toBe('')
    box.answer = { ...says(OK), headers: offered }
    await pass(MINUTE)
    expect(heard.at(-1)).toBe(FEED)
    expect(loads).toEqual(['events'])
  })

  it('are told like an answer, once, and no request falls due while they come', async () => {
    const { lent, told, pass, fetch } = await open({ events: 'on' }, { ...says(OK), headers: offered })
    const [context] = lent
    if (!context) throw new Error('Nothing was lent.')
    const { read, state, keep, rouse } = context
    const hear = async (): Promise<void> => {
      const { document } = says()
      const next = read(document as Parameters<typeof read>[0], state(), Date.now())
      if (!next) throw new Error('It was refused.')
      keep(next)
      rouse()
      await pass(0)
    }
    await hear()
    expect(told).toEqual(['ok', 'outage'])
    for (let beats = 0; beats < 20; beats++) {
      await pass(15_000)
      await hear()
    }
    expect(told).toEqual(['ok', 'outage'])
    expect(fetch).toHaveBeenCalledTimes(1)
    // Nothing more is heard: the next request comes by the schedule.
    await pass(29_999)
    expect(fetch).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(fetch).toHaveBeenCalledTimes(2)
  })
})
