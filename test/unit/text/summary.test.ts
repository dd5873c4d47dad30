import { describe, expect, it } from 'vitest'
import { EFFECTS, type Judgement, REASONS } from '../../../shared/model/verdict.ts'
import { agent } from '../../../shared/text/en.ts'
import { summary } from '../../../shared/text/summary.ts'
import { impact, judgement, plainSpaces, voice } from './voices.ts'

const say = (more: Partial<Judgement>): string => plainSpaces(summary(judgement(more), voice))
const guess = { certainty: 'possible' } as const

describe('a pod in one line', () => {
  it('claims no more than that nothing is reported while well', () =>
    expect(say({})).toBe('No trouble is reported for Prod1 (US).'))

  it.each([
    ['outage', 'down', 'Prod1 (US) has an outage: chat, since 2:05 PM UTC.'],
    ['degraded', 'failing', 'Prod1 (US) has errors: chat, since 2:05 PM UTC.'],
    ['degraded', 'delayed', 'Prod1 (US) has delays: chat, since 2:05 PM UTC.'],
    ['maintenance', 'maintenance', 'Prod1 (US) has planned work: chat, since 2:05 PM UTC.'],
    ['notice', 'notice', 'Prod1 (US) has a notice: chat, since 2:05 PM UTC.'],
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
    expect(text).toMatch(/ may (have|be) /)
    expect(text).toMatch(/not certain/)
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
      'Prod1 (US) has errors: chat, since 2:05 PM UTC. Also affected: search. Perhaps also affected: email.',
    ))

  it('tells a quiet notice quietly, whatever its texts speak of', () =>
    expect(say({ level: 'notice', impacts: [impact('routing', 'failing')] })).toMatch(
      /^Prod1 \(US\) has a notice/,
    ))

  it('says that a fix is being watched', () =>
    expect(say({ level: 'degraded', recovering: true, impacts: [impact('chat', 'delayed')] })).toMatch(
      /A fix is being watched\.$/,
    ))

  it('takes the earliest start, and says none where none is known', () => {
    const chat = impact('chat', 'delayed', { since: '2031-03-04T13:00:00Z' })
    expect(say({ level: 'degraded', impacts: [impact('email', 'delayed'), chat] })).toContain('since 1:00 PM')
    expect(say({ level: 'degraded', impacts: [impact('chat', 'delayed', { since: null })] })).toBe(
      'Prod1 (US) has delays: chat.',
    )
  })

  it('hedges a level that comes without any impact', () =>
    expect(say({ level: 'outage' })).toMatch(/may have an outage: the platform/))

  it.each(REASONS)('says why it does not know: %s', (reason) => {
    const text = say({ level: 'unknown', reason })
    expect(text).toContain(agent.reasons[reason])
    expect(text).not.toMatch(/no trouble|well|normal/i)
  })

  it('gives every reason words of its own', () =>
    expect(new Set(Object.values(agent.reasons)).size).toBe(REASONS.length))

  it('is calm about a pod that nobody lists', () =>
    expect(say({ level: 'unknown', reason: 'not-listed' })).toBe(
      'There is no news about Prod1 (US). The status page does not list this pod and reports nothing about it.',
    ))

  it('tells old trouble as old', () =>
    expect(say({ level: 'unknown', reason: 'stale', impacts: [impact('chat', 'down')] })).toMatch(
      /Affected when we last knew: chat\.$/,
    ))

  it('tells an old guess as a guess, and beside what was certain apart from it', () => {
    const old = { level: 'unknown', reason: 'offline' } as const
    const guessed = say({ ...old, impacts: [impact('chat', 'down', guess)] })
    expect(guessed).toContain('Perhaps affected when we last knew: chat.')
    expect(guessed).not.toContain('Affected when')
    const mixed = [
      impact('email', 'failing'),
      impact('chat', 'down', guess),
      impact('email', 'down', { ...guess, incident: 'b2' }),
    ]
    expect(say({ ...old, impacts: mixed })).toMatch(
      /Affected when we last knew: email\. Perhaps affected when we last knew: chat\.$/,
    )
  })

  it('calls the pod by its id where the vendor has no name for it', () =>
    expect(summary(judgement({ pod: 'prod7' }), { ...voice, podName: undefined })).toContain('Prod7'))
})
