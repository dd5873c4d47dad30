import { describe, expect, it } from 'vitest'
import { BADGE_TEXT, COLORS } from '../../../shared/words/colors.ts'

type Three = readonly [number, number, number]

const linear = (hex: string): Three => {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

const luminance = ([r, g, b]: Three): number => 0.2126 * r + 0.7152 * g + 0.0722 * b

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Machado, Oliveira and Fernandes 2009, full severity, on linear RGB. */
const SIGHTS: Readonly<Record<string, readonly [Three, Three, Three]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const seen = (hex: string, sight: readonly [Three, Three, Three]): Three => {
  const [r, g, b] = linear(hex)
  const row = ([x, y, z]: Three): number => Math.min(1, Math.max(0, x * r + y * g + z * b))
  return [row(sight[0]), row(sight[1]), row(sight[2])]
}

const lab = ([r, g, b]: Three): Three => {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const difference = (one: string, other: string, sight: readonly [Three, Three, Three]): number => {
  const [a, b] = [lab(seen(one, sight)), lab(seen(other, sight))]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

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
    expect(
      difference(
        '#a03020',
        '#4d6320',
        SIGHTS['deuteranopia'] ?? [
          [0, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
      ),
    ).toBeLessThan(20))
})
