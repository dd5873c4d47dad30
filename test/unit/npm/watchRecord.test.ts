import { describe, expect, it } from 'vitest'
import { readRecord, recordText } from '../../../npm/watch/watchRecord.ts'
import type { Judgement } from '../../../shared/model/verdict.ts'
import { CALM, on } from '../extension/stories.ts'
import { MINUTE, mostInAnHour, SECOND } from '../polling/world.ts'
import { origin } from './support/origin.ts'

// What the pages of a site share, as a text that anybody may have written.

describe('what is kept', () => {
  const at = Date.parse(on('10:12'))
  const verdict = (words: number): Judgement => ({
    pod: 'prod1',
    level: 'degraded',
    recovering: false,
    asOf: new Date(at).toISOString(),
    impacts: [
      {
        capability: 'chat',
        effect: 'failing',
        certainty: 'confirmed',
        phase: 'investigating',
        since: null,
        incident: 'abc',
        because: [{ source: 'update', text: 'x'.repeat(words) }],
      },
    ],
    banner: null,
    nextUpdate: null,
    upcoming: [],
  })
  const record = { feed: 'f', row: { is: 'a row' }, at, newest: { published: at, at }, trouble: null }

  it('is read as it was written', () => {
    const read = readRecord(recordText(record, [verdict(5)]), at)
    expect(read).toMatchObject(record)
    expect(read?.verdicts.get('prod1')?.verdict).toEqual(verdict(5))
  })

  it('never grows beyond 6,000 characters: reasons go first, then pods that are not watched, then all', () => {
    const { impacts } = verdict(1)
    const withImpacts = (pod: string, count: number): Judgement => ({
      ...verdict(1),
      pod,
      impacts: Array.from({ length: count }, () => impacts).flat(),
    })
    const keptOf = (verdicts: readonly Judgement[], watched: number): unknown => {
      const text = recordText(record, verdicts, watched)
      expect(text.length).toBeLessThanOrEqual(6000)
      const read = readRecord(text, at)
      expect(read?.row).toEqual(record.row)
      return [...(read?.verdicts.values() ?? [])].map((one) => {
        const [impact] = one.verdict.impacts
        return `${one.verdict.pod} ${one.verdict.impacts.length} ${impact?.because.length}`
      })
    }
    expect(keptOf([verdict(5000)], 1)).toEqual(['prod1 1 1'])
    expect(keptOf([verdict(7000)], 1)).toEqual(['prod1 1 0'])
    expect(keptOf([withImpacts('prod1', 25), withImpacts('prod2', 25)], 1)).toEqual(['prod1 25 0'])
    expect(keptOf([withImpacts('prod1', 100)], 1)).toEqual([])
  })

  it('is no news once it is old, of the future, or of no known shape', () => {
    const text = recordText(record, [verdict(5)])
    const known = (now: number, written = text): unknown => readRecord(written, now)?.verdicts.size
    expect(known(at + 15 * MINUTE)).toBe(1)
    expect(known(at + 15 * MINUTE + 1)).toBe(0)
    expect(known(at - MINUTE)).toBe(0)
    expect(known(at, text.replace('"version":1', '"version":2'))).toBeUndefined()
    expect(known(at, text.replace('"degraded"', '"fine"'))).toBe(0)
    expect(known(at, text.replace('"prod1"', '"<b>"'))).toBe(0)
    for (const spoilt of ['', '{', 'null', '[]', '7', text.slice(0, -9)])
      expect(known(at, spoilt)).toBeUndefined()
  })

  it('is not believed to be well where it holds something against that', () => {
    const text = recordText(record, [verdict(5)]).replace('"degraded"', '"ok"')
    expect(readRecord(text, at)?.verdicts.get('prod1')?.verdict.level).toBe('unknown')
  })

  it('buys no request by being spoilt again and again', async () => {
    const { open, play, requests, box } = origin(CALM, on('10:00'))
    for (let times = 0; times < 200; times++) {
      box.stored =
        ['{', '{"version":9}', '{"version":1,"feed":"x","row":{"bucket":{"saved":1e9}}}'][times % 3] ?? ''
      const page = open()
      page.watch({ pod: 'prod1' })
      await play(10 * SECOND)
      page.close()
    }
    expect(mostInAnHour(requests)).toBeLessThanOrEqual(120)
  })
})
