import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findingOf } from '../../../widget/loader/findingOf.ts'
import type { News } from '../../../widget/protocol.ts'
import { bannerRequest } from '../../../widget/view/bannerRequest.ts'
import { dismissalsOf } from '../../../widget/view/dismissals.ts'
import { NOON } from './support/bannerRequests.ts'
import { settled, stubPage } from './support/globals.ts'
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
  const storage: Record<string, string> = { ...texts }
  const fetch = vi.fn(() => Promise.reject(new Error('no network')))
  const told: unknown[] = []
  vi.stubGlobal('dispatchEvent', ({ detail }: { readonly detail: unknown }) => told.push(detail))
  vi.stubGlobal('location', { search: '' })
  const src = 'https://cdn.example/podlight.js'
  vi.stubGlobal('document', {
    currentScript: { dataset: { pod: 'prod1' }, src },
    querySelector: () => null,
    addEventListener: () => undefined,
    hidden: false,
  })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage[key] ?? null,
    setItem: (key: string, text: string) => {
      storage[key] = text
    },
  })
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('JUDGEMENT_HASH', 'hash')
  page.place.podlight = undefined as never
  vi.resetModules()
  await import('../../../widget/loader/main.ts')
  await settled()
  return { fetch, told, storage }
}

/** The banner that is wanted where the stored text is the news. */
const wantedBanner = (texts: Texts) => {
  const finding = findingOf(JSON.parse(decodeURIComponent(texts['podlight']?.split(',')[5] ?? '')))
  if (!finding) throw new Error('nothing was found')
  const news: News = { pod: 'prod1', asOf: new Date(NOON).toISOString(), ...finding }
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
  it.each(['well', 'trouble'] as const)(
    'is no news where it was %s, as it was kept in another way, and buys no request',
    async (kind) => {
      const { fetch, told, storage } = await look(profiles[kind])
      expect(told).toEqual([{ pod: 'prod1', level: 'unknown' }])
      expect(loadPart).not.toHaveBeenCalled()
      const before = JSON.parse(storage['podlight'] ?? '') as { due: number }
      expect(before).toMatchObject({ version: 2, failures: 0, at: 0 })
      await vi.advanceTimersByTimeAsync(before.due - NOON - 1)
      expect(fetch).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(1)
      expect(fetch).toHaveBeenCalledTimes(1)
      // What the visitor closed stays closed.
      expect(storage['podlight-seen']).toBe(profiles[kind]['podlight-seen'])
    },
  )

  it('keeps the banner away that the visitor closed', () => {
    const { request, dismissals } = wantedBanner(profiles.trouble)
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
