import { describe, expect, it } from 'vitest'
import { voiceOf } from '../../../extension/domain/localeAndZone.ts'
import { endedOn, type Past, pastFor, seenToEnd, withFound } from '../../../extension/domain/past.ts'
import { pastText } from '../../../extension/text/past.ts'
import { incidentsAt, summaryAt } from '../../../scripts/replay/documents.ts'
import { load } from '../../../scripts/replay/load.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { plainSpaces } from '../text/voices.ts'
import { machine } from './machine.ts'
import { ESCALATION, escalating, on, SPREADING, TWICE } from './stories.ts'

const HOUR = 3_600_000
const read = (document: unknown) => {
  const snapshot = readStatuspage(document, kustomer)
  if (!snapshot.ok) throw new Error(snapshot.detail)
  return snapshot.value
}
const endedAt = (recordings: Parameters<typeof summaryAt>[0], iso: string, pods: readonly string[]) =>
  endedOn(
    pods,
    read(incidentsAt(recordings, Date.parse(iso))),
    read(summaryAt(recordings, Date.parse(iso))),
    Date.parse(iso),
  )
const told = (past: Past, iso: string): string =>
  plainSpaces(pastText(past, voiceOf({ ...placeOf(Date.parse(iso), 'en', 'Europe/Berlin') }, past.pod)))

describe('what is over', () => {
  it('is told with its beginning, its end and the worst of it, by the page’s own list', () => {
    const [past, ...more] = endedAt(ESCALATION, '2026-03-24T10:00:00Z', ['prod4'])
    expect(more).toEqual([])
    expect(past).toMatchObject({ pod: 'prod4', affected: { chat: 'down' } })
    expect(told(past as Past, '2026-03-24T10:00:00Z')).toMatch(
      /^Chat wasn’t working from 7:\d\d to 10:00 AM \(\d+ (minutes|hours)\)\.$/,
    )
  })

  it('is none of a pod that it did not reach', () => {
    expect(endedAt(SPREADING, on('12:00'), ['prod4'])).toEqual([])
    expect(endedAt(SPREADING, on('12:00'), ['prod1', 'prod2']).map(({ pod }) => pod)).toEqual([
      'prod1',
      'prod2',
    ])
  })

  it('is told for a day, and not while it goes on', () => {
    expect(endedAt(SPREADING, on('11:00'), ['prod1'])).toEqual([])
    const day = '2026-05-05'
    expect(endedAt(SPREADING, `${day}T11:29:00Z`, ['prod1'])).toHaveLength(1)
    expect(endedAt(SPREADING, `${day}T11:31:00Z`, ['prod1'])).toEqual([])
  })

  it('reads as one would say it', () => {
    const at = Date.parse('2026-05-04T17:30:00Z')
    const past: Past = {
      pod: 'prod1',
      incident: 'x',
      since: at - 3 * HOUR,
      until: at - 3 * HOUR + 38 * 60_000,
      affected: { chat: 'failing', email: 'delayed', voice: 'delayed' },
    }
    expect(told(past, '2026-05-04T17:30:00Z')).toBe(
      'Chat had errors from 4:30 to 5:08 PM (38 minutes). Email and voice calls had delays from 4:30 to 5:08 PM (38 minutes).',
    )
    expect(told({ ...past, affected: { attachments: 'down' } }, '2026-05-05T09:00:00Z')).toBe(
      'Attachments in chat weren’t working from May 4, 4:30 to 5:08 PM (38 minutes).',
    )
  })

  it('leaves out what the agent does not use', () => {
    const past: Past = {
      pod: 'prod1',
      incident: 'x',
      since: 0,
      until: HOUR,
      affected: { chat: 'down', email: 'down' },
    }
    expect(pastFor([past], 'prod1', ['email'], HOUR)).toEqual([{ ...past, affected: { chat: 'down' } }])
    expect(pastFor([past], 'prod1', ['email', 'chat'], HOUR)).toEqual([])
    expect(pastFor([past], 'prod2', [], HOUR)).toEqual([])
    expect(pastFor([past], 'prod1', [], 26 * HOUR)).toEqual([])
  })

  it('is kept once, by what the page says of it', () => {
    const past: Past = { pod: 'prod1', incident: 'x', since: 5, until: HOUR, affected: { chat: 'down' } }
    const found = { ...past, since: 1, until: HOUR - 1 }
    expect(withFound([past], [found], HOUR)).toEqual([found])
    expect(withFound([past], [{ ...found, pod: 'prod2' }], HOUR)).toHaveLength(2)
  })

  it('is not seen to end by somebody who looked away', () => {
    const impacts = [
      {
        capability: 'chat',
        effect: 'down',
        certainty: 'confirmed',
        phase: null,
        since: null,
        incident: 'x',
        because: [],
      },
    ] as const
    const base = { pod: 'prod1', recovering: false, banner: null, nextUpdate: null, upcoming: [] }
    const before = { ...base, level: 'outage', asOf: new Date(0).toISOString(), impacts } as never
    const after = { ...base, level: 'ok', asOf: new Date(60_000).toISOString(), impacts: [] } as never
    expect(seenToEnd(before, after, 60_000)).toMatchObject([{ incident: 'x', until: 60_000 }])
    expect(seenToEnd(before, after, HOUR)).toEqual([])
    expect(seenToEnd(before, { ...(after as object), level: 'unknown' } as never, 60_000)).toEqual([])
  })
})

describe('a background', () => {
  const pastOf = (m: ReturnType<typeof machine>): readonly Past[] => (m.storage.value('past') ?? []) as Past[]

  it('knows what ended while it looked', async () => {
    const m = machine(escalating)
    await m.open()
    await m.playTo('2026-03-24T09:10:00Z')
    expect(pastOf(m)).toEqual(endedAt(ESCALATION, '2026-03-24T09:10:00Z', ['prod4']))
    expect(pastOf(m)).toHaveLength(1)
  })

  it.each([
    ['in the middle of it', '2026-03-24T06:40:00Z'],
    ['before it began', '2026-03-24T06:05:00Z'],
  ])('knows what ended while the browser was closed %s', async (_, closed) => {
    const m = machine(escalating)
    await m.open()
    await m.playTo(closed)
    await m.closedUntil('2026-03-24T12:00:00Z')
    expect(pastOf(m)).toEqual(endedAt(ESCALATION, '2026-03-24T12:00:00Z', ['prod4']))
    expect(pastOf(m)).toHaveLength(1)
  })

  it('forgets it with everything else, and after a day', async () => {
    const m = machine({ playing: TWICE, from: on('10:00') })
    await m.open()
    await m.playTo(on('12:00'))
    expect(pastOf(m).map(({ until }) => until)).toEqual([Date.parse(on('11:40')), Date.parse(on('10:40'))])
    await m.ask({ type: 'page-bg:reset' })
    expect(pastOf(m)).toEqual([])
  })

  it('asks for the list only where something may have ended', async () => {
    const m = machine({
      playing: [...load(['2026-03-24-escalation'])],
      from: '2026-03-24T09:30:00Z',
      settings: { pods: ['prod4'] },
    })
    await m.open()
    await m.playTo('2026-03-24T10:30:00Z')
    // The first time it fills the history.
    expect(m.log.lists.filter((name) => name === 'incidents.json')).toHaveLength(1)
  })
})
