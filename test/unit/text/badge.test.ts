import { describe, expect, it } from 'vitest'
import { type Judgement, LEVELS } from '../../../shared/model/verdict.ts'
import { badge } from '../../../shared/text/badge.ts'
import { COLORS } from '../../../shared/text/colors.ts'
import { impact, inMinutes, judgement, plainSpaces, voice } from './voices.ts'

const wear = (more: Partial<Judgement>) => badge(judgement(more), voice)
const guess = { certainty: 'possible' } as const

describe('the badge', () => {
  it.each([
    ['unknown', '?'],
    ['ok', ''],
    ['notice', 'i'],
    ['maintenance', '~'],
    ['degraded', '!'],
    ['outage', '!!'],
  ] as const)('%s reads "%s"', (level, text) => {
    expect(wear({ level }).text).toBe(text)
    expect(wear({ level }).color).toBe(COLORS[level])
  })

  it('is told apart by text alone, within three characters', () => {
    const sure = LEVELS.map((level) => wear({ level }).text)
    const unsure = (
      [
        ['notice', 'notice'],
        ['maintenance', 'maintenance'],
        ['degraded', 'failing'],
      ] as const
    ).map(([level, effect]) => wear({ level, impacts: [impact('chat', effect, guess)] }).text)
    expect(unsure).toEqual(['i?', '~?', '!?'])
    const all = [...sure, ...unsure, wear({ level: 'unknown', reason: 'not-listed' }).text]
    expect(new Set(all).size).toBe(all.length)
    for (const text of all) expect([...text].length).toBeLessThanOrEqual(3)
  })

  it('carries "?" only where guesses alone set the level', () => {
    const text = (...impacts: readonly ReturnType<typeof impact>[]): string =>
      wear({ level: 'degraded', impacts }).text
    expect(text(impact('chat', 'down', guess))).toBe('!?')
    expect(text(impact('chat', 'down', guess), impact('email', 'notice'))).toBe('!?')
    expect(text(impact('chat', 'down', guess), impact('email', 'delayed'))).toBe('!')
  })

  it('keeps a quiet notice without "?" where anything about it is certain', () =>
    expect(
      wear({ level: 'notice', impacts: [impact('chat', 'notice', guess), impact('email', 'failing')] }).text,
    ).toBe('i'))

  it('takes the word of whoever knows better what sets the level', () => {
    const quiet = impact('email', 'failing')
    const loud = impact('chat', 'delayed', guess)
    const judged = judgement({ level: 'degraded', impacts: [quiet, loud] })
    expect(badge(judged, voice, [loud]).text).toBe('!?')
    expect(badge(judged, voice, [loud]).title).toContain('may have had delays')
  })

  it('makes no alarm of a pod that nobody lists, and no health', () =>
    expect(wear({ level: 'unknown', reason: 'not-listed' })).toMatchObject({
      text: '–',
      color: COLORS.unknown,
    }))

  it('has a title with pod, what, since when and the next update, by the clock', () =>
    expect(
      plainSpaces(
        wear({
          level: 'degraded',
          impacts: [impact('attachments', 'failing')],
          nextUpdate: { due: inMinutes(20), overdue: false },
          asOf: inMinutes(-6),
        }).title,
      ),
    ).toBe(
      'Attachments in chat have had errors on Prod1 (US) since 2:05 PM UTC. Next update due 3:20 PM UTC. News as of 2:54 PM UTC.',
    ))
})
