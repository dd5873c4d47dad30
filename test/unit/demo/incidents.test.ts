import { describe, expect, it } from 'vitest'
import { INCIDENTS, RECORDINGS } from '../../../scripts/demo/incidents.ts'

const HOUR = 3_600_000
const momentOf = (id: string, kind: string): string | undefined => {
  const at = INCIDENTS.find((one) => one.id.startsWith(id))?.moments.find((one) => one.kind === kind)?.at
  return at === undefined ? undefined : new Date(at).toISOString()
}

describe('the incidents of the time bar', () => {
  it('are five, from 2020 to 2025, in order', () => {
    expect(INCIDENTS.map(({ from }) => new Date(from).getUTCFullYear())).toEqual([
      2020, 2022, 2024, 2024, 2025,
    ])
    expect(INCIDENTS.map(({ id }) => id)).toEqual(RECORDINGS.map(({ id }) => id))
  })

  it('know when it began, when people complained, when the page had a word, when it was over', () => {
    expect(momentOf('2024-12-19', 'began')).toBe('2024-12-19T02:00:00.000Z')
    expect(momentOf('2024-12-19', 'complaint')).toBe('2024-12-19T06:09:00.000Z')
    expect(momentOf('2024-12-19', 'post')).toBe('2024-12-19T07:33:00.000Z')
    expect(momentOf('2024-12-19', 'ended')).toBe('2024-12-19T08:53:00.000Z')
    // The page never said that a fix is watched.
    expect(momentOf('2024-12-19', 'fix')).toBeUndefined()
    expect(momentOf('2024-12-19', 'resolved')).toBe('2024-12-19T08:55:00.000Z')
    // Nobody is on record.
    expect(momentOf('2022-05-16', 'complaint')).toBeUndefined()
  })

  it.each(INCIDENTS)(
    '$id lies within its bar, in order, and leaves the postmortem out',
    ({ from, until, moments }) => {
      const times = moments.map(({ at }) => at)
      expect(times).toEqual(times.toSorted((one, other) => one - other))
      expect(times.every((at) => at > from && at < until)).toBe(true)
      expect(until - from).toBeLessThan(12 * HOUR)
      expect(moments.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['began', 'post', 'resolved']))
    },
  )
})
