import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Call, Judging, SiteState } from '../../../widget/protocol.ts'
import { isoAt, NOON, requestFor } from './support/bannerRequests.ts'
import { relayAnswer } from './support/documents.ts'
import { CHAT_DOWN } from './support/judgementPart.ts'
import { openPage } from './support/loaderPage.ts'
import { fakeView, OK, says } from './support/relayAnswers.ts'

// What the loader makes of what other pages of the site found, and when it wants the judgement.

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

describe('what another page of the site found', () => {
  const { verdict } = relayAnswer() as { verdict: SiteState['finding'] }
  const stateOf = (some: Partial<SiteState> = {}): SiteState => ({
    version: 2,
    spent: NOON,
    due: NOON + 30_000,
    heldUntil: 0,
    failures: 0,
    pod: 'prod1',
    at: NOON,
    published: 0,
    finding: verdict,
    ...some,
  })

  it('is shown without a judgement', async () => {
    const { look, view } = fakeView()
    const { loads, news, fetch } = await openPage({}, stateOf(), undefined, [], { parts: { view } })
    expect(news).toMatchObject([{ pod: 'prod1', level: 'outage', asOf: isoAt(NOON) }])
    expect(loads).toEqual(['view'])
    expect(look).toHaveBeenCalled()
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is nothing for a page that does not know its pod, until it does', async () => {
    const { news, setPod, store, loads } = await openPage({}, stateOf(), undefined, [], {
      options: { pod: '' },
    })
    expect(news).toEqual([{ pod: 'prod1', level: 'unknown' }])
    expect(loads).toEqual([])
    setPod('prod1')
    await store({})
    expect(news.at(-1)).toMatchObject({ pod: 'prod1', level: 'outage' })
  })

  it.each([{ level: 'down' }, { level: ['ok'] }, { level: 'outage' }, { level: 'outage', banner: 'chat' }])(
    'tells nothing where it is poisoned: %o',
    async (poison) => {
      const { news, loads } = await openPage({}, stateOf({ finding: poison as SiteState['finding'] }))
      expect(news).toEqual([{ pod: 'prod1', level: 'unknown' }])
      expect(loads).toEqual([])
    },
  )
})

describe('the judgement', () => {
  const judging = (some: Partial<Judging> = {}): Judging => ({
    judge: () => null,
    request: () => null,
    call: () => undefined,
    resume: () => undefined,
    ...some,
  })

  it('is loaded for the status page’s own trouble, and its banner is drawn by the one view', async () => {
    const { stages, view } = fakeView()
    const { verdict } = relayAnswer() as { verdict: never }
    const given = judging({ judge: () => verdict })
    const answer = { document: CHAT_DOWN }
    const { loads, news } = await openPage(answer, undefined, given, [], { parts: { view } })
    expect(loads).toEqual(['judgement', 'view'])
    expect(news).toMatchObject([{ level: 'outage', banner: { subject: 'chat' } }])
    expect(stages).toHaveLength(1)
  })

  it('is loaded for a call beside a relay’s banner, and lends the one view what the owner wants', async () => {
    const { stages, view } = fakeView()
    let own = requestFor({ kind: 'own' })
    const given = judging({ request: () => own })
    const calls: readonly Call[] = [['announce', 'chat-down']]
    const { loads } = await openPage(says(), undefined, given, calls, { parts: { view } })
    expect([...loads].sort()).toEqual(['judgement', 'view'])
    expect(stages).toHaveLength(1)
    expect(stages[0]?.ownersRequest()).toBe(own)
    own = requestFor({ kind: 'example' })
    expect(stages[0]?.ownersRequest()).toBe(own)
  })

  it('has what the owner wants drawn while all is well', async () => {
    const { look, stages, view } = fakeView()
    const given = judging({ request: () => requestFor({ kind: 'own' }) })
    await openPage(says(OK), undefined, given, [['announce', 'chat-down']], { parts: { view } })
    expect(look).toHaveBeenCalled()
    expect(stages[0]?.news()).toMatchObject({ level: 'ok' })
  })
})
