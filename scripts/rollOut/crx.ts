import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { unzipSync } from 'fflate'
import { isRow, type Row } from '../../shared/model/guards.ts'

// The package that Chrome and Edge install by policy from a company's own server: a CRX of version 3, which is a zip with
// a signature before it. https://chromium.googlesource.com/chromium/src/+/main/components/crx_file/crx3.proto

const MAGIC = Buffer.from('Cr24')
const VERSION = 3

/** Fields of the header, by their numbers in crx3.proto. */
const SHA256_WITH_RSA = 2
const PUBLIC_KEY = 1
const SIGNATURE = 2
const SIGNED_HEADER_DATA = 10_000
const CRX_ID = 1

/** What the signature begins with, so that it can stand for nothing else. */
const CONTEXT = Buffer.from('CRX3 SignedData\0')

const ID_BYTES = 16
const LITTLE_A = 'a'.charCodeAt(0)

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** A number as protocol buffers write it: seven bits a byte, the lowest first, and a bit that says that more follow. */
const varint = (value: number): Buffer =>
  value < 0x80
    ? Buffer.from([value])
    : Buffer.concat([Buffer.from([(value & 0x7f) | 0x80]), varint(value >>> 7)])

/** A field of bytes: its number, the mark for "a length and that many bytes", and both. */
const field = (number: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes])

const derOf = (key: KeyObject): Buffer =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' })

const idBytes = (key: KeyObject): Buffer =>
  createHash('sha256').update(derOf(key)).digest().subarray(0, ID_BYTES)

/** The id that browsers give to what is signed with a key: half a checksum, in letters from a to p. */
export const extensionId = (key: KeyObject): string =>
  [...idBytes(key).toString('hex')]
    .map((digit) => String.fromCharCode(LITTLE_A + Number.parseInt(digit, 16)))
    .join('')

/** The manifest of an extension in a zip; null where there is none. */
export const manifestIn = (zip: Uint8Array): Row | null => {
  try {
    const { 'manifest.json': manifest } = unzipSync(zip, { filter: ({ name }) => name === 'manifest.json' })
    const read: unknown = JSON.parse(Buffer.from(manifest ?? []).toString())
    return isRow(read) ? read : null
  } catch {
    return null
  }
}

/** A zip of an extension, signed with a company's own key. The same zip and key make the same bytes. */
export const crxOf = (zip: Uint8Array, privateKey: KeyObject): Uint8Array => {
  if (privateKey.type !== 'private' || privateKey.asymmetricKeyType !== 'rsa')
    throw new Error('Browsers take packages that are signed with a private RSA key.')
  const signed = field(CRX_ID, idBytes(privateKey))
  const signature = sign('sha256', Buffer.concat([CONTEXT, uint32(signed.length), signed, zip]), privateKey)
  const proof = Buffer.concat([field(PUBLIC_KEY, derOf(privateKey)), field(SIGNATURE, signature)])
  const header = Buffer.concat([field(SHA256_WITH_RSA, proof), field(SIGNED_HEADER_DATA, signed)])
  return Buffer.concat([MAGIC, uint32(VERSION), uint32(header.length), header, zip])
}
