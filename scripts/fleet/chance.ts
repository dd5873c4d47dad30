/** Chance from a seed, the same on every machine: numbers from 0 to 1. */
export interface Chance {
  /** Begins the row of numbers that belongs to a seed. */
  seed(seed: number): void
  next(): number
}

/** Mulberry32: small, fast, and good enough to spread requests over a day. */
export const createChance = (seed = 0): Chance => {
  let state = seed | 0
  return {
    seed(next) {
      // Neighbouring seeds must not begin with neighbouring numbers.
      state = Math.imul(next ^ (next >>> 16), 0x45d9f3b) ^ 0x9e3779b9
    },
    next() {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
    },
  }
}

/** A time that is mostly short and now and then long, with this mean. */
export const lasting = (mean: number, chance: Chance): number => -mean * Math.log(1 - chance.next())
