import { createHash, createPublicKey } from 'node:crypto'

/**
 * The id that Chromium browsers give to a package that is signed with a key: the first half of the checksum of its public
 * part, in letters from a to p. Throws where the text is no key.
 */
export const idOfKey = (pem: string): string => {
  const spki = createPublicKey(pem).export({ type: 'spki', format: 'der' })
  const hex = createHash('sha256').update(spki).digest('hex').slice(0, 32)
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}
