import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bannerRequest } from '../../../widget/view/bannerRequest.ts'
import { dismissalsOf } from '../../../widget/view/dismissals.ts'
import { NOON } from './support/bannerRequests.ts'
import { settled, stubPage } from './support/globals.ts'
import { begin } from './support/judgementPart.ts'
import { FakeTag } from './support/tag.ts'

// What version 0.1.0 of the banner's script left in a site's storage, read by the one of today: visitors meet both
// in one visit. The fixture is never changed, see its README.

type Texts = Readonly<Record<string, string>>
const profiles: Readonly<Record<'well' | 'trouble', Texts>> = JSON.parse(
  readFileSync(new URL('../../fixtures/profile/widget.json', import.meta.url), 'utf8'),
)

const loadPart = vi.hoisted(() => vi.fn())
vi.mock('../../../widget/loader/loadPart.ts', () => ({ loadPart }))

/** Lets the loader of a page at noon look once at what is stored. */
const look = async (texts: Texts) => {
  const page = stubPage()
  const storage = { ...texts }
  const fetch = vi.fn(() => Promise.reject(new Error('no network')))
  const told: unknown[] = []
  vi.stubGlobal('dispatchEvent', ({ detail }: { readonly detail: unknown }) => told.push(detail))
  vi.stubGlobal('location', 'https://shop.example/')
  const src = 'https://cdn.example/podlight.js'
  vi.stubGlobal('document', {
    currentScript: { dataset: { pod: 'prod1' }, src },
    querySelector: () => null,
    hidden: false,
  })
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('JUDGEMENT_HASH', 'hash')
  page.place.podlight = undefined as never
  vi.resetModules()
  await import('../../../widget/loader/main.ts')
  await settled()
  return { fetch, told, storage }
}

/** The banner that is wanted where the stored text is the news. */
const wantedBanner = async (texts: Texts) => {
  const { judging, seen } = await begin()
  judging(texts['podlight']?.split(',')[5], NOON)
  const news = seen.told.at(-1)?.news
  if (news === undefined) throw new Error('nothing was told')
  const tag = new FakeTag()
  vi.stubGlobal('localStorage', { getItem: (key: string) => texts[key] ?? null })
  const dismissals = dismissalsOf(tag)
  const view = { tag, load: vi.fn(), news: () => news, ownersRequest: () => null }
  return { request: bannerRequest(view, dismissals)(), dismissals }
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  loadPart.mockReset()
})

// Other files are read by the same worker after this one.
afterAll(() => vi.resetModules())

describe('what 0.1.0 left in a site’s storage', () => {
  it('is the news of a pod that is well, and nothing is asked before it is time', async () => {
    const { fetch, told, storage } = await look(profiles.well)
    expect(told).toEqual([{ pod: 'prod1', level: 'ok' }])
    expect(fetch).not.toHaveBeenCalled()
    expect(loadPart).not.toHaveBeenCalled()
    expect(storage).toEqual(profiles.well)
  })

  it('is handed to the judgement where it is trouble, without a request', async () => {
    const judging = vi.fn(() => 'told')
    loadPart.mockResolvedValue(() => judging)
    const { fetch, storage } = await look(profiles.trouble)
    const [, , , at, , finding] = profiles.trouble['podlight']?.split(',') ?? []
    expect(judging).toHaveBeenCalledWith(finding, Number(at))
    expect(fetch).not.toHaveBeenCalled()
    expect(storage).toEqual(profiles.trouble)
  })

  it('keeps the banner away that the visitor closed', async () => {
    const { request, dismissals } = await wantedBanner(profiles.trouble)
    expect(request).toMatchObject({ scene: 'chat-failing', effect: 'failing' })
    if (request === null) return
    expect(dismissals.isDismissed(request)).toBe(true)
    expect(dismissals.isDismissed({ ...request, effect: 'delayed' })).toBe(true)
    // Worse, or other trouble, is told all the same.
    expect(dismissals.isDismissed({ ...request, effect: 'down' })).toBe(false)
    expect(dismissals.isDismissed({ ...request, trouble: 'another chat' })).toBe(false)
  })

  it('keeps every banner away that was closed', () => {
    vi.stubGlobal('localStorage', { getItem: (key: string) => profiles.trouble[key] ?? null })
    const { isDismissed } = dismissalsOf(new FakeTag())
    const request = { kind: 'news', scene: 'maintenance', since: null, until: null, at: NOON } as const
    expect(isDismissed({ ...request, trouble: '2031-03-01 attachments', effect: 'maintenance' })).toBe(true)
    expect(isDismissed({ ...request, trouble: '2031-03-01 attachments', effect: 'failing' })).toBe(false)
  })
})
