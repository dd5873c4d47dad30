import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAPABILITIES } from '../../../shared/model/capabilities.ts'
import { EFFECTS, type Impact, type Judgement, LEVELS, REASONS } from '../../../shared/model/verdict.ts'
import { badge } from '../../../shared/text/badge.ts'
import { bannerText } from '../../../shared/text/banner.ts'
import { detail, why } from '../../../shared/text/detail.ts'
import { agent, customer } from '../../../shared/text/en.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { newsAge, nextUpdate } from '../../../shared/text/news.ts'
import { quote } from '../../../shared/text/quote.ts'
import { SCENES } from '../../../shared/text/scene.ts'
import { summary } from '../../../shared/text/summary.ts'
import { upcoming } from '../../../shared/text/upcoming.ts'
import { NOW } from './voices.ts'

/** Whatever the vendor writes: what must not come out of our own sentences is kept out of theirs. */
const data = fc
  .string({ unit: 'binary', maxLength: 300 })
  .filter((text) => !/[{}]|undefined|null|NaN|Invalid|\[object/.test(quote(text, 300)))
const time = fc.oneof(
  fc.constant(null),
  fc.constantFrom('', 'soon', '2031-02-30', '+275760-09-13T00:00:00.001Z', '-000001-01-01T00:00:00Z'),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.integer({ min: -9e8, max: 9e8 }).map((off) => new Date(NOW + off).toISOString()),
)
const capability = fc.oneof(
  fc.constantFrom(...CAPABILITIES),
  fc.constantFrom('constructor', '__proto__'),
  data,
)

const impacts: fc.Arbitrary<Impact> = fc.record({
  capability,
  effect: fc.constantFrom(...EFFECTS),
  certainty: fc.constantFrom('confirmed' as const, 'possible' as const),
  phase: fc.option(fc.oneof(fc.constantFrom('monitoring', 'identified', 'toString'), data)),
  since: time,
  incident: fc.option(data),
  because: fc.array(
    fc.record({ source: fc.constantFrom('component', 'title', 'update', 'note'), text: data }),
    { maxLength: 3 },
  ),
})

const judgements: fc.Arbitrary<Judgement> = fc
  .record({
    pod: fc.oneof(fc.constant('prod1'), data),
    level: fc.constantFrom(...LEVELS),
    recovering: fc.boolean(),
    asOf: time,
    reason: fc.option(fc.constantFrom(...REASONS)),
    impacts: fc.array(impacts, { maxLength: 8 }),
    nextUpdate: fc.option(fc.record({ due: time.map((due) => due ?? ''), overdue: fc.boolean() })),
    upcoming: fc.array(
      fc.record({ incident: data, starts: time, ends: time, capabilities: fc.array(capability) }),
      { maxLength: 2 },
    ),
  })
  .map(({ reason, ...rest }) => ({ ...rest, banner: null, ...(reason === null ? {} : { reason }) }))

const voices = fc
  .record({
    locale: fc.constantFrom('en', 'de', 'pl', 'ar', 'he', 'ja', 'pt-BR', 'no such', ''),
    zone: fc.constantFrom('UTC', 'Asia/Kolkata', 'America/New_York', 'Nowhere', ''),
    podName: fc.option(data, { nil: undefined }),
  })
  .map(({ locale, zone, podName }) => ({ ...placeOf(NOW, locale, zone), words: agent, podName }))

/** Where a test looks for words of ours, data may not hold them: generated text can say anything. */
const NAME = 'Prod1 (US)'

const FAULT = /\{\w*\}|undefined|null|NaN|Invalid|\[object|[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/

describe('whatever the verdict', () => {
  it('no sentence for agents has a gap, a stray value or a character that hides', () => {
    fc.assert(
      fc.property(judgements, voices, (judged, voice) => {
        const { text, color, title } = badge(judged, voice)
        const lines = [
          summary(judged, voice),
          title,
          newsAge(judged, voice),
          nextUpdate(judged.nextUpdate, voice),
          ...judged.impacts.flatMap((impact) => [detail(impact, voice), ...why(impact, voice)]),
          ...judged.upcoming.map((work) => upcoming(work, judged, voice)),
        ].filter((line) => line !== null)
        for (const line of lines) expect(line).not.toMatch(FAULT)
        expect([...text].length).toBeLessThanOrEqual(3)
        expect(text === '').toBe(judged.level === 'ok')
        expect(color).toMatch(/^#[0-9a-f]{6}$/)
        expect(title.length).toBeLessThan(2000)
      }),
      { numRuns: 500 },
    )
  })

  it('only `ok` ever says that nothing is reported', () => {
    fc.assert(
      fc.property(judgements, voices, (judged, voice) => {
        expect(summary(judged, { ...voice, podName: NAME }).startsWith('No trouble')).toBe(
          judged.level === 'ok',
        )
      }),
    )
  })

  it('a level of guesses alone is never told as a fact', () => {
    fc.assert(
      fc.property(judgements, voices, (judged, voice) => {
        const guessed: Judgement = {
          ...judged,
          level: 'degraded',
          impacts: judged.impacts.map((impact) => ({ ...impact, certainty: 'possible' })),
        }
        const line = summary(guessed, { ...voice, podName: NAME })
        expect(line).toContain(agent.uncertain)
        expect(line).not.toContain(`${NAME} has `)
      }),
    )
  })

  it('no sentence for customers has a gap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCENES), time, voices, (scene, since, place) => {
        const { headline, works, working, since: began } = bannerText(scene, customer, place, { since })
        expect([headline, works, working, began].join(' ')).not.toMatch(FAULT)
      }),
    )
  })
})
