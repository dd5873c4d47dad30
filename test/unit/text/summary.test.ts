import { describe, expect, it } from 'vitest'
import { EFFECTS, type Judgement, REASONS } from '../../../shared/model/verdict.ts'
import { agent } from '../../../shared/text/en.ts'
import { summary } from '../../../shared/text/summary.ts'
import { impact, inMinutes, judgement, plainSpaces, voice } from './voices.ts'

const say = (more: Partial<Judgement>): string => plainSpaces(summary(judgement(more), voice))
const guess = { certainty: 'possible' } as const

describe('a pod in one line', () => {
  it('claims no more than that nothing is reported while well', () =>
    expect(say({})).toBe('No trouble is reported for Prod1 (US).'))

  it.each([
    ['outage', 'down', 'Chat hasn’t been working on Prod1 (US) since 2:05 PM UTC.'],
    ['degraded', 'failing', 'Chat has had errors on Prod1 (US) since 2:05 PM UTC.'],
    ['degraded', 'delayed', 'Chat has had delays on Prod1 (US) since 2:05 PM UTC.'],
    ['maintenance', 'maintenance', 'Chat has been under maintenance on Prod1 (US) since 2:05 PM UTC.'],
    ['notice', 'notice', 'A notice has applied to Prod1 (US) since 2:05 PM UTC: chat.'],
  ] as const)('%s by %s', (level, effect, sentence) =>
    expect(say({ level, impacts: [impact('chat', effect)] })).toBe(sentence),
  )

  it.each(EFFECTS)('never tells a possible "%s" as a fact', (effect) => {
    const level = ({ down: 'degraded', failing: 'degraded', delayed: 'degraded' } as const)[
      effect as 'down' | 'failing' | 'delayed'
    ]
    const text = say({
      level: level ?? (effect as 'notice' | 'maintenance'),
      impacts: [impact('chat', effect, guess)],
    })
    expect(text).toMatch(/ may (not )?(have|be|apply) /)
    expect(text).toMatch(/isn’t confirmed/)
  })

  it('parts what is certain from what is not, and names nothing twice', () =>
    expect(
      say({
        level: 'degraded',
        impacts: [
          impact('chat', 'failing'),
          impact('email', 'failing', guess),
          impact('search', 'delayed'),
          impact('chat', 'delayed', { ...guess, incident: 'b2' }),
          impact('search', 'failing', { ...guess, incident: 'b2' }),
        ],
      }),
    ).toBe(
      'Chat has had errors on Prod1 (US) since 2:05 PM UTC. Also affected: search. Possibly also affected: email.',
    ))

  it('tells a quiet notice quietly, whatever its texts speak of', () =>
    expect(say({ level: 'notice', impacts: [impact('routing', 'failing')] })).toMatch(
      /^A notice has applied to Prod1 \(US\)/,
    ))

  it('says that a fix is being monitored', () =>
    expect(say({ level: 'degraded', recovering: true, impacts: [impact('chat', 'delayed')] })).toMatch(
      /A fix is in place and being monitored\.$/,
    ))

  it('takes the earliest start, and says none where none is known', () => {
    const chat = impact('chat', 'delayed', { since: '2031-03-04T13:00:00Z' })
    expect(say({ level: 'degraded', impacts: [impact('email', 'delayed'), chat] })).toContain('since 1:00 PM')
    expect(say({ level: 'degraded', impacts: [impact('chat', 'delayed', { since: null })] })).toBe(
      'Chat has delays on Prod1 (US).',
    )
  })

  it('speaks of one thing or of several', () => {
    const all = (...names: readonly string[]) =>
      say({ level: 'degraded', impacts: names.map((name) => impact(name, 'failing', { since: null })) })
    expect(all('chat')).toBe('Chat has errors on Prod1 (US).')
    expect(all('workflow')).toBe('Workflows have errors on Prod1 (US).')
    expect(all('chat', 'email')).toBe('Chat and email have errors on Prod1 (US).')
  })

  it('says for how long where it is drawn anew, and never of a start to come', () => {
    const live = (since: string) =>
      plainSpaces(
        summary(
          judgement({ level: 'degraded', impacts: [impact('chat', 'failing', { since })] }),
          voice,
          undefined,
          true,
        ),
      )
    expect(live(inMinutes(-25))).toMatch(/ since 2:35 PM UTC \(25 min\)\.$/)
    expect(live(inMinutes(-26 * 60))).toMatch(/ since .* \(26 hr\)\.$/)
    expect(live(inMinutes(0))).not.toContain('min')
    expect(live(inMinutes(5))).not.toContain('min')
  })

  it('hedges a level that comes without any impact', () =>
    expect(say({ level: 'outage' })).toMatch(/The platform .* may not be working/))

  it.each(REASONS)('says why it does not know: %s', (reason) => {
    const text = say({ level: 'unknown', reason })
    expect(text).toContain(agent.reasons[reason])
    expect(text).not.toMatch(/no trouble|well|normal/i)
  })

  it('gives every reason words of its own', () =>
    expect(new Set(Object.values(agent.reasons)).size).toBe(REASONS.length))

  it('is calm about a pod that nobody lists', () =>
    expect(say({ level: 'unknown', reason: 'not-listed' })).toBe(
      'There’s no status for Prod1 (US). The status page doesn’t list this pod and reports nothing about it.',
    ))

  it('tells old trouble as old', () =>
    expect(say({ level: 'unknown', reason: 'stale', impacts: [impact('chat', 'down')] })).toMatch(
      /Affected at last check: chat\.$/,
    ))

  it('tells an old guess as a guess, and beside what was certain apart from it', () => {
    const old = { level: 'unknown', reason: 'offline' } as const
    const guessed = say({ ...old, impacts: [impact('chat', 'down', guess)] })
    expect(guessed).toContain('Possibly affected at last check: chat.')
    expect(guessed).not.toContain('Affected at')
    const mixed = [
      impact('email', 'failing'),
      impact('chat', 'down', guess),
      impact('email', 'down', { ...guess, incident: 'b2' }),
    ]
    expect(say({ ...old, impacts: mixed })).toMatch(
      /Affected at last check: email\. Possibly affected at last check: chat\.$/,
    )
  })

  it('calls the pod by its id where the vendor has no name for it', () =>
    expect(summary(judgement({ pod: 'prod7' }), { ...voice, podName: undefined })).toContain('Prod7'))
})
