import { describe, expect, it } from 'vitest'
import { BADGE_TEXT, COLORS } from '../../../shared/text/colors.ts'
import { contrast, difference, SIGHTS } from '../../support/colour.ts'

describe('badge colours', () => {
  it('computes contrast as WCAG does', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it.each(Object.entries(COLORS))('%s carries white text', (_, color) =>
    expect(contrast(color, BADGE_TEXT)).toBeGreaterThanOrEqual(4.5),
  )

  // `ok` has no badge text, so its colour is never seen.
  const shown = Object.entries(COLORS).filter(([level]) => level !== 'ok')
  it.each(Object.entries(SIGHTS))('are told apart by %s sight', (_, sight) => {
    for (const [level, color] of shown)
      for (const [other, second] of shown)
        if (level !== other)
          expect(difference(color, second, sight), `${level} and ${other}`).toBeGreaterThanOrEqual(20)
  })

  it('would notice a red and a green of the same lightness', () =>
    expect(difference('#a03020', '#4d6320', SIGHTS.deuteranopia)).toBeLessThan(20))
})
