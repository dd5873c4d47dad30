import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EFFECTS, LEVELS } from '../../../shared/model/verdict.ts'
import { SCENES, sceneOf } from '../../../shared/text/scene.ts'
import { findingOf } from '../../../widget/loader/findingOf.ts'
import { relayAnswer } from './support/documents.ts'

const { verdict: right } = relayAnswer()
const read = (some: Record<string, unknown>) => findingOf({ ...(right as Record<string, unknown>), ...some })

/** Words that are nearly right, and what pages and people put where words belong. */
const word = fc.oneof(
  fc.constantFrom(
    '2031-03-04T12:00:00Z',
    '2031-03-04T12:00:00+02:00',
    '2031-03-04',
    'yesterday',
    '2031-02-30T99:00:00Z',
  ),
  fc.constantFrom('prod1', 'chat', 'attachments', 'platform', 'constructor', '__proto__', 'toString', ''),
  fc.constantFrom(...EFFECTS, ...LEVELS, 'confirmed', 'possible', 'Down', ' down', 'ok '),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('<img src=x onerror=alert(1)>', 'javascript:alert(1)', '\u202egnp', 'a\nb'),
)
const wild = fc.oneof(
  word,
  fc.constantFrom(null, undefined, 0, 1, -1, Number.NaN, true, false),
  fc.anything({ maxDepth: 2, withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
)
const claim = fc.record(
  {
    capability: wild,
    subject: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('chat', 'attachments') },
      { weight: 1, arbitrary: wild },
    ),
    effect: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...EFFECTS) }, { weight: 1, arbitrary: wild }),
    certainty: wild,
    phase: wild,
    since: wild,
    incident: wild,
    recovering: wild,
    because: fc.oneof(
      wild,
      fc.array(fc.oneof(wild, fc.record({ source: wild, text: wild })), { maxLength: 3 }),
    ),
    extra: wild,
  },
  { requiredKeys: [] },
)
const poisoned = fc.oneof(
  wild,
  fc.record(
    {
      pod: fc.oneof({ weight: 6, arbitrary: fc.constant('prod1') }, { weight: 1, arbitrary: wild }),
      level: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...LEVELS) }, { weight: 1, arbitrary: wild }),
      recovering: wild,
      asOf: wild,
      reason: wild,
      impacts: fc.oneof(fc.array(fc.oneof(claim, wild), { maxLength: 4 }), wild),
      banner: fc.oneof({ weight: 4, arbitrary: claim }, { weight: 1, arbitrary: wild }),
      nextUpdate: wild,
      upcoming: wild,
      badge: wild,
    },
    { requiredKeys: [] },
  ),
)

const isTime = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && new Date(value).toISOString() === value)
const isText = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() !== '')

