import { describe, expect, it } from 'vitest'
import { fill } from '../../../shared/text/fill.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { memo } from '../../../shared/text/memo.ts'
import { quote } from '../../../shared/text/quote.ts'
import { moment, range } from '../../../shared/text/time.ts'
import { NOW, plainSpaces } from './voices.ts'

describe('fill', () => {
  it('fills in one pass, so a value brings no placeholder in', () =>
    expect(fill('{a} and {b}', { a: '{b}', b: '$& {a}' })).toBe('{b} and $& {a}'))
  it('leaves what it has no value for, where it is seen', () =>
    expect(fill('{a} {constructor}', {})).toBe('{a} {constructor}'))
})

describe('quoting the vendor', () => {
  it('strips what is not seen or turns the text round', () =>
    expect(quote('\u202Etxet\u202C \u0000a\u0007b\u2066c\u2069\u200F\uFEFF \uD800d')).toBe('txet abc d'))
  it('keeps it on one line', () => expect(quote('  one\r\n\ttwo\u2028three ')).toBe('one two three'))
  it('keeps scripts and emoji whole', () => expect(quote('می‌خواهم 👩‍💻')).toBe('می‌خواهم 👩‍💻'))
  it('cuts at a whole character', () => {
    expect(quote('x'.repeat(160))).toHaveLength(160)
    expect(quote('😀'.repeat(200), 3)).toBe('😀😀…')
  })
  it('takes a megabyte in its stride', () => {
    const start = performance.now()
    for (const text of [' ', '\u202E', 'x ', '\n'])
      expect(quote(text.repeat(1_000_000)).length).toBeLessThan(161)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('times', () => {
  const tell = (iso: string, locale?: string, zone?: string): string =>
    plainSpaces(moment(Date.parse(iso), placeOf(NOW, locale, zone)))

  it('names universal time, and no other', () => {
    expect(tell('2031-03-04T09:07:00Z')).toBe('9:07 AM UTC')
    expect(tell('2031-03-04T09:07:00Z', 'de', 'Europe/Berlin')).toBe('10:07')
  })
  it('adds the day where it is another one there, and the year where it is another', () => {
    expect(tell('2031-03-03T23:30:00Z', 'en', 'Asia/Kolkata')).toBe('5:00 AM')
    expect(tell('2031-03-03T23:30:00Z', 'en', 'America/New_York')).toBe('Mar 3, 6:30 PM')
    expect(tell('2030-12-31T23:30:00Z', 'de', 'UTC')).toMatch(/^31\. Dez\.? 2030,.*23:30 UTC$/)
  })
  it('tells a range over midnight with both days', () =>
    expect(
      plainSpaces(
        range(Date.parse('2031-03-04T23:00:00Z'), Date.parse('2031-03-05T01:00:00Z'), placeOf(NOW)),
      ),
    ).toMatch(/Mar 4.*11:00 PM.*Mar 5.*1:00 AM/))
  it('falls back on English and universal time where Intl would throw', () => {
    expect(placeOf(NOW, 'not a language', 'Mars/Base')).toEqual({ now: NOW, locale: 'en', timeZone: 'UTC' })
    expect(placeOf(NOW, 'he', 'Asia/Jerusalem')).toEqual({
      now: NOW,
      locale: 'he',
      timeZone: 'Asia/Jerusalem',
    })
  })
})

it('a shelf of formatters does not grow for ever', () => {
  let made = 0
  const make = memo((key) => `${key}${made++}`)
  expect(make('a')).toBe(make('a'))
  for (let i = 0; i < 64; i++) make(`b${i}`)
  expect(make('a')).not.toBe('a0')
})
