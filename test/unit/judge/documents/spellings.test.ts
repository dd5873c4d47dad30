import { describe, expect, it } from 'vitest'
import { short } from '../../../support/ask.ts'
import { judged, levelOf } from '../../../support/judged.ts'
import { componentRow, incident, type Json, update, wholeDocument } from '../../../support/wholeDocument.ts'

/** Words, ids and rows in other spellings, or twice. */

describe('spellings', () => {
  it.each([
    ['Operational', 'ok'],
    [' operational ', 'ok'],
    ['operational\u200b', 'ok'],
    ['Major Outage', 'outage'],
    ['MAJOR_OUTAGE', 'outage'],
    ['major-outage', 'outage'],
    ['degraded performance ', 'degraded'],
    ['not operational', 'degraded'],
  ])('a component reads "%s": %s', (status, level) => {
    expect(levelOf(wholeDocument({ 'prod1 Search': status }))).toBe(level)
  })

  it('an impact of an unknown word is none the less one', () => {
    const told = {
      name: 'Search (Prod1)',
      impact: 'Catastrophic',
      components: [componentRow('prod1', 'Search')],
    }
    expect(levelOf(wholeDocument({}, [incident(told)]))).toBe('degraded')
    expect(levelOf(wholeDocument({}, [incident({ ...told, impact: ' None ' })]))).toBe('notice')
  })

  it('ids may be numbers', () => {
    const numbered = new Map<string, number>()
    const numberOf = (id: string): number => numbered.get(id) ?? numbered.set(id, numbered.size + 1).size
    const feed = wholeDocument({ prod1: 'major_outage', 'prod1 Search': 'major_outage' }, [
      incident({ id: 12, components: [componentRow('prod1', 'Search', 'major_outage')] }),
    ])
    const text = JSON.stringify(feed).replace(
      /"((?:prod1|prod2|third)(?:-[\w-]+)?)"/g,
      (_, id: string) => `${numberOf(id)}`,
    )
    expect(judged(JSON.parse(text)).impacts).toMatchObject([{ capability: 'search', incident: '12' }])
    expect(levelOf(JSON.parse(text), 'prod2')).toBe('ok')
  })

  it.each([
    'ch&#97;t is d&#111;wn',
    'ch&#x61;t is down',
    'ch&#97t is down',
    'c\u200bhat is down',
    'c&shy;hat is do&zwnj;wn',
    'c&ZeroWidthSpace;hat is do&zwj;wn',
    'Ｃｈａｔ is ｄｏｗｎ',
    'ch\u00adat is\u00a0down',
    '<b>ch</b>at is down',
    '𝗖𝗵𝗮𝘁 is down',
  ])('a text reads as it looks: %s', (text) => {
    const pod = 'Prod\u20111'
    const told = incident({
      name: `Event in ${pod}`,
      incident_updates: [update('identified', `${text}.`, 5)],
    })
    expect(short(judged(wholeDocument({}, [told])))).toEqual(['chat:down'])
    expect(levelOf(wholeDocument({}, [told]), 'prod2')).toBe('ok')
  })
})

describe('rows that stand twice', () => {
  it('are one component, and the worse is believed', () => {
    const feed = wholeDocument()
    const rows = feed['components'] as Json[]
    const down = componentRow('prod1', 'Search', 'major_outage')
    for (const components of [
      [...rows, down],
      [down, ...rows],
      [down, ...rows, down],
    ])
      expect(short(judged({ ...feed, components }))).toEqual(['search:down'])
    expect(levelOf({ ...feed, components: [...rows, ...rows] })).toBe('ok')
  })

  it('are two incidents, though they share an id', () => {
    const told = (name: string, minutes: number) =>
      incident({ name, incident_updates: [update('identified', `Next update in ${minutes} minutes.`, 5)] })
    const feed = wholeDocument({}, [told('Search is slow (Prod1)', 20), told('Exports are down (Prod1)', 50)])
    expect(short(judged(feed))).toEqual(['exports:down', 'search:delayed'])
    expect(judged(feed).nextUpdate?.due).toBe('2026-05-04T09:25:00.000Z')
  })
})
