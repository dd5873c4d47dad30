import type { Chance } from '../../fleet/chance.ts'

/** Chance with the shapes that the model needs. */
export interface Random extends Chance {
  between(from: number, to: number): number
  /** A whole number; both ends may come. */
  whole(from: number, to: number): number
  is(probability: number): boolean
  pick<T>(of: readonly [T, ...T[]]): T
  /** A factor of median 1, whose logarithm is normal. */
  factor(sigma: number): number
  hex(digits: number): string
}

const NORMALS = 4096

/** The standard normal distribution cut into slices of equal weight. */
const normals = ((): Float64Array => {
  const below = (x: number): number => {
    // Abramowitz and Stegun 26.2.17: right to seven digits, and the model needs two.
    const t = 1 / (1 + 0.2316419 * Math.abs(x))
    const tail =
      (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
      t *
      (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    return x < 0 ? tail : 1 - tail
  }
  return Float64Array.from({ length: NORMALS }, (_, i) => {
    let [low, high] = [-5, 5]
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2
      if (below(middle) < (i + 0.5) / NORMALS) low = middle
      else high = middle
    }
    return low
  })
})()

/** Eight digits each. Ids are put together from these, as months need millions of them. */
const PARTS = Array.from({ length: 4096 }, (_, i) =>
  (Math.imul(i + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0'),
)

/**
 * Chance from a seed, by sfc32. Months hold millions of requests, and the 32 bits of the fleet's generator would come
 * round to the same numbers again; here are 128.
 */
export const createRandom = (seed = 0): Random => {
  let [a, b, c, count] = [0, 0, 0, 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  const random: Random = {
    seed(value) {
      a = value | 0
      b = Math.floor(value / 4_294_967_296) | 0
      c = 0x9e3779b9
      count = 1
      for (let i = 0; i < 16; i++) next()
    },
    next,
    between: (from, to) => from + (to - from) * next(),
    whole: (from, to) => from + Math.floor((to - from + 1) * next()),
    is: (probability) => next() < probability,
    pick: (of) => of[Math.floor(next() * of.length)] ?? of[0],
    factor: (sigma) => Math.exp(sigma * (normals[(next() * NORMALS) | 0] ?? 0)),
    hex: (digits) => {
      let text = ''
      while (text.length < digits) text += PARTS[(next() * PARTS.length) | 0] ?? ''
      return text.length === digits ? text : text.slice(0, digits)
    },
  }
  random.seed(seed)
  return random
}

export const uuid = (random: Random): string =>
  `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`
