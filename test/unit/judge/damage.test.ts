import { describe, expect, it } from 'vitest'
import { readJson } from '../../../shared/feed/body.ts'
import { plain } from '../../../shared/feed/plainText.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { caseOf } from '../../support/ask.ts'
import { damaged } from '../../support/damaged.ts'
import { documentAt } from '../../support/exam.ts'
import { nightly } from '../../support/nightly.ts'
import { chance } from '../polling/world.ts'

const SEEDS = nightly(100_000, 20_000)

const judge = createJudge(kustomer, promiseOf)
const NOW = Date.UTC(2026, 4, 4, 12)

const whole = JSON.parse(
  JSON.stringify(
    documentAt(
      caseOf({
        title: 'Chat slow [PROD2]',
        updates: [
          'Chat is slow in Prod 2.',
          ['monitoring', 'We watch it. The next update follows within 30 minutes.'],
        ],
        listed: ['prod2 Channel - Chat=degraded_performance'],
      }),
      1,
      'by-impact',
    ),
  ),
)

type Box = Record<string, unknown> | unknown[]
const isBox = (value: unknown): value is Box => typeof value === 'object' && value !== null

/** What has to be in a document before a pod may be called ok, said without the parser's help. */
const showsHealth = (feed: unknown, pod: string): boolean => {
  const rows = (feed as { components?: unknown }).components
  if (!Array.isArray(rows)) return false
  const wanted = (whole.components as { id: string; group: boolean }[]).filter(
    ({ id, group }) => !group && id.startsWith(`${pod}-`),
  )
  const good = (id: string): boolean =>
    rows.some(
      (row) => isBox(row) && !Array.isArray(row) && row['id'] === id && row['status'] === 'operational',
    )
  // The group's own list says which rows there should be; without one, those that are there must be well.
  const group = rows.find((row) => isBox(row) && !Array.isArray(row) && row['id'] === `-${pod}-us-`)
  const children = isBox(group) && !Array.isArray(group) ? group['components'] : undefined
  const listed = Array.isArray(children) ? children.filter((child) => typeof child === 'string') : []
  return wanted.some(({ id }) => good(id)) && listed.every(good)
}

describe('damaged documents', () => {
  it('never throw, and never read ok without the components of the pod', () => {
    const levels = new Map<string, number>()
    for (let seed = 0; seed < SEEDS; seed++) {
      const feed = damaged(whole, chance(seed))
      const parsed = readStatuspage(feed, kustomer)
      const level = parsed.ok
        ? judge(parsed.value, 'prod1', { now: NOW, fetchedAt: NOW }).level
        : parsed.failure
      levels.set(level, (levels.get(level) ?? 0) + 1)
      if (level === 'ok' && !showsHealth(feed, 'prod1'))
        throw new Error(`seed ${seed} reads ok without proof`)
    }
    // The damage must have teeth: it has to break documents, pods and nothing at all, each many times.
    for (const kind of ['ok', 'unknown', 'not-a-feed', 'other-page'])
      expect(levels.get(kind) ?? 0).toBeGreaterThan(SEEDS / 200)
  }, 300_000)

  it('reads every damaged text of the document without a throw, or says why not', () => {
    const body = JSON.stringify(whole)
    const luck = chance(7)
    const kinds = new Set<string>()
    for (let i = 0; i < 2000; i++) {
      const cut = Math.floor(luck() * body.length)
      const broken = luck() < 0.5 ? body.slice(0, cut) : `${body.slice(0, cut)}\u0000${body.slice(cut + 3)}`
      const json = readJson(broken)
      kinds.add(json.ok ? 'ok' : json.failure)
      if (json.ok) readStatuspage(json.value, kustomer)
    }
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['not-json', 'truncated']))
  })

  it('counts the rows it left out and keeps the others', () => {
    const feed = structuredClone(whole)
    feed.components.push(null, 5, { id: '' })
    feed.incidents.push(null, {}, 'incident')
    const parsed = readStatuspage(feed, kustomer)
    expect(parsed).toMatchObject({ ok: true, value: { dropped: 6 } })
    if (parsed.ok)
      expect(judge(parsed.value, 'prod1', { now: NOW, fetchedAt: NOW })).toMatchObject({
        level: 'unknown',
        reason: 'incomplete',
      })
  })

  it('does not let a key named __proto__ stand in for missing data', () => {
    const feed = JSON.parse(
      JSON.stringify(whole).replace('"page":', '"__proto__": {"components": [], "incidents": []}, "page":'),
    )
    delete feed.components
    delete feed.incidents
    expect(readStatuspage(feed, kustomer)).toMatchObject({ ok: false, failure: 'not-a-feed' })
    expect(({} as Record<string, unknown>)['components']).toBeUndefined()
  })
})

