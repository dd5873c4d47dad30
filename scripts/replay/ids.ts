/** Letters of the vendor's ids: no vowels, so that no word comes out. */
const LETTERS = '0123456789bcdfghjklmnpqrstvwxyz'

/**
 * An id of the vendor's form (12 letters and digits), the same for the same parts in every run, so that
 * recordings, tests and stored settings can meet again. Not for secrets.
 */
export function idOf(...parts: readonly string[]): string {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  // The parts go in as JSON: ("a", "bc") and ("ab", "c") must differ.
  for (const char of JSON.stringify(parts)) {
    const code = char.codePointAt(0) ?? 0
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b) + (low >>> 13)
  }
  let id = ''
  for (let index = 0; index < 12; index += 1) {
    low = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    high = Math.imul(high ^ (high >>> 12), 0x297a2d39) + low
    id += LETTERS.charAt(((high ^ (high >>> 16)) >>> 0) % LETTERS.length)
  }
  return id
}
