import { describe, expect, it } from 'vitest'
import { settingsUnder, withChoice } from '../../../extension/domain/policy/policy.ts'
import { readPolicy } from '../../../extension/domain/policy/readPolicy.ts'
import { DEFAULT_SETTINGS } from '../../../extension/domain/settings.ts'
import { readBackup, writeBackup } from '../../../extension/options/backupFile.ts'
import { KEYS } from '../../../extension/storage/storedKeys.ts'
import { readRow } from '../../../extension/storage/versionedRow.ts'
import { dayName, weekOf, workingHoursText } from '../../../extension/text/workingHoursText.ts'
import { plainSpaces } from '../text/voices.ts'

/** Settings as they were before there were working hours. */
const BEFORE = { pods: ['prod2'], ignored: null, notify: false, quiet: null, feed: null }
const OLD = { version: 1, value: BEFORE }
const { workingHours: USUAL } = DEFAULT_SETTINGS
const NIGHTS = { days: [0, 1], from: '22:00', to: '06:00' }

describe('settings of the version before', () => {
  it('keep what they say, with the usual working hours, and watch no requests', () => {
    expect(readRow(KEYS.settings, OLD)).toEqual({
      kind: 'migrated',
      value: {
        ...BEFORE,
        workingHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
        evidence: 'off',
      },
    })
  })

  it('chose no working hours: a company’s hold', () => {
    const { policy } = readPolicy({ workingHours: 'Sun-Mon 22:00-06:00', mayChange: ['workingHours'] })
    const own = readRow(KEYS.settings, OLD).value
    expect(settingsUnder(policy, own, null).workingHours).toEqual(NIGHTS)
    const others = { ...own, workingHours: { ...USUAL, to: '18:00' } }
    expect(settingsUnder(policy, others, null).workingHours).toEqual(others.workingHours)
  })
})

describe('a backup file', () => {
  it('of the version before changes no working hours, and chooses none', () => {
    const backup = readBackup(JSON.stringify({ podlight: OLD }))
    expect(backup).toEqual({ kind: 'read', settings: BEFORE })
    const { policy } = readPolicy({ workingHours: 'Sun-Mon 22:00-06:00', mayChange: ['workingHours'] })
    const own = { ...DEFAULT_SETTINGS, workingHours: NIGHTS }
    const choice = backup.kind === 'read' ? backup.settings : {}
    expect(withChoice(policy, own, [], choice)).toMatchObject({
      settings: { pods: ['prod2'], workingHours: NIGHTS },
      chosen: ['pods', 'notify'],
    })
  })

  it('of today carries them', () => {
    const settings = { ...DEFAULT_SETTINGS, workingHours: NIGHTS }
    expect(readBackup(writeBackup(settings))).toEqual({ kind: 'read', settings })
  })
})

describe('working hours in a sentence', () => {
  const told = (days: readonly number[], from = '09:00', to = '17:00', locale = 'en-US'): string =>
    plainSpaces(workingHoursText({ days, from, to }, { locale }))

  it.each<[string, string]>([
    ['Monday to Friday, 9:00 AM to 5:00 PM', told([1, 2, 3, 4, 5])],
    ['Monday to Friday, 10:00 to 18:30', told([1, 2, 3, 4, 5], '10:00', '18:30', 'en-GB')],
    ['Sunday to Thursday, 9:00 AM to 5:00 PM', told([0, 1, 2, 3, 4])],
    ['Friday to Monday, 9:00 AM to 5:00 PM', told([0, 1, 5, 6])],
    ['Monday, Wednesday, and Friday, 9:00 AM to 5:00 PM', told([1, 3, 5])],
    ['Monday to Wednesday and Friday, 9:00 AM to 5:00 PM', told([1, 2, 3, 5])],
    ['Saturday and Sunday, 9:00 AM to 5:00 PM', told([0, 6])],
    ['Tuesday, 9:00 AM to 5:00 PM', told([2])],
    ['Every day, 9:00 AM to 5:00 PM', told([0, 1, 2, 3, 4, 5, 6])],
    ['Monday to Friday, 10:00 PM to 6:00 AM the next day', told([1, 2, 3, 4, 5], '22:00', '06:00')],
    ['Friday, 9:00 AM to 9:00 AM the next day', told([5], '09:00', '09:00')],
    ['Every day, all day', told([0, 1, 2, 3, 4, 5, 6], '00:00', '00:00')],
  ])('%s', (sentence, text) => {
    expect(text).toBe(sentence)
  })

  it('and in a week begin on the day that the reader’s do', () => {
    expect(weekOf('en-US')[0]).toBe(0)
    expect(weekOf('de')).toEqual([1, 2, 3, 4, 5, 6, 0])
    expect(weekOf('ar-EG')[0]).toBe(6)
    expect(weekOf('no language at all')[0]).toBe(1)
    expect(weekOf('en-US').map((day) => dayName(day, 'en', 'short'))).toEqual([
      'Sun',
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
    ])
  })
})
