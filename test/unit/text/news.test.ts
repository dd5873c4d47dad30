import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../../shared/model/verdict.ts'
import { agent } from '../../../shared/text/en.ts'
import type { Plural } from '../../../shared/text/keys.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { newsAge, newsTime, nextUpdate, nextUpdateTime } from '../../../shared/text/news.ts'
import { plural } from '../../../shared/text/plural.ts'
import { inMinutes, judgement, NOW, plainSpaces, voice } from './voices.ts'

const SECOND = 1 / 60
const age = (minutes: number, more: Partial<Judgement> = {}): string | null =>
  newsAge(judgement({ asOf: inMinutes(-minutes), ...more }), voice)

describe('how old the news is', () => {
  it.each([
    [0, null],
    [5 - SECOND, null],
    [5, 'News from 5 minutes ago.'],
    [7.9, 'News from 7 minutes ago.'],
    [119, 'News from 119 minutes ago.'],
    [120, 'News from 2 hours ago.'],
    [48 * 60 - 1, 'News from 47 hours ago.'],
    [48 * 60, 'News from 2 days ago.'],
    [-3, null],
  ])('%d minutes', (minutes, text) => expect(age(minutes)).toBe(text))

  it('says it from the first minute where the pod is unknown, in the singular too', () => {
    expect(age(1, { level: 'unknown', reason: 'offline' })).toBe('News from 1 minute ago.')
    expect(age(1 - SECOND, { level: 'unknown', reason: 'incomplete' })).toBeNull()
    expect(age(2, { level: 'unknown', reason: 'not-listed' })).toBeNull()
    expect(age(6, { level: 'unknown', reason: 'not-listed' })).toBe('News from 6 minutes ago.')
  })

  it('says nothing where there never was news', () => {
    expect(newsAge(judgement({ asOf: null }), voice)).toBeNull()
    expect(newsTime(judgement({ asOf: 'never' }), voice)).toBeNull()
  })

  it('tells it by the clock too', () => {
    expect(plainSpaces(newsTime(judgement({ asOf: inMinutes(-7) }), voice) ?? '')).toBe(
      'News as of 2:53 PM UTC.',
    )
    expect(newsTime(judgement({ asOf: inMinutes(-4) }), voice)).toBeNull()
  })
})

describe('the next update', () => {
  it.each([
    [12, 'Next update due in 12 minutes.'],
    [11 + SECOND, 'Next update due in 12 minutes.'],
    [1, 'Next update due in 1 minute.'],
    [SECOND, 'Next update due in 1 minute.'],
    [0, 'Next update due now.'],
    [-1 + SECOND, 'Next update due now.'],
    [-1, 'Next update overdue by 1 minute.'],
    [-5.5, 'Next update overdue by 5 minutes.'],
    [-119, 'Next update overdue by 119 minutes.'],
    [-120, 'Next update overdue by 2 hours.'],
    [-47 * 60, 'Next update overdue by 47 hours.'],
    [-72 * 60, 'Next update overdue by 3 days.'],
    [180, 'Next update due in 3 hours.'],
  ])('%d minutes ahead', (minutes, text) =>
    expect(nextUpdate({ due: inMinutes(minutes), overdue: minutes < 0 }, voice)).toBe(text),
  )

  it('goes on counting after the judgement was made', () =>
    expect(nextUpdate({ due: inMinutes(-3), overdue: false }, voice)).toBe(
      'Next update overdue by 3 minutes.',
    ))

  it('says nothing without a promise that can be read', () => {
    expect(nextUpdate(null, voice)).toBeNull()
    expect(nextUpdate({ due: 'soon', overdue: false }, voice)).toBeNull()
    expect(nextUpdateTime({ due: 'soon', overdue: true }, voice)).toBeNull()
  })

  it('tells it by the clock too', () => {
    const tell = (minutes: number): string =>
      plainSpaces(nextUpdateTime({ due: inMinutes(minutes), overdue: minutes < 0 }, voice) ?? '')
    expect(tell(30)).toBe('Next update due 3:30 PM UTC.')
    expect(tell(-30)).toBe('An update was due 2:30 PM UTC.')
  })
})

describe('plural forms', () => {
  const forms: Plural = {
    one: '{count} minuta',
    few: '{count} minuty',
    many: '{count} minut',
    other: '{count} minuty…',
  }
  it.each([
    ['pl', 1, '1 minuta'],
    ['pl', 3, '3 minuty'],
    ['pl', 5, '5 minut'],
    ['pl', 22, '22 minuty'],
    ['ja', 1, '1 minuty…'],
  ])('%s %d', (locale, count, text) => expect(plural(forms, count, placeOf(NOW, locale))).toBe(text))

  it('uses the digits of the language, and English has both its forms', () => {
    expect(plural({ other: '{count}' }, 12, placeOf(NOW, 'ar-EG'))).toBe('١٢')
    expect(plural(agent.overdueDays, 1, voice)).toBe('Next update overdue by 1 day.')
    expect(plural(agent.more, 1, voice)).toBe('1 more')
  })
})
