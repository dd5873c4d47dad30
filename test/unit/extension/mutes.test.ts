import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptMutes, mutedIn, muteOf } from '../../../extension/domain/mutes/mutes.ts'
import { type Extent, isNews, type Known, knowing } from '../../../extension/domain/mutes/worstSoFar.ts'
import { EFFECTS, type Judgement } from '../../../shared/model/verdict.ts'
import { impact, judgement } from '../text/voices.ts'
import { trouble, unknownPod, well } from './judgements.ts'

const hits: fc.Arbitrary<Extent> = fc.record({
  effect: fc.constantFrom(...EFFECTS),
  certainty: fc.constantFrom('confirmed' as const, 'possible' as const),
})

describe('what is worse', () => {
  it('is what was not there before', () => {
    expect(isNews({ effect: 'notice', certainty: 'possible' }, undefined)).toBe(true)
  })

  it.each<[string, Extent, Extent, boolean]>([
    [
      'a worse effect',
      { effect: 'down', certainty: 'confirmed' },
      { effect: 'failing', certainty: 'confirmed' },
      true,
    ],
    [
      'a milder effect',
      { effect: 'delayed', certainty: 'confirmed' },
      { effect: 'down', certainty: 'confirmed' },
      false,
    ],
    [
      'certainty',
      { effect: 'down', certainty: 'confirmed' },
      { effect: 'down', certainty: 'possible' },
      true,
    ],
    ['doubt', { effect: 'down', certainty: 'possible' }, { effect: 'down', certainty: 'confirmed' }, false],
  ])('%s', (_, now, before, is) => {
    expect(isNews(now, knowing(before))).toBe(is)
  })

  it('is never what is the same', () => {
    fc.assert(fc.property(hits, (hit) => !isNews(hit, knowing(hit))))
  })

  it('is nothing of what was known together, however it is mixed', () => {
    // A guess of something bad beside the certainty of something mild must not take turns at being worse.
    fc.assert(
      fc.property(fc.array(hits, { minLength: 1 }), (all) => {
        const known = all.reduce<Known | undefined>((before, hit) => knowing(hit, before), undefined)
        return all.every((hit) => !isNews(hit, known))
      }),
    )
  })
})

describe('a muted incident', () => {
  const before = [trouble('failing', { incident: 'a' })]
  const mute = muteOf('a', before)
  const isMuted = (...now: readonly Judgement[]): boolean => mutedIn([mute], now).has('a')

  it('is silent as bad as it was, and where it is better', () => {
    expect(isMuted(...before)).toBe(true)
    expect(isMuted(trouble('delayed', { incident: 'a' }))).toBe(true)
    expect(isMuted(well())).toBe(true)
  })

  it('is loud where it is worse, hits something else, or another pod', () => {
    expect(isMuted(trouble('down', { incident: 'a' }))).toBe(false)
    const email = judgement({
      level: 'degraded',
      impacts: [impact('chat', 'failing', { incident: 'a' }), impact('email', 'delayed', { incident: 'a' })],
    })
    expect(isMuted(email)).toBe(false)
    expect(isMuted(...before, trouble('delayed', { incident: 'a' }, 'prod2'))).toBe(false)
  })

  it('is loud once a guess became certain', () => {
    const guess = muteOf('a', [trouble('failing', { incident: 'a', certainty: 'possible' })])
    expect(mutedIn([guess], before).has('a')).toBe(false)
  })

  it('silences no other incident, and nothing that only components tell', () => {
    const others = [
      judgement({
        level: 'outage',
        impacts: [impact('email', 'down', { incident: 'b' }), impact('sms', 'down', { incident: null })],
      }),
    ]
    expect([...mutedIn([mute], [...before, ...others])]).toEqual(['a'])
  })
})

describe('mutes that are kept', () => {
  const before = [trouble('failing', { incident: 'a' })]
  const mutes = [muteOf('a', before)]

  it('are those of incidents that are open and no worse', () => {
    expect(keptMutes(mutes, before)).toEqual(mutes)
    expect(keptMutes(mutes, [well()])).toEqual([])
    expect(keptMutes(mutes, [trouble('down', { incident: 'a' })])).toEqual([])
    expect(keptMutes(mutes, [trouble('failing', { incident: 'b' })])).toEqual([])
  })

  it('are all of them while nothing is known of some pod', () => {
    expect(keptMutes(mutes, [unknownPod(), well('prod2')])).toEqual(mutes)
  })

  it('do not stay for ever for the sake of a pod that nobody lists', () => {
    const absent = judgement({ pod: 'prod9', level: 'unknown', reason: 'not-listed' })
    expect(keptMutes(mutes, [absent, well()])).toEqual([])
  })
})
