import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { icalOf } from '../../../extension/domain/history/export/ical.ts'
import { anyCharacter, at, exported, span, story } from './historyExample.ts'

/** A reader of its own: lines put together, and each property with its text. */
const parse = (ical: string): (readonly [name: string, value: string])[] =>
  ical
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => {
      const colon = line.indexOf(':')
      const value = line.slice(colon + 1).replace(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one))
      return [line.slice(0, colon), value]
    })

const eventsIn = (ical: string): Readonly<Record<string, string>>[] => {
  const events: Record<string, string>[] = []
  for (const [name, value] of parse(ical)) {
    if (name === 'BEGIN' && value === 'VEVENT') events.push({})
    const event = events.at(-1)
    if (event !== undefined) event[name] = value
  }
  return events
}
const events = (timeline: Parameters<typeof exported>[0]) => eventsIn(icalOf(exported(timeline)))

describe('the calendar', () => {
  it('has an entry for a report and one for what only components told of', () => {
    expect(icalOf(exported())).toMatch(
      /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/Podlight\/\/History\/\/EN\r\nCALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\n/,
    )
    expect(icalOf(exported())).toMatch(/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n$/)
    expect(events({})).toMatchObject([
      {
        UID: 'abc123.prod2@podlight',
        DTSTAMP: '20260930T120000Z',
        'LAST-MODIFIED': '20260901T171100Z',
        DTSTART: '20260901T163000Z',
        DTEND: '20260901T171100Z',
        SUMMARY: 'Prod2 (EU): Chat had errors',
        DESCRIPTION: [
          'Time zone: Europe/Berlin',
          '2026-09-01 18:30 – 2026-09-01 19:11 · Chat · Errors · Confirmed',
          '',
          story.title,
          '',
          '2026-09-01 19:11 · Resolved',
          'All is well; thanks.',
          '',
          '2026-09-01 18:33 · Investigating',
          'We look into it.\nMore soon.',
        ].join('\n'),
        URL: 'https://status.example/abc123',
        STATUS: 'CONFIRMED',
        TRANSP: 'TRANSPARENT',
      },
      {
        UID: 'prod2-20260902T060000Z@podlight',
        SUMMARY: 'Prod2 (EU): Possible issue with email',
        DTEND: '20260902T061000Z',
      },
    ])
  })

  it('keeps its ids whenever it is made and whatever else is in it', () => {
    const ids = (ical: string) => eventsIn(ical).map(({ UID }) => UID)
    const later = exported({
      from: at('01T10:00:00'),
      spans: [...exported().timeline.spans, span('03T00:00:00', '03T01:00:00', { incident: 'zzz' })],
    })
    expect(ids(icalOf({ ...later, place: { now: 0, locale: 'en', timeZone: 'UTC' } }))).toEqual([
      'abc123.prod2@podlight',
      'prod2-20260902T060000Z@podlight',
      'zzz.prod2@podlight',
    ])
  })

  it('joins what only components told of where it touches', () => {
    const only = (from: string, to: string, capability: string) =>
      span(from, to, { capability, incident: null })
    const spans = [
      only('02T06:00:00', '02T06:20:00', 'chat'),
      only('02T06:05:00', '02T06:10:00', 'email'),
      only('02T06:20:00', '02T06:30:00', 'chat'),
      only('02T06:31:00', '02T06:40:00', 'chat'),
    ]
    expect(events({ spans, stories: [] })).toMatchObject([
      {
        DTSTART: '20260902T060000Z',
        DTEND: '20260902T063000Z',
        SUMMARY: 'Prod2 (EU): Chat and email had errors',
      },
      { DTSTART: '20260902T063100Z', SUMMARY: 'Prod2 (EU): Chat had errors' },
    ])
  })

  it('ends what is open with the timeline, and says that this may change', () => {
    const stages = story.stages.slice(0, 1).map((stage) => ({ ...stage, to: at('30T18:00:00') }))
    const open = { ...story, endedAt: null, stages }
    const spans = [span('29T23:00:00', '30T00:00:00', { incident: null })]
    expect(events({ spans, stories: [open] })).toMatchObject([
      { DTEND: '20260930T000000Z', STATUS: 'TENTATIVE' },
      { DTEND: '20260930T000000Z', STATUS: 'TENTATIVE' },
    ])
  })

  it('leaves out a report that never affected the pod', () =>
    expect(events({ spans: [], stories: [{ ...story, stages: [] }] })).toEqual([]))

  it('names each feature once, by the worst that is sure', () => {
    const spans = [
      span('01T16:30:00', '01T16:40:00', { effect: 'delayed' }),
      span('01T16:40:00', '01T16:50:00', { effect: 'down' }),
      span('01T16:40:00', '01T16:50:00', { effect: 'down', capability: 'email', certainty: 'possible' }),
      span('01T16:40:00', '01T16:50:00', { effect: 'delayed', capability: 'voice' }),
    ]
    expect(events({ spans })[0]?.['SUMMARY']).toBe('Prod2 (EU): Chat wasn’t working; voice calls had delays')
  })

  it('gives what was over at once a length', () =>
    expect(
      events({ spans: [span('02T06:00:00', '02T06:00:01', { incident: null })], stories: [] }),
    ).toMatchObject([{ DTSTART: '20260902T060000Z', DTEND: '20260902T060100Z' }]))

  it('stays within bounds where the page wrote a book', () => {
    for (const start of ['', 'x']) {
      const updates = [{ phase: 'resolved', text: start + '😀'.repeat(9_000), at: null, touched: [] }]
      const text = events({ stories: [{ ...story, updates }] })[0]?.['DESCRIPTION'] ?? ''
      expect(text.length).toBeLessThanOrEqual(10_000)
      expect(text).toMatch(/😀…$/u)
    }
  })

  it('leaves room for the page’s words where much was affected', () => {
    const spans = Array.from({ length: 300 }, () => span('01T16:30:00', '01T16:31:00'))
    expect(events({ spans })[0]?.['DESCRIPTION']).toMatch(/We look into it\.\nMore soon\.$/)
  })
})

