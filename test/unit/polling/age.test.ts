import { describe, expect, it } from 'vitest'
import { ageOf } from '../../../shared/model/age.ts'
import { HOUR, MINUTE } from './world.ts'

describe('ageOf', () => {
  const at = 1e12

  it('calls news old after 5 minutes and stale after 15', () => {
    expect(ageOf(at, at)).toBe('fresh')
    expect(ageOf(at, at + 5 * MINUTE)).toBe('fresh')
    expect(ageOf(at, at + 5 * MINUTE + 1)).toBe('old')
    expect(ageOf(at, at + 15 * MINUTE)).toBe('old')
    expect(ageOf(at, at + 15 * MINUTE + 1)).toBe('stale')
  })

  it('does not trust news from the future, where plain subtraction would call it fresh for hours', () => {
    const setBack = at - 3 * HOUR
    expect(setBack - at < 15 * MINUTE).toBe(true)
    expect(ageOf(at, setBack)).toBe('stale')
    expect(ageOf(at, at - MINUTE)).toBe('stale')
  })

  it('overlooks what clocks differ by', () => {
    expect(ageOf(at, at - 40)).toBe('fresh')
  })

  it('calls no news, and news of no time, stale', () => {
    expect(ageOf(null, at)).toBe('stale')
    expect(ageOf(Number.NaN, at)).toBe('stale')
    expect(ageOf(at, Number.NaN)).toBe('stale')
  })
})