describe('a verdict that another tab stored or a relay sent', () => {
  it('is taken whole where it is right', () => {
    const { pod: _, asOf: __, ...rest } = right as Record<string, unknown>
    expect(read({})).toEqual(rest)
    // Out of storage as well.
    expect(findingOf(JSON.parse(JSON.stringify(read({}))))).toEqual(rest)
  })

  it('is taken in no other way than the closed lists allow, whatever it holds', () => {
    let verdicts = 0
    let banners = 0
    let impacts = 0
    fc.assert(
      fc.property(poisoned, (value) => {
        const verdict = findingOf(value)
        if (verdict === null) return
        if (verdict.impacts === undefined) {
          expect(verdict).toEqual({ level: verdict.level === 'ok' ? 'ok' : 'unknown' })
          return
        }
        verdicts++
        expect(Object.keys(verdict).sort()).toEqual(
          ['banner', 'impacts', 'level', 'nextUpdate', 'recovering', 'upcoming'].sort(),
        )
        expect(verdict).toMatchObject({ nextUpdate: null, upcoming: [] })
        expect(LEVELS).toContain(verdict.level)
        expect([true, false]).toContain(verdict.recovering)
        impacts += verdict.impacts.length
        const { banner } = verdict
        if (!banner) return
        banners++
        expect(Object.keys(banner).sort()).toEqual(
          ['certainty', 'effect', 'incident', 'recovering', 'since', 'subject'].sort(),
        )
        expect(['chat', 'attachments']).toContain(banner.subject)
        expect(EFFECTS).toContain(banner.effect)
        expect(['confirmed', 'possible']).toContain(banner.certainty)
        expect([true, false]).toContain(banner.recovering)
        expect(isText(banner.incident) && isTime(banner.since)).toBe(true)
        expect(SCENES).toContain(sceneOf(banner))
      }),
      { numRuns: 2000 },
    )
    // Else the property would have looked at nothing.
    expect(verdicts).toBeGreaterThan(100)
    expect(banners).toBeGreaterThan(10)
    expect(impacts).toBeGreaterThan(10)
  })

  it('keeps its level: none is made up, and health is believed only with nothing against it', () => {
    fc.assert(
      fc.property(poisoned, (value) => {
        const verdict = findingOf(value)
        if (verdict === null) return
        const { level } = value as { level: unknown }
        // A level alone claims nothing but health.
        const isClaimed = (level === 'ok') === (verdict.impacts === undefined)
        expect(verdict.level).toBe(isClaimed ? level : 'unknown')
      }),
      { numRuns: 1000 },
    )
    expect(read({ level: 'ok', impacts: [], banner: null })?.level).toBe('ok')
    expect(read({ level: 'ok' })).toMatchObject({ level: 'unknown', banner: { subject: 'chat' } })
    for (const level of ['', 'OK', 'Outage', 'toString', null, 1, ['ok'], { ok: 1 }])
      expect(read({ level }), String(level)).toBeNull()
  })

  it.each([
    ['a subject that customers are told nothing of', { subject: 'email' }],
    ['a subject with an end', { subject: 'chat\n' }],
    ['a subject in a list', { subject: ['chat'] }],
    ['no subject', { subject: null }],
    ['an effect that is none', { effect: 'Down' }],
    ['an effect of every object', { effect: 'toString' }],
    ['an effect in a list', { effect: ['down'] }],
  ])('draws no banner from %s', (_, some) => {
    const { banner } = right as { banner: object }
    // The value would have been drawn from, had it been believed.
    expect(read({ banner })?.banner).not.toBeNull()
    expect(read({ banner: { ...banner, ...some } })?.banner).toBeNull()
  })

  it('has no start but a full time: browsers read other texts each in its own way', () => {
    const { banner } = right as { banner: object }
    for (const since of ['yesterday', '2031-03-04', '1', 1, 'Mar 4', '2031-13-04T12:00:00Z'])
      expect(read({ banner: { ...banner, since } })?.banner).toMatchObject({ since: null })
    const since = '2031-03-04T13:00:00+02:00'
    expect(read({ banner: { ...banner, since } })?.banner?.since).toBe('2031-03-04T11:00:00.000Z')
  })

  it('is a guess where it does not say that it is sure', () => {
    const { banner } = right as { banner: object }
    for (const certainty of [undefined, 'Confirmed', true, 'sure', ['confirmed']])
      expect(read({ banner: { ...banner, certainty } })?.banner).toMatchObject({ certainty: 'possible' })
  })

  it('recovers only where it says so plainly', () => {
    const { banner } = right as { banner: object }
    for (const recovering of ['true', 1, 'false', {}, undefined]) {
      expect(read({ recovering })?.recovering).toBe(false)
      expect(read({ banner: { ...banner, recovering } })?.banner?.recovering).toBe(false)
    }
    expect(read({ recovering: true })?.recovering).toBe(true)
  })

  it.each([null, undefined, 0, '', '{}', [], {}, { level: 'down' }, { level: ['ok'] }, 'outage', true])(
    'is none where it is %j',
    (poison) => {
      expect(findingOf(poison)).toBeNull()
    },
  )
})
