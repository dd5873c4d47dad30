import { describe, expect, it } from 'vitest'
import { viewOf } from '../../../extension/domain/podView.ts'
import { DEFAULT_SETTINGS } from '../../../extension/domain/settings.ts'
import { teamReply } from '../../../extension/domain/teamReply.ts'
import { incidentPage } from '../../../extension/domain/vendorPages.ts'
import { extension } from '../../../extension/text/en.ts'
import { reply } from '../../../extension/text/reply.ts'
import { workingForCustomers } from '../../../extension/ui/capabilitiesInUse.ts'
import { summaryAt } from '../../../scripts/replay/documents.ts'
import { HOME, load } from '../../../scripts/replay/load.ts'
import { readRecording } from '../../../scripts/replay/readRecording.ts'
import type { Recording } from '../../../scripts/replay/recording.ts'
import { readNews } from '../../../shared/feed/news.ts'
import type { Impact } from '../../../shared/model/verdict.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { impact, inMinutes, judgement, NOW, plainSpaces, voice } from '../text/voices.ts'
import { scenesOf, trouble, unknownPod, well } from './judgements.ts'
import { on, SPREADING } from './stories.ts'

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

/** What no customer meets. */
const UNNOTICED: ReadonlySet<string> = new Set([
  ...['api', 'webhooks', 'analytics', 'exports', 'bulk-jobs', 'tracking', 'audit-log'],
])

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
          const isNoticed = judged.impacts.some(
            ({ capability, effect }) => effect !== 'notice' && !UNNOTICED.has(capability),
          )
          expect(text !== null).toBe(isTrouble && isNoticed)
          for (const sent of [text?.short ?? '', text?.full ?? '']) {
            expect(sent).not.toMatch(/kustomer|prod|\bpods?\b|incident|component|[{}]|undefined|null/i)
            expect(sent).not.toContain('NaN')
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
      expect(text?.full).not.toMatch(/isn’t working|aren’t working|slower than usual/)
    }
  })

  it('is none where there is no trouble, and none where nobody knows', () => {
    expect(say(well())).toBe(null)
    expect(say(unknownPod())).toBe(null)
    expect(say({ ...trouble('down'), level: 'unknown', reason: 'offline' })).toBe(null)
    expect(say(trouble('notice'))).toBe(null)
  })

  it('says what, what works, and when more is known, with its zone', () => {
    const judged = { ...trouble('down'), nextUpdate: { due: inMinutes(25), overdue: false } }
    const text = say(judged, ['email'])
    expect(text?.short).toBe('Sorry, our chat isn’t working right now.')
    expect(text?.full.replace(/\s/g, ' ')).toBe(
      'Sorry, our chat isn’t working right now. Email still works. We expect to know more by 3:25 PM UTC.',
    )
  })

  it('has what is affected as its subject, one thing or several', () => {
    const files = judgement({ level: 'degraded', impacts: [impact('attachments', 'failing')] })
    expect(say(files, ['chat'])?.full).toBe(
      'Sorry, sending files in our chat isn’t working reliably right now. Chat messages still work. It’s being worked on.',
    )
    const calls = judgement({ level: 'degraded', impacts: [impact('voice', 'delayed')] })
    expect(say(calls, ['chat', 'email'])?.full).toBe(
      'Sorry, phone calls are slower than usual right now. Chat messages and email still work. It’s being worked on.',
    )
    const both = judgement({
      level: 'outage',
      impacts: [impact('chat', 'down'), impact('email', 'down'), impact('sms', 'delayed')],
    })
    expect(say(both)?.short).toBe(
      'Sorry, our chat and email aren’t working right now. Text messages are slower than usual.',
    )
  })

  it('for the team names pod, times with their zone, and the report', () => {
    const judged = { ...trouble('failing'), nextUpdate: { due: inMinutes(25), overdue: false } }
    const [first] = judged.impacts
    expect(plainSpaces(teamReply(judged, voice))).toBe(
      `Chat has had errors on Prod1 (US) since 2:05 PM UTC. Next update due 3:25 PM UTC. ${incidentPage(first?.incident ?? null)}`,
    )
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
    expect(text?.short).toBe('Sorry, our replies may take longer than usual right now.')
    const beside = judgement({
      level: 'outage',
      impacts: [impact('login', 'down'), impact('chat', 'failing')],
    })
    expect(say(beside)?.short).toBe(
      'Sorry, our chat isn’t working reliably right now. Our replies may take longer than usual.',
    )
  })

  it.each(['exports', 'webhooks', 'analytics', 'audit-log', 'api'])(
    'tells customers nothing of what they do not notice: %s',
    (capability) => {
      const hidden = impact(capability, 'down')
      expect(say(judgement({ level: 'outage', impacts: [hidden] }))).toBeNull()
      const beside = judgement({ level: 'outage', impacts: [hidden, impact('email', 'delayed')] })
      expect(say(beside)?.short).toBe('Sorry, email is slower than usual right now.')
    },
  )

  it('promises nothing that is late', () => {
    const late = {
      ...trouble('down', { since: inMinutes(5) }),
      nextUpdate: { due: inMinutes(-5), overdue: true },
    }
    expect(say(late)?.full).not.toMatch(/expect/)
  })

  it('says that a fix is in place only where one is for all that it speaks of', () => {
    const watched = impact('chat', 'down', { phase: 'monitoring' })
    const told = (...impacts: readonly Impact[]) =>
      say(judgement({ level: 'outage', recovering: true, impacts }))?.full
    expect(told(watched)).toContain(words.recovering)
    expect(told(watched, impact('email', 'delayed', { phase: 'monitoring' }))).toContain(words.recovering)
    for (const phase of ['investigating', 'identified', null]) {
      const lesser = told(watched, impact('email', 'delayed', { phase }))
      expect(lesser).not.toContain(words.recovering)
      expect(lesser).toContain(words.working)
    }
    // What is not spoken of does not matter.
    expect(told(watched, impact('email', 'down', { certainty: 'possible' }))).toContain(words.recovering)
  })

  it('tells customers nothing of what the vendor calls harmless beside trouble', () => {
    const harmless = readRecording(
      {
        id: 'harmless',
        title: 'Emails are delayed (Prod1)',
        impact: 'none',
        components: [],
        updates: [{ status: 'investigating', at: on('09:00'), body: 'Emails are delayed on Prod1.' }],
      },
      'harmless',
    )
    const at = on('10:20')
    const now = Date.parse(at)
    const told = (playing: readonly Recording[]) => {
      const news = readNews(JSON.stringify(summaryAt(playing, at)))
      if (!news.ok) throw new Error(news.detail)
      const held = { news: news.value, at: now, trouble: null }
      const [pod] = viewOf(held, { pods: ['prod1'], ignored: null }, [], now).pods
      if (pod === undefined) throw new Error('no pod')
      return { pod, text: reply(pod.serious, [], words, placeOf(now)) }
    }
    const beside = told([...SPREADING, harmless])
    expect(beside.pod.mine.impacts.map(({ capability }) => capability)).toContain('email')
    expect(beside.text?.full).toContain('our chat')
    expect(beside.text?.full).not.toContain('email')
    expect(beside.text).toEqual(told(SPREADING).text)
    expect(told([harmless]).text).toBe(null)
  })

  it('calls maintenance planned, and a fix a fix', () => {
    const planned = say(trouble('maintenance'))?.full ?? ''
    expect(planned).toContain('planned maintenance')
    expect(planned).not.toContain(words.working)
    const watched = say(trouble('failing', { phase: 'monitoring' }))?.full ?? ''
    expect(watched).toContain(words.recovering)
    expect(watched).not.toContain(words.working)
  })

  it('knows only what its words know, whatever a relay calls a capability', () => {
    for (const name of ['constructor', '__proto__', 'inside', 'Kustomer Prod1']) {
      expect(say(judgement({ level: 'outage', impacts: [impact(name, 'down')] }))).toBeNull()
    }
  })
})
