import { describe, expect, it } from 'vitest'
import { workingTime } from '../../../../extension/domain/history/workingTime.ts'

const WEEK = [1, 2, 3, 4, 5]
const iso = (at: number): string => new Date(at).toISOString().slice(5, 16)

/** Shifts of a time, such as "03-27T08:00 03-27T16:00", in universal time. */
const shifts = (
  [from, to]: readonly [string, string],
  hours: { days: readonly number[]; from: string; to: string },
  timeZone = 'Europe/Berlin',
): readonly string[] =>
  workingTime(
    { from: Date.parse(`${from}Z`), to: Date.parse(`${to}Z`) },
    { ...hours, days: [...hours.days] },
    timeZone,
  ).map((one) => `${iso(one.from)} ${iso(one.to)}`)

describe('working time', () => {
  const OFFICE = { days: WEEK, from: '09:00', to: '17:00' }

  it('goes by the clock on the wall, over a weekend on which that changes', () => {
    expect(shifts(['2026-03-27T00:00', '2026-03-31T00:00'], OFFICE)).toEqual([
      '03-27T08:00 03-27T16:00',
      '03-30T07:00 03-30T15:00',
    ])
    expect(shifts(['2026-10-23T00:00', '2026-10-27T00:00'], OFFICE)).toEqual([
      '10-23T07:00 10-23T15:00',
      '10-26T08:00 10-26T16:00',
    ])
  })

  it('is cut where the time that is asked for begins and ends', () => {
    expect(shifts(['2026-05-28T10:30', '2026-05-29T09:15'], OFFICE)).toEqual([
      '05-28T10:30 05-28T15:00',
      '05-29T07:00 05-29T09:15',
    ])
    expect(shifts(['2026-05-28T15:00', '2026-05-29T07:00'], OFFICE)).toEqual([])
  })

  it('at night belongs to the day on which it begins', () => {
    const night = { days: [5], from: '22:00', to: '06:00' }
    expect(shifts(['2026-05-25T00:00', '2026-06-01T00:00'], night)).toEqual(['05-29T20:00 05-30T04:00'])
    // The shift of the day before reaches into the time that is asked for.
    expect(shifts(['2026-05-30T00:00', '2026-06-01T00:00'], night)).toEqual(['05-30T00:00 05-30T04:00'])
  })

  it('at night is an hour shorter or longer when clocks change', () => {
    const night = { days: [6], from: '22:00', to: '06:00' }
    expect(shifts(['2026-03-28T12:00', '2026-03-30T00:00'], night)).toEqual(['03-28T21:00 03-29T04:00'])
    expect(shifts(['2026-10-24T12:00', '2026-10-26T00:00'], night)).toEqual(['10-24T20:00 10-25T05:00'])
  })

  it('that ends when it begins is a whole day, of whatever length', () => {
    const whole = { days: [0], from: '00:00', to: '00:00' }
    expect(shifts(['2026-03-28T00:00', '2026-03-31T00:00'], whole)).toEqual(['03-28T23:00 03-29T22:00'])
    expect(shifts(['2026-10-24T00:00', '2026-10-27T00:00'], whole)).toEqual(['10-24T22:00 10-25T23:00'])
    expect(
      shifts(['2026-05-27T00:00', '2026-05-30T00:00'], { days: [3, 4], from: '08:00', to: '08:00' }),
    ).toEqual(['05-27T06:00 05-29T06:00'])
  })

  it('has no hours on no days, and goes on without a break where every day is whole', () => {
    expect(shifts(['2026-05-01T00:00', '2026-06-01T00:00'], { ...OFFICE, days: [] })).toEqual([])
    expect(
      shifts(['2026-10-01T00:00', '2026-11-01T00:00'], {
        days: [0, 1, 2, 3, 4, 5, 6],
        from: '00:00',
        to: '00:00',
      }),
    ).toEqual(['10-01T00:00 11-01T00:00'])
  })

  it('is that of the place', () => {
    const day: [string, string] = ['2026-05-28T00:00', '2026-05-29T00:00']
    expect(shifts(day, OFFICE, 'America/New_York')).toEqual(['05-28T13:00 05-28T21:00'])
    expect(shifts(day, OFFICE, 'Asia/Kolkata')).toEqual(['05-28T03:30 05-28T11:30'])
    expect(shifts(day, OFFICE, 'Australia/Lord_Howe')).toEqual([
      '05-28T00:00 05-28T06:30',
      '05-28T22:30 05-29T00:00',
    ])
  })
})
