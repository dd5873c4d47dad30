import { describe, expect, it } from 'vitest'
import { isStored, renewed } from '../../../extension/background/renewal.ts'
import { connectionOf } from '../../../extension/domain/connection.ts'
import { DEFAULT_SETTINGS } from '../../../extension/domain/settings.ts'
import { KEYS, NO_POLL, type Values } from '../../../extension/storage/storedKeys.ts'
import { readNews } from '../../../shared/feed/news.ts'
import { SILENCE } from '../../../shared/model/limits.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'

const NOON = Date.UTC(2026, 4, 4, 12)
const SECOND = 1000
const FEED = 'https://relay.test/v1/kustomer/prod1.json'

const fallbacks = Object.fromEntries(Object.entries(KEYS).map(([name, { fallback }]) => [name, fallback]))
const storedAt = (at: number | null, body = ''): Values => ({
  ...(fallbacks as unknown as Values),
  poll: { ...NO_POLL, feed: FEED, heard: at === null ? null : { at, host: FEED } },
  news: { feed: FEED, body },
})

describe('what a beat renews', () => {
  const body = JSON.stringify({
    podlight: 1,
    vendor: kustomer.id,
    page: kustomer.page.id,
    age: 1,
    verdict: { pod: 'prod1', level: 'ok' },
  })
  const news = readNews(body)
  if (!news.ok) throw new Error(news.detail)
  const told = { type: 'verdict', age: 1, body, news: news.value } as const

  it('is a verdict that is still stored as it was told', () => {
    expect(isStored(told, storedAt(NOON, body))).toBe(true)
    expect(isStored(told, storedAt(NOON, `${body} `))).toBe(false)
    expect(isStored(told, storedAt(null, body))).toBe(false)
  })

  it('is the very document that was told of, and no other one, however near in time', () => {
    const changed = { type: 'changed', id: 'k3.d7' } as const
    const holding = (id?: string) => {
      const { poll, news } = storedAt(NOON)
      return { poll: { ...poll, heard: { at: NOON, host: '', ...(id === undefined ? {} : { id }) } }, news }
    }
    expect(isStored(changed, { ...storedAt(NOON), ...holding('k3.d7') })).toBe(true)
    for (const id of ['k3.d6', 'k4.d7', undefined])
      expect(isStored(changed, { ...storedAt(NOON), ...holding(id) }), id).toBe(false)
    expect(isStored(changed, storedAt(null))).toBe(false)
  })

  it('gets younger, never older, and ends the trouble of requests', () => {
    const { poll } = storedAt(NOON)
    const troubled = {
      ...poll,
      trouble: { reason: 'offline', at: NOON },
      seen: { prod1: { at: NOON, before: 5 } },
    } as const
    const settings = { ...DEFAULT_SETTINGS, pods: ['prod1'] }
    const later = renewed(troubled, NOON + SECOND, settings, NOON + 3 * SECOND)
    expect(later).toMatchObject({
      heard: { at: NOON + SECOND, live: NOON + 3 * SECOND },
      seen: { prod1: { at: NOON + SECOND, before: NOON } },
      trouble: null,
    })
    expect(renewed(poll, NOON - SECOND, settings, NOON).heard?.at).toBe(NOON)
    expect(renewed(NO_POLL, NOON, settings, NOON)).toBe(NO_POLL)
  })
})

describe('how changes reach us', () => {
  it.each([
    [undefined, null],
    [0, 'asking'],
    [NOON, 'live'],
    [NOON - SILENCE, 'live'],
    [NOON - SILENCE - 1, 'asking'],
    // The clock was set back.
    [NOON + 3600 * SECOND, 'asking'],
  ] as const)('is told by the last message: %s', (live, connection) => {
    expect(connectionOf(live, NOON)).toBe(connection)
  })
})