describe('a line of it', () => {
  const injected = 'Slow\r\nBEGIN:VALARM\nEND:VALARM\u2028ATTACH:x\rURL:https://x.example;\\,\\n'
  const namesIn = (ical: string) => parse(ical).map(([name]) => name)
  const withWords = (words: string, more = exported()) =>
    icalOf({
      ...more,
      timeline: {
        ...more.timeline,
        stories: [
          { ...story, title: words, updates: [{ phase: 'resolved', text: words, at: null, touched: [] }] },
        ],
        spans: [span('01T16:30:00', '01T17:11:00', { capability: words })],
      },
      podName: words,
      linkOf: () => `https://status.example/${words}`,
    })

  it('is no place to put in another', () => {
    // Written as it is, the title would be four lines of its own.
    expect(namesIn(`SUMMARY:${injected}\r\n`)).not.toEqual(['SUMMARY'])
    expect(namesIn(withWords(injected))).toEqual(namesIn(withWords('Slow')))
    // Some readers take more for the end of a line than they should.
    expect(withWords(injected).replaceAll('\r\n', '')).not.toMatch(/[\r\n\v\f\x85\u2028\u2029]/)
  })

  it('can be read back, whatever the page wrote, and has 75 octets at most', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '\\',
        ';',
        ',',
        '\n',
        '\r\n',
        '\\n',
        ':',
        '"',
        '\u0000',
        '\t',
        '\u2028',
        'é',
        '字',
        '👩‍💻',
      ),
      fc.array(anyCharacter, { maxLength: 30 }).map((all) => all.join('')),
    )
    const expected = namesIn(withWords('x'))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const words = parts.join('')
        const ical = withWords(words)
        const octets = ical.split('\r\n').map((line) => new TextEncoder().encode(line))
        expect(Math.max(...octets.map(({ length }) => length))).toBeLessThanOrEqual(75)
        // A cut through a character would leave two halves that can't be read.
        const utf8 = new TextDecoder('utf-8', { fatal: true })
        expect(octets.map((line) => utf8.decode(line)).join('\r\n')).toBe(ical)
        expect(ical.replaceAll('\r\n', '')).not.toMatch(/[\p{Cs}\p{Cc}]/u)
        expect(namesIn(ical)).toEqual(expected)
        // A reader may take a bare comma or semicolon for the end of the text.
        const texts = ical.replaceAll('\r\n ', '').match(/^(?:UID|SUMMARY|DESCRIPTION):.*$/gmu)
        expect(texts?.map((text) => /^\w+:(?:[^\\;,]|\\[\\;,n])*$/u.test(text))).toEqual([true, true, true])
        expect(ical).not.toContain('·  ·')
        const seen = `\n\n${words}\n\nResolved\n${words}`
          .replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n')
          .replace(
            /(?!\n)[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu,
            '',
          )
        expect(eventsIn(ical)[0]?.['DESCRIPTION']).toContain(seen)
      }),
    )
  })
})
