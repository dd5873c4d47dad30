import { describe, expect, it } from 'vitest'
import { CALM, on } from '../extension/stories.ts'
import { SECOND } from '../polling/world.ts'
import { origin } from './support/origin.ts'

/** After so long a page has asked again: a minute, a quarter more by chance. */
const ASKED = 76 * SECOND

describe('a relay', () => {
  const verdict = {
    pod: 'prod2',
    level: 'outage',
    recovering: false,
    asOf: null,
    impacts: [
      {
        capability: 'chat',
        effect: 'down',
        certainty: 'confirmed',
        phase: null,
        since: null,
        incident: null,
        because: [],
      },
    ],
    banner: null,
    nextUpdate: null,
    upcoming: [],
  }
  const answer = (age: number): string =>
    JSON.stringify({ podlight: 1, vendor: 'kustomer', page: 'lhn2sb4njk08', age, verdict })

  it('answers with a verdict, as old as it says', async () => {
    const { open, play, box, at } = origin(CALM, on('10:00'))
    box.body = answer(30)
    const { told, verdicts } = open().watch({ pod: 'prod2', feed: '/relay.json' })
    const asked = at.clock()
    await play(SECOND)
    expect(told).toEqual(['outage'])
    expect(Date.parse(verdicts[0]?.asOf ?? '')).toBe(asked - 30 * SECOND)
  })

  it('says nothing of another pod, nor of what is too old', async () => {
    const { open, play, box, requests } = origin(CALM, on('10:00'))
    box.body = answer(30)
    const page = open()
    const other = page.watch({ pod: 'prod1', feed: '/relay.json' })
    await play(5 * SECOND)
    expect(other.told).toEqual(['unknown not-listed'])
    const next = open().watch({ pod: 'prod1', feed: '/relay.json' })
    await play(5 * SECOND)
    expect([next.told, requests.length]).toEqual([['unknown not-listed'], 1])
    box.body = answer(1000)
    await play(ASKED)
    expect(page.watch({ pod: 'prod2', feed: '/relay.json' }).told).toEqual([])
    await play(SECOND)
    expect(new Set(other.told)).toEqual(new Set(['unknown not-listed']))
  })
})
