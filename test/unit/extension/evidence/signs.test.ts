import { describe, expect, it } from 'vitest'
import { doubted, isPending, looked, type Moment } from '../../../../extension/domain/evidence/signs.ts'
import { NO_WATCH, type Noticed, type Watch } from '../../../../extension/domain/evidence/watch.ts'
import type { Sign } from '../../../../shared/evidence/sign.ts'
import type { Impact, Judgement } from '../../../../shared/model/verdict.ts'
import { HOUR, MINUTE, SECOND } from '../../polling/world.ts'

const NOW = Date.parse('2026-05-04T10:00:00Z')
const DAY = 24 * HOUR
const SIGN: Sign = {
  what: 'app',
  kind: 'failing',
  bad: 14,
  tried: 20,
  since: NOW - MINUTE,
  codes: { 503: 14 },
}
const moment = (now: number, more: Partial<Moment> = {}): Moment => ({
  now,
  heard: now,
  page: null,
  isSpoken: true,
  wasSeen: true,
  ...more,
})
const noticed = (at: number, more: Partial<Noticed> = {}): Noticed => ({
  ...SIGN,
  codes: {},
  at,
  updated: at,
  end: at + MINUTE,
  control: null,
  spoken: true,
  confirmed: null,
  said: null,
  ...more,
})
const watchOf = (...signs: Noticed[]): Watch => ({ ...NO_WATCH, signs })

describe('a sign', () => {
  it('is another one when something else is noticed', () => {
    const first = looked(NO_WATCH, SIGN, moment(NOW))
    const { signs } = looked(first, { ...SIGN, kind: 'slow' }, moment(NOW + 5 * SECOND))
    expect(signs).toMatchObject([
      { kind: 'failing', end: NOW + 5 * SECOND },
      { kind: 'slow', end: null },
    ])
  })

  it('that comes back at once was not over', () => {
    const over = looked(looked(NO_WATCH, SIGN, moment(NOW)), null, moment(NOW + 2 * MINUTE))
    expect(over.signs).toMatchObject([{ end: NOW + 2 * MINUTE }])
    expect(looked(over, SIGN, moment(NOW + 5 * MINUTE)).signs).toMatchObject([{ at: NOW, end: null }])
    expect(looked(over, SIGN, moment(NOW + 20 * MINUTE)).signs).toHaveLength(2)
  })

  it('is not over because a background was just born and sees nothing yet', () => {
    const open = looked(NO_WATCH, SIGN, moment(NOW))
    expect(looked(open, null, moment(NOW + MINUTE, { wasSeen: false }))).toBe(open)
  })

  it('changes nothing that is stored for less than a minute of counts', () => {
    const open = looked(NO_WATCH, SIGN, moment(NOW))
    expect(looked(open, { ...SIGN, bad: 18 }, moment(NOW + 45 * SECOND))).toBe(open)
    const later = looked(open, { ...SIGN, bad: 18 }, moment(NOW + MINUTE))
    expect(later.signs).toMatchObject([{ bad: 18, updated: NOW + MINUTE, at: NOW }])
  })

  it('is kept for 400 days, and 200 of them at most', () => {
    const many = Array.from({ length: 250 }, (_, day) => noticed(NOW - (500 - 2 * day) * DAY))
    const { signs } = looked(watchOf(...many), SIGN, moment(NOW))
    expect(signs).toHaveLength(200)
    expect(signs[0]?.at).toBeGreaterThanOrEqual(NOW - 400 * DAY)
  })

  it('may be confirmed while it goes on and for six hours after it', () => {
    expect(isPending(watchOf(noticed(NOW, { end: null, confirmed: NOW })), NOW + DAY)).toBe(true)
    expect(isPending(watchOf(noticed(NOW)), NOW + 6 * HOUR)).toBe(true)
    expect(isPending(watchOf(noticed(NOW)), NOW + 7 * HOUR)).toBe(false)
    expect(isPending(watchOf(noticed(NOW, { confirmed: NOW })), NOW + HOUR)).toBe(false)
  })
})

describe('what the page says', () => {
  const page = (impact: Partial<Impact>): Judgement => ({
    pod: 'prod2',
    level: 'degraded',
    recovering: false,
    asOf: null,
    banner: null,
    nextUpdate: null,
    upcoming: [],
    impacts: [
      {
        capability: 'web-client',
        effect: 'failing',
        certainty: 'confirmed',
        phase: 'investigating',
        since: new Date(NOW + HOUR).toISOString(),
        incident: 'i',
        because: [],
        ...impact,
      },
    ],
  })
  const confirmedBy = (impact: Partial<Impact>): number | null | undefined =>
    looked(watchOf(noticed(NOW)), null, moment(NOW + 2 * HOUR, { page: page(impact) })).signs[0]?.confirmed

  it('confirms a sign where it is of the same thing, and from when on it was told', () => {
    expect(confirmedBy({})).toBe(NOW + HOUR)
    expect(confirmedBy({ since: null })).toBe(NOW + 2 * HOUR)
  })

  it.each<Partial<Impact>>([
    { effect: 'maintenance' },
    { effect: 'notice' },
    { certainty: 'possible' },
    { capability: 'analytics' },
  ])('confirms nothing where it may be another matter: %o', (impact) => {
    expect(confirmedBy(impact)).toBeNull()
  })
})

describe('a class of signs', () => {
  const wrong = (days: number, more: Partial<Noticed> = {}): Noticed => noticed(NOW - days * DAY, more)
  const APP = [{ what: 'app', kind: 'failing' }]

  it.each<readonly [string, Noticed[], boolean]>([
    ['two that nobody confirmed', [wrong(20), wrong(3)], true],
    ['three of them', [wrong(20), wrong(9), wrong(3)], true],
    ['one', [wrong(3)], false],
    ['one of them long ago', [wrong(40), wrong(3)], false],
    ['one that the page confirmed', [wrong(20), wrong(3, { confirmed: NOW })], false],
    ['one that the user confirmed', [wrong(20), wrong(3, { said: 'trouble' })], false],
    ['one that the page may still confirm', [wrong(20), noticed(NOW - HOUR)], false],
    ['one that the user calls false already', [wrong(20), noticed(NOW - HOUR, { said: 'false' })], true],
    ['one of another kind', [wrong(20), wrong(3, { kind: 'slow' })], false],
  ])('is doubted after two that were wrong within 30 days: %s', (_, signs, isDoubted) => {
    expect(doubted(watchOf(...signs), NOW)).toMatchObject(isDoubted ? APP : [])
  })
})
