import { describe, expect, it } from 'vitest'
import { dates, hoursAndMinutes, hoursOrNone } from '../../../../extension/text/spans.ts'
import { placeOf } from '../../../../shared/text/localeAndTime.ts'
import { plainSpaces } from '../../text/voices.ts'

const MINUTE = 60_000
const at = (zone: string) => placeOf(Date.UTC(2026, 8, 2), 'en', zone)
const BERLIN = at('Europe/Berlin')

describe('lengths and dates of the history', () => {
  it('are told to the minute, and in hours however many they are', () => {
    expect(
      [0, 1, 60, 75, 75 * 60].map((minutes) => plainSpaces(hoursAndMinutes(minutes * MINUTE, BERLIN))),
    ).toEqual(['0 min', '1 min', '1 hr', '1 hr 15 min', '75 hr'])
    // What rounds to an hour is one.
    expect(plainSpaces(hoursAndMinutes(59.6 * MINUTE, BERLIN))).toBe('1 hr')
  })

  it('are a dash in a table where there is nothing', () => {
    expect(hoursOrNone(20_000, BERLIN)).toBe('–')
    expect(plainSpaces(hoursOrNone(40_000, BERLIN))).toBe('1 min')
  })

  it('end on the last day that is meant, and not on the next', () => {
    const [from, to] = [Date.UTC(2026, 7, 31, 22), Date.UTC(2026, 8, 30, 22)]
    expect(plainSpaces(dates(from, to, BERLIN))).toBe('Sep 1 – 30, 2026')
  })
})
