import { describe, expect, it } from 'vitest'
import type { Mark } from '../../../../extension/domain/history/lanes.ts'
import { basisText, describedMark, markText } from '../../../../extension/history/describe.ts'
import { placeOf } from '../../../../shared/text/localeAndTime.ts'

const HOUR = 3_600_000
const AT = Date.UTC(2040, 5, 10, 14)
const place = placeOf(AT + 100 * HOUR, 'en')

const mark = (more: Partial<Mark> = {}): Mark => ({
  capability: 'chat',
  effect: 'failing',
  certainty: 'confirmed',
  kind: 'affected',
  from: AT,
  to: AT + 3 * HOUR,
  times: 1,
  affected: 3 * HOUR,
  seen: 3 * HOUR,
  incidents: [],
  ...more,
})

const plain = (text: string): string => text.replace(/[\u202f\u2009]/g, ' ')

describe('what is said of a bar', () => {
  it('is when, and for how long', () => {
    expect(plain(markText(mark(), place))).toBe('Jun 10, 2:00 – 5:00 PM UTC (3 hr)')
  })

  it('is how often and how long in all, where it stands for several', () => {
    expect(plain(markText(mark({ times: 4, affected: HOUR }), place))).toBe(
      'Jun 10, 2:00 – 5:00 PM UTC: 4 times, 1 hr in all',
    )
  })

  it('rests on what was seen of the time that counts, and not of what lies between', () => {
    expect(basisText(mark({ times: 4, affected: HOUR, seen: HOUR }))).toBe('Seen by Podlight')
    expect(basisText(mark({ seen: HOUR }))).toMatch(/^Partly seen by Podlight/)
    expect(basisText(mark({ seen: 0 }))).toBe('Filled in from the status page')
  })

  it('names three reports, and how many more there are', () => {
    const names = ['One', 'Two', 'Three', 'Four', 'Five']
    const titles = new Map(names.map((name) => [name.toLowerCase(), name]))
    const said = (count: number): string =>
      describedMark(mark({ incidents: [...titles.keys()].slice(0, count) }), titles, place)
    expect(said(3)).toMatch(/Podlight\. One\. Two\. Three$/)
    expect(said(5)).toMatch(/Podlight\. One\. Two\. Three\. 2 more$/)
    expect(describedMark(mark({ incidents: ['unknown'] }), titles, place)).toMatch(/Podlight$/)
  })
})
