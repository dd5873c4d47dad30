import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../../extension/domain/policy/readPolicy.ts'
import { settingsShape } from '../../../extension/domain/settings.ts'

const read = (workingHours: unknown) => {
  const { policy, mistakes } = readPolicy({ workingHours })
  return { hours: policy.settings.workingHours, mistakes: mistakes.map(({ reason }) => reason) }
}

describe('working hours in a policy', () => {
  it.each<[string, number[], string, string]>([
    ['Mon-Fri 09:00-17:00', [1, 2, 3, 4, 5], '09:00', '17:00'],
    ['Mon,Wed,Fri 08:00-16:00', [1, 3, 5], '08:00', '16:00'],
    ['Sun-Thu 9:00-17:00', [0, 1, 2, 3, 4], '09:00', '17:00'],
    ['Sat-Sun 10:00-14:00', [0, 6], '10:00', '14:00'],
    ['Fri-Mon 10:00-14:00', [0, 1, 5, 6], '10:00', '14:00'],
    ['Mon 09:00-17:00', [1], '09:00', '17:00'],
    ['Mon-Wed, Fri, mon 22:00-06:00', [1, 2, 3, 5], '22:00', '06:00'],
    ['monday – thurs, 8:30 – 17:00', [1, 2, 3, 4], '08:30', '17:00'],
    ['Sun-Sat 00:00-24:00', [0, 1, 2, 3, 4, 5, 6], '00:00', '00:00'],
    ['Sun-Sat 09:00-09:00', [0, 1, 2, 3, 4, 5, 6], '09:00', '09:00'],
  ])('%s', (text, days, from, to) => {
    const { hours, mistakes } = read(text)
    expect(mistakes).toEqual([])
    expect(hours).toEqual({ days, from, to })
    expect(settingsShape.shape.workingHours.parse(hours)).toEqual(hours)
  })

  it.each([
    'none',
    '09:00-17:00',
    'Mon-Fri',
    'Mon-Fri 09:00',
    'Mon-Fri 9-17',
    'Mon-Fri 24:00-08:00',
    'Mon-Fri 09:00-25:00',
    'Mon-Fri 09:00-12:00 13:00-17:00',
    'Mon-Wed-Fri 09:00-17:00',
    'Mo-Fr 09:00-17:00',
    'Mon,,Fri 09:00-17:00',
    'Weekdays 09:00-17:00',
    '1-5 09:00-17:00',
  ])('that say “%s” set nothing, and are explained', (text) => {
    const reason = `“${text}” can’t be read as working hours. Write days and times, such as Mon-Fri 09:00-17:00.`
    expect(read(text)).toEqual({ hours: undefined, mistakes: [reason] })
  })

  it('may be left to people', () => {
    const { policy, mistakes } = readPolicy({ workingHours: 'Sun 09:00-17:00', mayChange: ['workingHours'] })
    expect([policy.mayChange, mistakes]).toEqual([['workingHours'], []])
  })

  it('are read at once, however odd a text is', () => {
    const start = performance.now()
    for (const odd of ['Mon,'.repeat(70), '-'.repeat(300), `Mon ${'1'.repeat(290)}`, ' ,'.repeat(140)])
      read(odd)
    expect(performance.now() - start).toBeLessThan(200)
  })
})
