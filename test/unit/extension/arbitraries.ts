import fc from 'fast-check'
import type { Settings } from '../../../extension/domain/settings.ts'
import { CAPABILITIES } from '../../../shared/model/capabilities.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** Times of day, "HH:MM". */
export const clockTimes = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`)

/** Everything a user can choose. */
export const validSettings: fc.Arbitrary<Settings> = fc.record({
  pods: fc.uniqueArray(
    fc.integer({ min: 1, max: 99 }).map((number) => `prod${number}`),
    { maxLength: 20 },
  ),
  ignored: fc.option(fc.subarray([...CAPABILITIES])),
  notify: fc.boolean(),
  quiet: fc.option(fc.record({ from: clockTimes, to: clockTimes })),
  workingHours: fc.record({
    days: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
    from: clockTimes,
    to: clockTimes,
  }),
  evidence: fc.constantFrom('off', 'shadow', 'on', 'notify'),
  feed: fc.constantFrom(null, 'https://relay.example/', 'http://127.0.0.1:8080/x', 'https://a.b/c?d=1'),
})
