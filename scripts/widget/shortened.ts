import { brotliCompressSync } from 'node:zlib'
import { minify } from 'terser'

/** As a server sends it that compresses well. */
export const weightOf = (code: string): number => brotliCompressSync(code).length

const FORMAT = { ecma: 2020, ascii_only: true } as const

/** As short as it can be said. It is a script of its own, so whatever is at its top is nobody else's. */
export const shortened = async (code: string, hidesBooleans: boolean): Promise<string> => {
  const { code: short = '' } = await minify(code, {
    ecma: 2020,
    compress: {
      ecma: 2020,
      passes: 4,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
      // Where no boolean leaves the script: what the second part tells has all been parsed.
      booleans_as_integers: hidesBooleans,
    },
    // A script without a word about its letters is read with those of its page.
    format: FORMAT,
  })
  // The same thing in fewer letters, and of use to nobody but the compiler.
  return short.replace(/\bconst\b(?=[ [{])/g, 'let')
}

/** One letter for each name, the most used first; then two. The first half of them is what the search moves. */
const LETTERS = 'irslpwqkaAytjbucvxgemnLoEhfdSMzTDNOCIRBPFGHUWVYKXJQZ'
const MOVED = 30
const TRIES = 120

const named = async (code: string, letters: string): Promise<string> => {
  const at = (n: number): string => letters[n % letters.length] ?? ''
  const get = (n: number): string => (n < letters.length ? at(n) : at(n) + at(Math.floor(n / letters.length)))
  const { code: short = '' } = await minify(code, {
    ecma: 2020,
    compress: false,
    mangle: { nth_identifier: { get } },
    format: FORMAT,
  })
  return short
}

/**
 * Names are noise to a compressor, and some noise repeats what stands beside it: a climb over the letters that names
 * begin with, always by the same steps. Worth a hundredth, where bytes are counted.
 */
export const wellNamed = async (code: string, cost: (code: string) => number): Promise<string> => {
  let seed = 1
  const place = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * MOVED)
  }
  let letters = LETTERS
  let best = await named(code, letters)
  let least = cost(best)
  for (let tries = 0; tries < TRIES; tries++) {
    const other = [...letters]
    const [one, two] = [place(), place()]
    ;[other[one], other[two]] = [other[two] ?? '', other[one] ?? '']
    const short = await named(code, other.join(''))
    const weight = cost(short)
    if (weight >= least) continue
    letters = other.join('')
    best = short
    least = weight
  }
  return best
}