const MEGABYTE = 1_000_000

/** Texts made to trip a pattern that looks back: each a megabyte of one thing. */
const HEAVY: readonly (readonly [string, string])[] = [
  ['letters', 'a'.repeat(MEGABYTE)],
  ['spaces', ' '.repeat(MEGABYTE)],
  ['tabs and line ends', '\t\n'.repeat(MEGABYTE / 2)],
  ['full stops', '.'.repeat(MEGABYTE)],
  ['full stops and spaces', '. '.repeat(MEGABYTE / 2)],
  ['open tags', '<a '.repeat(MEGABYTE / 3)],
  ['angle brackets', '<'.repeat(MEGABYTE)],
  ['open scripts', '<script>'.repeat(MEGABYTE / 8)],
  ['comments', '<!--'.repeat(MEGABYTE / 4)],
  ['brackets', '['.repeat(MEGABYTE)],
  ['half links', '[a](https:'.repeat(MEGABYTE / 10)],
  ['entities', '&amp'.repeat(MEGABYTE / 4)],
  ['at signs', '@a.'.repeat(MEGABYTE / 3)],
  ['addresses', 'https://a'.repeat(Math.floor(MEGABYTE / 9))],
  ['hyphens', 'a-'.repeat(MEGABYTE / 2)],
  ['dashes', ' - '.repeat(MEGABYTE / 3)],
  ['pods', 'prod 1 and '.repeat(MEGABYTE / 11)],
  ['all', 'all of the '.repeat(MEGABYTE / 11)],
  ['negations', 'not be '.repeat(MEGABYTE / 7)],
  ['symptoms', 'chat is down and '.repeat(MEGABYTE / 17)],
  ['promises', 'update within the next '.repeat(MEGABYTE / 23)],
  ['bidirectional marks', '\u202e\u2066'.repeat(MEGABYTE / 2)],
]

const timeOf = (title: string, body: string): number => {
  const feed = structuredClone(whole)
  feed.incidents[0].name = title
  feed.incidents[0].incident_updates[0].body = body
  const start = performance.now()
  const parsed = readStatuspage(feed, kustomer)
  if (!parsed.ok) throw new Error(parsed.detail)
  for (const pod of ['prod1', 'prod2']) judge(parsed.value, pod, { now: NOW, fetchedAt: NOW })
  return performance.now() - start
}

describe('texts of a megabyte', () => {
  // Quadratic work on a megabyte takes minutes; linear work takes well under a second even on a slow machine.
  it.each(HEAVY)('%s cost no more than their length', (_, text) => {
    expect(timeOf('Chat slow', text)).toBeLessThan(8000)
    expect(timeOf(text, 'Chat is slow.')).toBeLessThan(8000)
  })

  it('strips what draws nothing and leaves no markup', () => {
    expect(plain('a\u202eb\u0000c\u200bd')).toBe('abcd')
    expect(plain('<p>one</p><script>alert(1)</script><b>two</b>')).not.toMatch(/[<>]|alert/)
    expect(plain('&lt;img src=x&gt;')).toBe('<img src=x>')
  })
})

describe('nesting', () => {
  it('refuses what is nested too deep without a throw', () => {
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`
    const json = readJson(deep)
    if (json.ok) expect(readStatuspage(json.value, kustomer).ok).toBe(false)
    else expect(json.failure).toBe('not-json')
  })
})
