import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Noticed } from '../../../extension/domain/evidence/watch.ts'
import { evidence, notedText, noticedNotification, noticedText } from '../../../extension/text/evidence.ts'
import { noticedReport } from '../../../extension/text/noticedReport.ts'
import { KINDS } from '../../../shared/evidence/sign.ts'
import { DAY, MINUTE } from '../../../shared/model/limits.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { noticedAt } from '../../support/noticed.ts'
import { NOW, plainSpaces } from '../text/voices.ts'

const place = placeOf(NOW)
const sign = (more: Partial<Noticed> = {}): Noticed => noticedAt(NOW, more)
const said = (more: Partial<Noticed>): string => noticedText(sign(more), place, NOW - 20_000)

describe('what was noticed, in words', () => {
  it.each<[string, Partial<Noticed>]>([
    [
      'Your own requests to the agent app are failing: 14 of 20 in the last 5 minutes. Kustomer’s page answers and says nothing yet (asked 20 seconds ago).',
      {},
    ],
    [
      'Your own requests to the agent app are failing: 14 of 20 in the last 3 minutes. Kustomer’s page answers and says nothing yet (asked 20 seconds ago).',
      { since: NOW - 3 * MINUTE, updated: NOW },
    ],
    [
      'Your own requests to the agent app are much slower than usual: 14 of 20 in the last 9 minutes. Kustomer’s page answers and says nothing yet (asked 20 seconds ago).',
      { kind: 'slow', since: NOW - 9 * MINUTE },
    ],
    [
      'Your browser can’t reach Kustomer: 18 of 18 attempts in 5 minutes; its status page answers. The cause may be your network or VPN.',
      { kind: 'unreachable', bad: 18, tried: 18, since: NOW - 20 * MINUTE },
    ],
    [
      'Your last four attachments were refused. Kustomer’s page answers and says nothing yet (asked 20 seconds ago).',
      { what: 'attachments', bad: 4, tried: 4 },
    ],
    [
      '12 of your last 15 messages were refused. Kustomer’s page answers and says nothing yet (asked 20 seconds ago).',
      { what: 'sending', bad: 12, tried: 15 },
    ],
    [
      'Your last 12 attempts to sign in were refused. Kustomer’s page answers and says nothing yet (asked 20 seconds ago).',
      { what: 'login', bad: 12, tried: 12 },
    ],
  ])('%s', (text, more) => expect(said(more)).toBe(text))

  it('is told as past to whoever reads of it later', () => {
    expect(notedText(sign(), place)).toBe('Requests to the agent app failed: 14 of 20 within 5 minutes.')
    expect(notedText(sign({ what: 'sending', bad: 4, tried: 4 }), place)).toBe(
      '4 of 4 messages were refused.',
    )
  })

  it('says nothing of the page where that gave no answer', () => {
    expect(noticedText(sign(), place, null)).not.toContain('page')
  })

  it('is notified of, and once more when the page confirms it', () => {
    expect(noticedNotification(sign(), true, place)).toEqual({
      title: 'Your own requests are failing',
      text: said({}),
    })
    const confirmed = sign({ at: NOW - 31 * MINUTE, confirmed: NOW })
    expect(noticedNotification(confirmed, false, place).text).toBe(
      'Kustomer confirms. You noticed 31 minutes earlier.',
    )
    for (const kind of KINDS)
      expect(noticedNotification(sign({ kind }), true, place).title.length).toBeLessThanOrEqual(45)
  })
})

it('no text claims more than was seen', () => {
  const texts = JSON.stringify(evidence)
  expect(texts.length).toBeGreaterThan(1000)
  for (const word of ['down', 'outage', 'outages', 'pod', 'pods'])
    expect(texts).not.toMatch(new RegExp(`\\b${word}\\b`, 'i'))
  // A cause is at most what may be one.
  for (const [sentence] of texts.matchAll(/[^."]*\b(because|caused?)\b[^."]*/gi))
    expect(sentence).toContain('may be')
})

describe('the report to copy', () => {
  it('has times, counts, codes and the organization', () => {
    const report = noticedReport(sign(), 'acme', place)
    expect(plainSpaces(report)).toBe(
      [
        'Noticed by Podlight in one browser, from its own requests',
        '',
        'Requests to the agent app failed: 14 of 20 within 5 minutes.',
        'Organization: acme',
        'Began: Mar 4, 2031, 2:55 PM UTC',
        'Noticed: Mar 4, 2031, 2:58 PM UTC',
        'Last seen: Mar 4, 2031, 2:59 PM UTC',
        'Answers: 503 × 12, net::ERR_FAILED × 2',
        'Kustomer’s status page answered at Mar 4, 2031, 2:59 PM UTC.',
        'It had confirmed nothing by Mar 4, 2031, 3:00 PM UTC.',
        'Whether other browsers are affected isn’t known.',
      ].join('\n'),
    )
  })

  it('tells its end, and when the page confirmed it', () => {
    const report = noticedReport(sign({ end: NOW, confirmed: NOW }), 'acme', place)
    expect(report).toContain('Ended: ')
    expect(report).toContain('It confirmed trouble at ')
    expect(report).not.toMatch(/Last seen|nothing by/)
  })

  it('holds no address and no id of anybody, whatever a code or a name says', () => {
    const secret = fc.oneof(
      fc.uuid(),
      fc.webPath({ size: 'small' }).filter((path) => path.length > 2),
      fc.stringMatching(/^[\da-f]{24}$/),
      fc.emailAddress(),
      fc.string({ minLength: 8 }).filter((text) => /[^A-Z_:]/.test(text) && !/^\s*$/.test(text)),
    )
    const times = fc.integer({ min: NOW - DAY, max: NOW })
    fc.assert(
      fc.property(secret, times, fc.constantFrom(...KINDS), fc.nat(50), (hidden, since, kind, bad) => {
        const plain = sign({ since, kind, bad, codes: { 503: 1 } })
        const told = { ...plain, what: hidden, codes: { 503: 1, [hidden]: 2, [`net::${hidden}`]: 1 } }
        expect(noticedReport(told, 'acme', place)).toBe(
          noticedReport({ ...plain, codes: { 503: 1, other: 3 } }, 'acme', place),
        )
      }),
    )
  })
})
