import { generateKeyPairSync, sign } from 'node:crypto'

// A certificate that signs itself, for a server on this machine that plays the vendor's host. The browser under
// test is told to trust nobody and complain about nobody; no key is kept anywhere.

const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const BITS = 0x03
const NAME = 0x06
const TEXT = 0x0c
const TIME = 0x18
const VERSION = 0xa0

/** One value of DER: a tag, a length, and what is in it. */
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

/** ecdsa-with-SHA256, 1.2.840.10045.4.3.2 */
const ALGORITHM = der(SEQUENCE, der(NAME, Buffer.from('2a8648ce3d040302', 'hex')))
/** commonName, 2.5.4.3 */
const COMMON_NAME = Buffer.from('550403', 'hex')

const named = (name: string): Buffer =>
  der(SEQUENCE, der(SET, der(SEQUENCE, der(NAME, COMMON_NAME), der(TEXT, Buffer.from(name)))))

const pem = (kind: string, bytes: Buffer): string =>
  `-----BEGIN ${kind}-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${kind}-----\n`

export const selfSigned = (name: string): { readonly key: string; readonly cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const content = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    ALGORITHM,
    named(name),
    der(SEQUENCE, der(TIME, Buffer.from('20200101000000Z')), der(TIME, Buffer.from('20491231235959Z'))),
    named(name),
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = der(BITS, Buffer.from([0]), sign('sha256', content, privateKey))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', der(SEQUENCE, content, ALGORITHM, signature)),
  }
}
