import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summaryAt } from '../../../scripts/replay/documents.ts'
import { fetchedAt } from '../../../shared/feed/fetchedAt.ts'
import { type News, readNews } from '../../../shared/feed/news.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { ESCALATION, on } from '../extension/stories.ts'

const NOON = Date.UTC(2026, 4, 4, 12)
const SECOND = 1000
const NOTHING = { news: null, at: null }
const iso = (at: number): string => new Date(at).toISOString()

const newsOf = (body: string): News => {
  const read = readNews(body)
  if (!read.ok) throw new Error(read.detail)
  return read.value
}
const PAGE = newsOf(JSON.stringify(summaryAt(ESCALATION, Date.parse(on('10:20')))))

/** What a relay answers that fetched the document at a time by its own clock. */
const relayed = (fetched: number, age: number): News => {
  const verdict = { pod: 'prod1', level: 'ok', asOf: iso(fetched) }
  return newsOf(JSON.stringify({ podlight: 1, vendor: kustomer.id, page: kustomer.page.id, age, verdict }))
}
const asked = (at: number, age: number | null = null, cached = 0, fetched: number | null = null) => ({
  at,
  age,
  cached,
  fetched,
  id: null,
})

describe('the time that an answer is as old as', () => {
  it('is that of the request for the page itself, and what caches say they kept it', () => {
    expect(fetchedAt(PAGE, asked(NOON), NOTHING)).toBe(NOON)
    expect(fetchedAt(PAGE, asked(NOON, null, 90), NOTHING)).toBe(NOON - 90 * SECOND)
  })

  it('is what a relay says of a page that it hands on as it is', () => {
    expect(fetchedAt(PAGE, asked(NOON, 20, 100), NOTHING)).toBe(NOON - 120 * SECOND)
  })

  it('is what a relay says, by its header where there is one, and the time in caches', () => {
    expect(fetchedAt(relayed(NOON, 12), asked(NOON), NOTHING)).toBe(NOON - 12 * SECOND)
    expect(fetchedAt(relayed(NOON, 12), asked(NOON, 20), NOTHING)).toBe(NOON - 20 * SECOND)
    expect(fetchedAt(relayed(NOON, 12), asked(NOON, 20, 100), NOTHING)).toBe(NOON - 120 * SECOND)
  })

  it('does not trust the relay’s clock', () => {
    const hour = 3600 * SECOND
    for (const skew of [-hour, hour])
      expect(fetchedAt(relayed(NOON + skew, 5), asked(NOON), NOTHING)).toBe(NOON - 5 * SECOND)
  })

  it('does not get younger where a cache stands still and says nothing of it', () => {
    const frozen = relayed(NOON - 3 * SECOND, 3)
    const first = fetchedAt(frozen, asked(NOON), NOTHING)
    const later = fetchedAt(frozen, asked(NOON + 60 * SECOND), { news: frozen, at: first })
    expect(later).toBe(first)
  })

  it('of a page that a relay hands on does not get younger either, by the relay’s header', () => {
    const known = { news: PAGE, at: NOON - 3 * SECOND, fetched: NOON }
    const later = NOON + 60 * SECOND
    expect(fetchedAt(PAGE, asked(later, 3, 0, NOON), known)).toBe(NOON - 3 * SECOND)
    expect(fetchedAt(PAGE, asked(later, 3, 0, later), known)).toBe(later - 3 * SECOND)
    // Without the header nobody could know.
    expect(fetchedAt(PAGE, asked(later, 3), known)).toBe(later - 3 * SECOND)
  })

  it('is none for a copy that is older than what is known', () => {
    const known = { news: relayed(NOON, 1), at: NOON }
    expect(fetchedAt(relayed(NOON - 60 * SECOND, 70), asked(NOON + 10 * SECOND), known)).toBeNaN()
  })

  it('of another relay, whose clock is behind, is as old as that says at most', () => {
    const known = { news: relayed(NOON, 1), at: NOON }
    const at = fetchedAt(relayed(NOON - 60 * SECOND, 1), asked(NOON + 30 * SECOND), known)
    expect(at).toBe(NOON - 60 * SECOND)
  })

  it('is never later than the request, whatever is said', () => {
    const seconds = fc.nat({ max: 2000 })
    fc.assert(
      fc.property(seconds, seconds, fc.option(seconds), seconds, seconds, (a, b, age, cached, before) => {
        const known = { news: relayed(NOON - a * SECOND, 1), at: NOON - before * SECOND }
        const at = fetchedAt(relayed(NOON - b * SECOND, 2), asked(NOON, age, cached), known)
        expect(at > NOON).toBe(false)
      }),
    )
  })
})
