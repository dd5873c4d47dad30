import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewOf } from '../../../extension/domain/podView.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../extension/domain/settings.ts'
import { lastAnswerIn } from '../../../extension/storage/lastAnswer.ts'
import { KEYS, VENDOR_PAGE } from '../../../extension/storage/storedKeys.ts'
import { summaryAt } from '../../../scripts/replay/documents.ts'
import { readRecording } from '../../../scripts/replay/readRecording.ts'
import { type News, readNews } from '../../../shared/feed/news.ts'
import { judgementOf, type LastAnswer } from '../../../shared/judge/judgementOf.ts'
import { STALE } from '../../../shared/model/limits.ts'
import { REASONS } from '../../../shared/model/verdict.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { ESCALATION, on, SPREADING } from './stories.ts'

const AT = Date.parse(on('10:20'))
/** A time at which the page says when it says more. */
const PROMISED = '2026-03-24T06:20:00Z'
const pageBody = (clock: string): string => JSON.stringify(summaryAt(SPREADING, on(clock)))
const relayBody = (verdict: object, age = 0): string =>
  JSON.stringify({ podlight: 1, vendor: kustomer.id, page: kustomer.page.id, age, verdict })

const newsOf = (body: string): News => {
  const read = readNews(body)
  if (!read.ok) throw new Error(read.detail)
  return read.value
}
const calm = newsOf(pageBody('10:00'))
const hit = newsOf(pageBody('10:20'))
const held = (more: Partial<LastAnswer> = {}): LastAnswer => ({ news: calm, at: AT, trouble: null, ...more })

describe('what is known of a pod', () => {
  it('is that it is well only with fresh news, whatever failed since', () => {
    const ages = fc.integer({ min: -STALE, max: 3 * STALE })
    const reasons = fc.option(fc.constantFrom(...REASONS))
    fc.assert(
      fc.property(ages, reasons, fc.constantFrom(calm, hit, null), (age, trouble, news) => {
        const { level } = judgementOf({ news, at: AT, trouble }, 'prod1', AT + age)
        // A second is the play between two processes' clocks.
        const isFresh = news !== null && age >= -1000 && age <= STALE
        expect(level === 'unknown').toBe(!isFresh)
        if (level === 'ok') expect(news).toBe(calm)
      }),
    )
  })

  it('is nothing, with the reason, before anything was heard', () => {
    const before = { news: null, at: null }
    expect(judgementOf(held(before), 'prod1', AT)).toMatchObject({ level: 'unknown', reason: 'never-asked' })
    expect(judgementOf(held({ ...before, trouble: 'html' }), 'prod1', AT)).toMatchObject({ reason: 'html' })
  })

  it('is what was last known, with its age, where the last request failed; a quarter of an hour later it is nothing', () => {
    const failing = held({ news: hit, trouble: 'offline' })
    const before = judgementOf(held({ news: hit }), 'prod1', AT + STALE)
    expect(before.level).not.toBe('unknown')
    expect(judgementOf(failing, 'prod1', AT + STALE)).toEqual(before)
    expect(before.asOf).toBe(new Date(AT).toISOString())
    expect(judgementOf(failing, 'prod1', AT + STALE + 1)).toMatchObject({
      level: 'unknown',
      reason: 'offline',
      impacts: [],
    })
  })
})

describe('the vendor’s promise of an update', () => {
  const promising = newsOf(JSON.stringify(summaryAt(ESCALATION, PROMISED)))
  const now = Date.parse(PROMISED)
  const heard = (trouble: LastAnswer['trouble'], at: number) =>
    judgementOf({ news: promising, at: at - 60_000, trouble }, 'prod4', at).nextUpdate

  it('stands while it is ahead; overdue is said only by who can see that nothing came', () => {
    const due = Date.parse(heard(null, now)?.due ?? '')
    expect(heard('offline', now)).toEqual(heard(null, now))
    expect(heard(null, due + 120_000)).toMatchObject({ overdue: true })
    for (const reason of ['offline', 'http-error', 'timeout'] as const)
      expect(heard(reason, due + 120_000)).toBe(null)
  })
})

