import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, isQuiet, settingsShape } from '../../../extension/domain/settings.ts'
import { clockTimes, validSettings } from './arbitraries.ts'

const takes = (changed: object): boolean =>
  settingsShape.safeParse({ ...DEFAULT_SETTINGS, ...changed }).success

describe('settings', () => {
  it('are taken as they are where they make sense', () => {
    fc.assert(
      fc.property(validSettings, (settings) => {
        expect(settingsShape.parse(settings)).toEqual(settings)
      }),
    )
  })

  it('name each pod once, as a list that was written by hand may not', () => {
    const written = {
      ...DEFAULT_SETTINGS,
      pods: ['prod2', 'prod1', 'prod2', 'prod2'],
      ignored: ['sms', 'sms'],
    }
    expect(settingsShape.parse(written)).toMatchObject({ pods: ['prod2', 'prod1'], ignored: ['sms'] })
    const many = Array.from({ length: 99 }, () => 'prod1')
    expect(settingsShape.parse({ ...DEFAULT_SETTINGS, pods: many }).pods).toEqual(['prod1'])
  })

  it('name each working day once, from Sunday on', () => {
    const workingHours = { days: [5, 1, 0, 5], from: '09:00', to: '17:00' }
    expect(settingsShape.parse({ ...DEFAULT_SETTINGS, workingHours }).workingHours.days).toEqual([0, 1, 5])
  })

  it.each<[string, object]>([
    ['a pod that is none', { pods: ['production'] }],
    ['a pod that is written otherwise', { pods: ['Prod 1'] }],
    ['more pods than there can be', { pods: Array.from({ length: 99 }, (_, i) => `prod${i + 1}`) }],
    ['work that nobody knows', { ignored: ['chat', 'cooking'] }],
    ['a time that is none', { quiet: { from: '22:00', to: '24:00' } }],
    ['half a time', { quiet: { from: '9:00', to: '10:00' } }],
    ['half of the quiet hours', { quiet: { from: '22:00' } }],
    ['an address that nobody should be asked at', { feed: 'http://example.com/' }],
    ['a script for an address', { feed: 'javascript:alert(1)' }],
    ['no working day', { workingHours: { days: [], from: '09:00', to: '17:00' } }],
    ['an eighth day', { workingHours: { days: [1, 7], from: '09:00', to: '17:00' } }],
    ['half a day', { workingHours: { days: [1.5], from: '09:00', to: '17:00' } }],
    ['an end that is no time', { workingHours: { days: [1], from: '09:00', to: '24:00' } }],
    ['no working hours', { workingHours: null }],
    ['a yes in words', { notify: 'yes' }],
    ['nothing', { pods: undefined }],
  ])('are refused with %s', (_, changed) => {
    expect(takes(changed)).toBe(false)
  })
})

describe('quiet hours', () => {
  const minutes = (time: string): number => {
    const [hours = 0, rest = 0] = time.split(':').map(Number)
    return hours * 60 + rest
  }
  const quiet = (from: string, to: string, now: string): boolean =>
    isQuiet({ ...DEFAULT_SETTINGS, quiet: { from, to } }, now)

  it('are those one passes on the way round the clock from the start to the end', () => {
    fc.assert(
      fc.property(clockTimes, clockTimes, clockTimes, (from, to, now) => {
        const round = (time: string): number => (minutes(time) - minutes(from) + 1440) % 1440
        expect(quiet(from, to, now)).toBe(round(now) < round(to))
      }),
    )
  })

  it('begin with their first minute and end before their last', () => {
    expect(quiet('22:00', '07:00', '22:00')).toBe(true)
    expect(quiet('22:00', '07:00', '06:59')).toBe(true)
    expect(quiet('22:00', '07:00', '07:00')).toBe(false)
    expect(quiet('22:00', '07:00', '21:59')).toBe(false)
  })

  it('are never where none are set', () => {
    fc.assert(fc.property(clockTimes, (now) => !isQuiet(DEFAULT_SETTINGS, now)))
  })
})
