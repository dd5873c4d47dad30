// What eyes make of colours: contrast as WCAG counts it, and how far two colours are apart for usual and for
// colour-blind sight.

export type Three = readonly [number, number, number]
export type Sight = readonly [Three, Three, Three]

const linear = (hex: string): Three => {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

const luminance = ([r, g, b]: Three): number => 0.2126 * r + 0.7152 * g + 0.0722 * b

export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** A colour laid over another, so much of it. */
export const mixed = (over: string, under: string, share: number): string => {
  const part = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  const one = (at: number): string =>
    Math.round(part(over, at) * share + part(under, at) * (1 - share))
      .toString(16)
      .padStart(2, '0')
  return `#${one(1)}${one(3)}${one(5)}`
}

/** Machado, Oliveira and Fernandes 2009, full severity, on linear RGB. */
export const SIGHTS = {
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
} as const satisfies Readonly<Record<string, Sight>>

const seen = (hex: string, sight: Sight): Three => {
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

/** CIE76. */
export const difference = (one: string, other: string, sight: Sight): number => {
  const [a, b] = [lab(seen(one, sight)), lab(seen(other, sight))]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