describe('a relay', () => {
  const relayed = (age: number, pod = 'prod1') =>
    held({ news: newsOf(relayBody({ pod, level: 'ok', impacts: [], asOf: on('10:00') }, age)) })

  it('is believed for its pod alone', () => {
    expect(judgementOf(relayed(10), 'prod1', AT).level).toBe('ok')
    expect(judgementOf(relayed(10), 'prod2', AT)).toMatchObject({ level: 'unknown', reason: 'not-listed' })
  })

  it('is as of the time that our own clock says, and no news after 15 minutes', () => {
    expect(judgementOf(relayed(60), 'prod1', AT).asOf).toBe(new Date(AT).toISOString())
    expect(judgementOf(relayed(60), 'prod1', AT + 899_000).level).toBe('ok')
    expect(judgementOf(relayed(60), 'prod1', AT + 901_000)).toMatchObject({
      level: 'unknown',
      reason: 'stale',
    })
  })

  it('that does not say of when it is proves no health', () => {
    const undated = held({ news: newsOf(relayBody({ pod: 'prod1', level: 'ok', impacts: [] })) })
    expect(judgementOf(undated, 'prod1', AT)).toMatchObject({ level: 'unknown', reason: 'not-a-feed' })
  })

  it('of another page is no news', () => {
    expect(readNews(relayBody({ pod: 'prod1', level: 'ok' }).replace(kustomer.page.id, 'other')).ok).toBe(
      false,
    )
  })
})

describe('news', () => {
  it('is read or refused whatever the body is', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => typeof readNews(body).ok === 'boolean'))
  })

  it('of one feed is not held against another', () => {
    const poll = { ...KEYS.poll.fallback, heard: { at: AT, host: '', before: null } }
    const news = { feed: VENDOR_PAGE, body: pageBody('10:20') }
    const ours = lastAnswerIn({ settings: DEFAULT_SETTINGS, poll, news })
    expect(ours).toMatchObject({ at: AT, trouble: null })
    expect(judgementOf(ours, 'prod1', AT).level).toBe('degraded')
    const feed = 'https://relay.example/'
    const theirs = lastAnswerIn({ settings: { ...DEFAULT_SETTINGS, feed }, poll, news })
    expect(theirs).toEqual({ news: null, at: null, trouble: null })
  })

  it('that was stored and cannot be read is none', () => {
    const poll = { ...KEYS.poll.fallback, heard: { at: AT, host: '', before: null } }
    const spoilt = lastAnswerIn({ settings: DEFAULT_SETTINGS, poll, news: { feed: VENDOR_PAGE, body: '{' } })
    expect(judgementOf(spoilt, 'prod1', AT).level).toBe('unknown')
  })
})

describe('a view', () => {
  const settings = { pods: ['prod1'], ignored: null }
  const only = (...args: Parameters<typeof viewOf>) => {
    const [pod] = viewOf(...args).pods
    if (pod === undefined) throw new Error('no pod')
    return pod
  }

  it('leaves out what is not the agent’s work, except in the record', () => {
    const { mine, all } = only(held({ news: hit }), { ...settings, ignored: ['chat'] }, [], AT)
    expect(mine.level).toBe('ok')
    expect(all.level).toBe('degraded')
  })

  it('leaves out planned work that is not the agent’s', () => {
    const planned = readRecording(
      {
        id: 'planned',
        title: 'Search upgrade, Prod1',
        impact: 'maintenance',
        scheduled: { for: on('12:00'), until: on('13:00') },
        components: [{ group: 'Prod1 (US)', name: 'Search' }],
        updates: [{ status: 'scheduled', at: on('10:00'), body: 'Searches may be slow.' }],
      },
      'planned',
    )
    const news = newsOf(JSON.stringify(summaryAt([planned], on('10:20'))))
    const ahead = (ignored: Settings['ignored']) => only(held({ news }), { ...settings, ignored }, [], AT)
    expect(ahead(null).mine.upcoming).toMatchObject([{ capabilities: ['search'] }])
    const { mine, all } = ahead(['search'])
    expect(mine.upcoming).toEqual([])
    expect(all.upcoming).toMatchObject([{ capabilities: ['search'] }])
  })

  it('leaves out of the toolbar what is muted, and of the popup nothing', () => {
    const before = only(held({ news: hit }), settings, [], AT)
    const [first] = before.mine.impacts
    const incident = first?.incident ?? ''
    const reached = { 'prod1/chat': { confirmed: 'down', possible: null } } as const
    const { mine, unmuted, alerting } = only(
      held({ news: hit }),
      settings,
      [{ incident, affected: reached }],
      AT,
    )
    expect(mine.level).toBe('degraded')
    expect([unmuted.level, alerting.level]).toEqual(['ok', 'ok'])
  })
})
