import { describe, expect, it } from 'vitest'
import { localeAndZone, wallClock } from '../../../extension/domain/localeAndZone.ts'
import { DEFAULT_SETTINGS, isQuiet } from '../../../extension/domain/settings.ts'
import { MINUTE } from '../../../shared/model/limits.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { moment, range } from '../../../shared/text/time.ts'

// Not everybody counts years from the same one or writes digits as we do, and twice a year the clock on the wall leaps.

const NOW = Date.parse('2031-03-05T09:00:00Z')
const YESTERDAY = Date.parse('2031-03-04T18:33:00Z')
const LONG_AGO = Date.parse('2029-11-30T18:33:00Z')
const LATIN = /^[\p{Script=Latin}\p{Script=Common}]*$/u

const LANGUAGES = [
  'ar-EG',
  'ar-SA-u-ca-islamic-umalqura',
  'th-TH',
  'fa-IR',
  'he-IL-u-ca-hebrew',
  'ja-JP-u-ca-japanese',
] as const

describe('an agent whose browser speaks another language', () => {
  it.each(LANGUAGES)('%s: reads dates as English as the words around them', (language) => {
    const place = localeAndZone(language, NOW)
    const told = [moment(YESTERDAY, place), moment(LONG_AGO, place), range(LONG_AGO, YESTERDAY, place)]
    // One who asks the browser gets letters, digits or years of another kind.
    const naive = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(LONG_AGO)
    expect(LATIN.test(naive) && naive.includes('2029')).toBe(false)
    for (const text of told) expect(text).toMatch(LATIN)
    expect(told[1]).toContain('2029')
  })

  it.each([...LANGUAGES, 'en-u-ca-buddhist-nu-thai'])('%s: has quiet hours by the same clock', (language) => {
    const place = { ...placeOf(NOW, language, 'Asia/Kolkata'), locale: language }
    expect(wallClock(place)).toBe('14:30')
  })
})

describe('customers who write digits otherwise', () => {
  it.each([
    ['ar-EG', /[٠-٩]/],
    ['th-TH-u-nu-thai', /[๐-๙]/],
  ] as const)('%s: are told a moment in these, and no other day is taken for today', (locale, digits) => {
    const place = placeOf(NOW, locale, 'UTC')
    const [today, yesterday] = [moment(NOW - MINUTE, place), moment(YESTERDAY, place)]
    expect(today).toMatch(digits)
    expect(today.length).toBeLessThan(yesterday.length)
  })
})

describe('quiet hours in a night in which clocks are changed', () => {
  const settings = { ...DEFAULT_SETTINGS, quiet: { from: '22:00', to: '07:00' } }
  const quietAt = (at: number, timeZone: string): boolean =>
    isQuiet(settings, wallClock(placeOf(at, 'en', timeZone)))

  it.each([
    ['forward', 'America/New_York', '2026-03-08T03:00:00Z', '2026-03-08T11:00:00Z', 8],
    ['back', 'America/New_York', '2026-11-01T02:00:00Z', '2026-11-01T12:00:00Z', 10],
    ['forward', 'Europe/Berlin', '2026-03-28T21:00:00Z', '2026-03-29T05:00:00Z', 8],
    ['back by half an hour', 'Australia/Lord_Howe', '2026-04-04T11:00:00Z', '2026-04-04T20:30:00Z', 9.5],
  ] as const)('%s in %s: hold from the first to the last minute', (_, zone, from, to, hours) => {
    const [start, end] = [Date.parse(from), Date.parse(to)]
    // Not the nine hours that one would count.
    expect((end - start) / (60 * MINUTE)).toBe(hours)
    expect([quietAt(start - MINUTE, zone), quietAt(end, zone)]).toEqual([false, false])
    for (let at = start; at < end; at += MINUTE) expect(quietAt(at, zone)).toBe(true)
  })
})
