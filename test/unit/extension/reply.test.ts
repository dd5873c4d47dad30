import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../entrypoints/state/settings.ts'
import { workingForCustomers } from '../../../entrypoints/ui/work.ts'
import { HOME, load } from '../../../scripts/replay/load.ts'
import { extension } from '../../../shared/words/extension/en.ts'
import { placeOf } from '../../../shared/words/place.ts'
import { reply } from '../../../shared/words/reply.ts'
import { impact, inMinutes, judgement, NOW } from '../words/told.ts'
import { scenesOf, trouble, unknownPod, well } from './judgements.ts'

const RECORDINGS = load([HOME])
const words = extension.customerReply
const place = placeOf(NOW)
const say = (judged: Parameters<typeof reply>[0], working: readonly string[] = []) =>
  reply(judged, working, words, place)

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z0-9’']+/g) ?? []

/** Every so many words in a row, as one text each. */
const runsOf = (text: string, length = 5): ReadonlySet<string> => {
  const all = wordsOf(text)
  return new Set(all.slice(length - 1).map((_, at) => all.slice(at, at + length).join(' ')))
}

describe.each(RECORDINGS.map((recording) => [recording.id, recording] as const))(
  'replies to %s',
  (_, recording) => {
    const theirs = new Set(
      [recording.title, ...recording.updates.map(({ body }) => body)].flatMap((text) => [...runsOf(text)]),
    )

    it('are safe to send to a customer at every moment, and there only where there is trouble', () => {
      for (const { now, judged } of scenesOf(recording))
        for (const ignored of [null, ['api' as const]]) {
          const working = workingForCustomers(judged, { ...DEFAULT_SETTINGS, ignored })
          const text = reply(judged, working, words, placeOf(now))
          const isTrouble = ['maintenance', 'degraded', 'outage'].includes(judged.level)
          expect(text !== null).toBe(isTrouble)
          for (const sent of [text?.short ?? '', text?.full ?? '']) {
            expect(sent).not.toMatch(/kustomer|prod|\bpods?\b|incident|component|[{}]|undefined|null|NaN/i)
            expect([...runsOf(sent)].filter((run) => theirs.has(run))).toEqual([])
          }
        }
    })
  },
)

describe('a reply', () => {
  it('is hedged where nobody says that it is this pod, in every recording', () => {
    const guesses = RECORDINGS.flatMap(scenesOf).filter(
      ({ judged: { level, impacts } }) =>
        level === 'degraded' && impacts.every(({ certainty }) => certainty === 'possible'),
    )
    expect(guesses.length).toBeGreaterThan(10)
    for (const { now, judged } of guesses) {
      const text = reply(judged, [], words, placeOf(now))
      expect(text?.short).toMatch(/\bmay\b/)
      expect(text?.full).not.toMatch(/isn’t working|slower than usual|since/)
    }
  })

  it('is none where there is no trouble, and none where nobody knows', () => {
    expect(say(well())).toBe(null)
    expect(say(unknownPod())).toBe(null)
    expect(say({ ...trouble('down'), level: 'unknown', reason: 'offline' })).toBe(null)
    expect(say(trouble('notice'))).toBe(null)
  })

  it('says what, since when, what works, and when more is known', () => {
    const judged = { ...trouble('down'), nextUpdate: { due: inMinutes(25), overdue: false } }
    const text = say(judged, ['email'])
    expect(text?.short).toContain('our chat')
    const full = text?.full.replace(/\s/g, ' ')
    expect(full).toContain('since 2:05 PM')
    expect(full).toContain('works as usual: email')
    expect(full).toContain('by 3:25 PM')
    expect(text?.full.startsWith(text.short.replace(` ${words.sorry}`, ''))).toBe(true)
  })

  it('speaks of what is certain alone where something is', () => {
    const text = say(
      judgement({
        level: 'degraded',
        impacts: [impact('chat', 'failing'), impact('email', 'down', { certainty: 'possible' })],
      }),
    )
    expect(text?.full).toContain('our chat')
    expect(text?.full).not.toContain('email')
  })

  it('names a thing once, under the worst that is known of it', () => {
    const text = say(
      judgement({
        level: 'outage',
        impacts: [impact('login', 'down'), impact('routing', 'failing'), impact('timeline', 'delayed')],
      }),
    )
    expect(text?.short.split(words.names.inside)).toHaveLength(2)
    expect(text?.short).toContain('isn’t working right now')
  })

  it('neither promises what is late, nor tells of a start to come', () => {
    const late = {
      ...trouble('down', { since: inMinutes(5) }),
      nextUpdate: { due: inMinutes(-5), overdue: true },
    }
    expect(say(late)?.full).not.toMatch(/since|expect/)
  })

  it('calls planned work planned, and a fix a fix', () => {
    const planned = say(trouble('maintenance'))?.full ?? ''
    expect(planned).toContain('planned work')
    expect(planned).not.toContain(words.working)
    const watched = say(trouble('failing', { phase: 'monitoring' }))?.full ?? ''
    expect(watched).toContain(words.recovering)
    expect(watched).not.toContain(words.working)
  })

  it('knows only what its words know, whatever a relay calls a capability', () => {
    for (const name of ['constructor', '__proto__', 'inside', 'Kustomer Prod1']) {
      const text = say(judgement({ level: 'outage', impacts: [impact(name, 'down')] }))
      expect(text?.short).toContain(words.names.inside)
      expect(text?.short).not.toMatch(/kustomer|prod/i)
    }
  })
})
