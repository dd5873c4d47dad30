import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ACTIONS,
  type Action,
  type Answer,
  counted,
  refusalsOf,
  type Tally,
} from '../../../shared/evidence/visitor.ts'

const NOON = Date.parse('2026-11-03T12:00:00Z')
const MINUTE = 60_000

/** Answers, a minute apart. */
const tallyOf = (...answers: readonly (readonly [Action, string, number])[]): Tally =>
  answers.reduce<Tally>(
    (tally, [action, endpoint, status], minute) =>
      counted(tally, { action, endpoint, status, at: NOON + minute * MINUTE }),
    {},
  )
const sent = (...statuses: readonly number[]): Tally =>
  tallyOf(...statuses.map((status) => ['sending', 'messages', status] as const))

describe('what a visitor sends', () => {
  it('is in trouble with the second refusal, counted from the first', () => {
    expect(refusalsOf(sent(503), 'sending')).toBeNull()
    expect(refusalsOf(sent(503, 500), 'sending')).toEqual({
      refused: 2,
      tried: 2,
      since: NOON,
      last: NOON + MINUTE,
    })
  })

  it('is in trouble no more with the first that goes through', () => {
    expect(refusalsOf(sent(503, 503, 201), 'sending')).toBeNull()
    expect(refusalsOf(sent(503, 200, 503), 'sending')).toBeNull()
    expect(refusalsOf(sent(503, 304, 503), 'sending')).toBeNull()
  })

  it.each([400, 401, 403, 404, 409, 422])('is not refused by a %i, which is tried all the same', (status) => {
    expect(refusalsOf(sent(status, status, status), 'sending')).toBeNull()
    expect(refusalsOf(sent(status, 503, status, 503), 'sending')).toEqual({
      refused: 2,
      tried: 4,
      since: NOON + MINUTE,
      last: NOON + 3 * MINUTE,
    })
  })

  it('may be too much for the vendor, which what is only loaded may not', () => {
    expect(refusalsOf(sent(429, 429), 'sending')).toMatchObject({ refused: 2 })
    const files = tallyOf(['attachments', 'attachments', 429], ['attachments', 'attachments', 429])
    expect(refusalsOf(files, 'attachments')).toMatchObject({ refused: 2 })
    const loads = ['settings', 'sessions', 'messages'].map((endpoint) => ['chat', endpoint, 429] as const)
    expect(refusalsOf(tallyOf(...loads), 'chat')).toBeNull()
  })

  it('is forgotten ten minutes after the last refusal', () => {
    const at = (minutes: number) =>
      ({ action: 'sending', endpoint: 'messages', status: 503, at: NOON + minutes * MINUTE }) as const
    expect(refusalsOf([at(0), at(11)].reduce<Tally>(counted, {}), 'sending')).toBeNull()
    expect(refusalsOf([at(0), at(11), at(20)].reduce<Tally>(counted, {}), 'sending')).toEqual({
      refused: 2,
      tried: 2,
      since: NOON + 11 * MINUTE,
      last: NOON + 20 * MINUTE,
    })
    const loads = ['settings', 'sessions', 'messages'].map(
      (endpoint, i) => ({ ...at(i * 9), action: 'chat', endpoint }) as const,
    )
    expect(refusalsOf(loads.reduce<Tally>(counted, {}), 'chat')).toBeNull()
  })

  it('is told from files, and neither makes up for the other', () => {
    const one = tallyOf(['sending', 'messages', 503], ['attachments', 'attachments', 503])
    expect(ACTIONS.map((action) => refusalsOf(one, action))).toEqual([null, null, null])
    const both = tallyOf(
      ['attachments', 'attachments', 503],
      ['attachments', 'attachments', 503],
      ['sending', 'messages', 200],
    )
    expect(ACTIONS.map((action) => refusalsOf(both, action)?.refused)).toEqual([undefined, undefined, 2])
  })
})

describe('what a chat loads', () => {
  it('is in trouble where three endpoints refuse, and not where one refuses thrice', () => {
    const thrice = tallyOf(['chat', 'settings', 503], ['chat', 'settings', 503], ['chat', 'settings', 503])
    expect(refusalsOf(thrice, 'chat')).toBeNull()
    const two = tallyOf(['chat', 'settings', 503], ['chat', 'settings', 503], ['chat', 'sessions', 502])
    expect(refusalsOf(two, 'chat')).toBeNull()
    const three = counted(two, { action: 'chat', endpoint: 'messages', status: 500, at: NOON + 5 * MINUTE })
    expect(refusalsOf(three, 'chat')).toEqual({
      refused: 4,
      tried: 4,
      since: NOON,
      last: NOON + 5 * MINUTE,
    })
    const fewer = counted(three, { action: 'chat', endpoint: 'sessions', status: 200, at: NOON + 6 * MINUTE })
    expect(refusalsOf(fewer, 'chat')).toBeNull()
  })

  it('is in trouble where two endpoints refuse again and again for a minute, and not in a moment', () => {
    const answers = (apart: number): Tally =>
      ['settings', 'sessions', 'settings', 'sessions'].reduce<Tally>(
        (tally, endpoint, at) =>
          counted(tally, { action: 'chat', endpoint, status: 503, at: NOON + at * apart }),
        {},
      )
    expect(refusalsOf(answers(10_000), 'chat')).toBeNull()
    expect(refusalsOf(answers(20_000), 'chat')).toMatchObject({ refused: 4, since: NOON })
  })
})

describe('any answers', () => {
  const anAnswer: fc.Arbitrary<Answer> = fc.record({
    action: fc.constantFrom(...ACTIONS),
    endpoint: fc.constantFrom('settings', 'sessions', 'messages', 'attachments'),
    status: fc.constantFrom(200, 204, 301, 400, 401, 403, 404, 429, 500, 502, 503, 504),
    at: fc.integer({ min: NOON, max: NOON + 1e7 }),
  })

  it('are kept as no more than one row an action and endpoint, and never say more than was refused', () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 60 }), (answers) => {
        const tally = answers.reduce(counted, {} as Tally)
        expect(Object.keys(tally).length).toBeLessThanOrEqual(12)
        for (const action of ACTIONS) {
          const refused = answers.filter(({ action: one, status }) => one === action && status >= 429).length
          const found = refusalsOf(tally, action)
          if (found === null) continue
          expect(found.refused).toBeLessThanOrEqual(refused)
          expect(found.refused).toBeLessThanOrEqual(found.tried)
          expect(found.since).toBeGreaterThanOrEqual(NOON)
        }
      }),
    )
  })
})
