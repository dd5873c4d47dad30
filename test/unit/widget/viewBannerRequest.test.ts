import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Banner } from '../../../shared/model/verdict.ts'
import type { BannerRequest, News } from '../../../widget/protocol.ts'
import { dismissalsOf } from '../../../widget/view/dismissals.ts'
import { isoAt, MINUTE, NOON, requestFor } from './support/bannerRequests.ts'
import { hearWarnings } from './support/globals.ts'
import { FakeTag } from './support/tag.ts'

const banner = (some: Partial<Banner> = {}): Banner => ({
  subject: 'chat',
  effect: 'delayed',
  certainty: 'confirmed',
  recovering: false,
  incident: 'q1w2e3r4t5y6',
  since: isoAt(NOON),
  ...some,
})

let warnings: string[] = []
beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] })
  warnings = hearWarnings()
  vi.resetModules()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const wishOf = async (
  news: News,
  options: Record<string, string> = {},
  own: BannerRequest | null = null,
  closed: BannerRequest | null = null,
) => {
  const { bannerRequest } = await import('../../../widget/view/bannerRequest.ts')
  const tag = new FakeTag(options)
  const memory = dismissalsOf(tag)
  if (closed) memory.dismiss(closed)
  const stage = {
    tag,
    load: async () => Promise.reject(new Error('nothing is loaded')),
    news: () => news,
    ownersRequest: () => own,
  }
  return bannerRequest(stage, memory)()
}
const of = (shown: Banner | null): News => ({
  pod: 'prod1',
  level: 'degraded',
  asOf: isoAt(NOON),
  banner: shown,
})

describe('what is to be shown', () => {
  it('is nothing where the news calls for nothing', async () => {
    expect(await wishOf(of(null))).toBeNull()
    expect(await wishOf({ pod: 'prod1', level: 'ok' })).toBeNull()
  })

  it('is nothing of old news, as on a page that comes back from the background', async () => {
    vi.setSystemTime(NOON + 15 * MINUTE - 1)
    expect(await wishOf(of(banner()))).toMatchObject({ scene: 'chat-delayed' })
    vi.setSystemTime(NOON + 15 * MINUTE)
    expect(await wishOf(of(banner()))).toBeNull()
    expect(await wishOf({ ...of(banner()), asOf: null })).toBeNull()
    const own = requestFor({ kind: 'own' })
    expect(await wishOf(of(banner()), {}, own)).toBe(own)
  })

  it('ranks a guess, and what gets better, below anything sure: who closed that hears of this', async () => {
    for (const some of [{ certainty: 'possible' }, { recovering: true }] as const)
      expect(await wishOf(of(banner({ effect: 'down', ...some })))).toMatchObject({ effect: 'notice' })
    expect(await wishOf(of(banner({ effect: 'down' })))).toMatchObject({ effect: 'down' })
  })

  it('is what the news calls for', async () => {
    expect(await wishOf(of(banner()))).toEqual({
      kind: 'news',
      scene: 'chat-delayed',
      trouble: 'q1w2e3r4t5y6 chat',
      effect: 'delayed',
      since: isoAt(NOON),
      until: null,
      at: NOON,
    })
  })

  it('tells trouble apart that no incident names', async () => {
    const first = await wishOf(of(banner({ incident: null })))
    // A component says a new time with each of its changes, so only the day tells.
    const later = await wishOf(of(banner({ incident: null, since: isoAt(NOON + 1) })))
    expect(later?.trouble).toBe(first?.trouble)
    const day = await wishOf(of(banner({ incident: null, since: isoAt(NOON + 86_400_000) })))
    expect(day?.trouble).not.toBe(first?.trouble)
    const files = await wishOf(of(banner({ incident: null, subject: 'attachments' })))
    expect(files?.trouble).not.toBe(first?.trouble)
  })

  it('is the owner’s word before news that is no worse', async () => {
    const own = requestFor({ kind: 'own', effect: 'delayed' })
    expect(await wishOf(of(banner({ effect: 'delayed' })), {}, own)).toBe(own)
    expect(await wishOf(of(banner({ effect: 'down', certainty: 'possible' })), {}, own)).toBe(own)
    expect(await wishOf(of(null), { watch: 'attachments' }, own)).toBe(own)
    expect(await wishOf(of(banner({ effect: 'failing' })), {}, own)).toMatchObject({ scene: 'chat-failing' })
    // As it is about what the owner watches.
    expect(await wishOf(of(banner({ effect: 'down' })), { watch: 'attachments' }, own)).toBe(own)
  })

  it('is the news behind a word of the owner’s that was closed', async () => {
    const own = requestFor({ kind: 'own', trouble: 'own chat-down 2031-03-04T18' })
    expect(await wishOf(of(banner()), {}, own)).toBe(own)
    expect(await wishOf(of(banner()), {}, own, own)).toMatchObject({ kind: 'news', scene: 'chat-delayed' })
    expect(await wishOf(of(null), {}, own, own)).toBe(own)
  })

  it.each([
    ['chat', ['chat']],
    ['attachments', ['attachments']],
    ['chat,attachments', ['chat', 'attachments']],
    ['attachments, chat', ['chat', 'attachments']],
    ['', ['chat', 'attachments']],
    // A word that cannot be taken must not switch anything off.
    ['email', ['chat', 'attachments']],
    ['none', ['chat', 'attachments']],
    ['chat,email', ['chat', 'attachments']],
    ['CHAT', ['chat']],
  ])('with data-watch="%s" is about %o', async (watch, subjects) => {
    const shown = []
    for (const subject of ['chat', 'attachments'] as const)
      if (await wishOf(of(banner({ subject })), { watch })) shown.push(subject)
    expect(shown).toEqual(subjects)
    expect(warnings).toHaveLength(['email', 'none', 'chat,email'].includes(watch) ? 1 : 0)
  })
})
