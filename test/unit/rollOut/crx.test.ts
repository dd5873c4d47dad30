import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../../../scripts/build/archive.ts'
import { crxOf, extensionId } from '../../../scripts/rollOut/crx.ts'

const rsa = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
const zip = await zipOf(new Map([['manifest.json', Buffer.from('{"name":"tried"}')]]))

// The package is read here as crx3.proto describes it, by other code than the one that writes it.

interface Field {
  readonly number: number
  readonly bytes: Buffer
}

/** The fields of a message in which each is a length and that many bytes. */
const fieldsOf = (message: Buffer): Field[] => {
  const fields: Field[] = []
  let at = 0
  const number = (): number => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = message.readUInt8(at++)
      value += (byte % 128) * factor
      if (byte < 128) return value
    }
  }
  while (at < message.length) {
    const tag = number()
    expect(tag % 8).toBe(2)
    const length = number()
    expect(at + length).toBeLessThanOrEqual(message.length)
    fields.push({ number: Math.floor(tag / 8), bytes: message.subarray(at, at + length) })
    at += length
  }
  return fields
}

const only = (fields: readonly Field[], number: number): Buffer => {
  const found = fields.filter((one) => one.number === number)
  expect(found).toHaveLength(1)
  return found[0]?.bytes ?? Buffer.alloc(0)
}

const partsOf = (crx: Uint8Array) => {
  const bytes = Buffer.from(crx)
  expect(bytes.toString('latin1', 0, 4)).toBe('Cr24')
  expect(bytes.readUInt32LE(4)).toBe(3)
  const end = 12 + bytes.readUInt32LE(8)
  const header = fieldsOf(bytes.subarray(12, end))
  const proof = fieldsOf(only(header, 2))
  return {
    numbers: header.map(({ number }) => number),
    signed: only(header, 10_000),
    publicKey: only(proof, 1),
    signature: only(proof, 2),
    archive: bytes.subarray(end),
  }
}

/** Whether a browser would take the signature for one of these bytes. */
const isSigned = ({ signed, publicKey, signature, archive }: ReturnType<typeof partsOf>): boolean => {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(signed.length)
  const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' })
  const said = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signed, archive])
  return verify('RSA-SHA256', said, key, signature)
}

describe('a package that a company hosts', () => {
  const { privateKey, publicKey } = rsa()
  const parts = partsOf(crxOf(zip, privateKey))

  it('holds the zip as it is', () => {
    expect(parts.archive.equals(zip)).toBe(true)
    expect(strFromU8(unzipSync(parts.archive)['manifest.json'] ?? new Uint8Array())).toBe('{"name":"tried"}')
  })

  it('is signed with the key that gives it its id', () => {
    expect(parts.numbers).toEqual([2, 10_000])
    expect(isSigned(parts)).toBe(true)
    expect(parts.publicKey.equals(publicKey.export({ type: 'spki', format: 'der' }))).toBe(true)
    const half = createHash('sha256').update(parts.publicKey).digest().subarray(0, 16)
    expect(only(fieldsOf(parts.signed), 1).equals(half)).toBe(true)
  })

  it('is signed no more once a byte of the zip, or the id, is another', () => {
    const other = Buffer.from(parts.archive)
    other.writeUInt8(other.readUInt8(other.length - 1) ^ 1, other.length - 1)
    expect(isSigned({ ...parts, archive: other })).toBe(false)
    const id = Buffer.from(parts.signed)
    id.writeUInt8(id.readUInt8(id.length - 1) ^ 1, id.length - 1)
    expect(isSigned({ ...parts, signed: id })).toBe(false)
  })

  it('is the same whenever it is made, and another one with another key', () => {
    expect(Buffer.from(crxOf(zip, privateKey)).equals(crxOf(zip, privateKey))).toBe(true)
    expect(Buffer.from(crxOf(zip, rsa().privateKey)).equals(crxOf(zip, privateKey))).toBe(false)
  })

  it('is made with a private RSA key alone', () => {
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    for (const key of [publicKey, elliptic.privateKey])
      expect(() => crxOf(zip, key)).toThrow('private RSA key')
  })
})

describe('the id of a key', () => {
  it('is half a checksum in letters from a to p, from either half of the pair', () => {
    const { privateKey, publicKey } = rsa()
    expect(extensionId(privateKey)).toBe(extensionId(publicKey))
    expect(extensionId(publicKey)).toMatch(/^[a-p]{32}$/)
  })

  it('has a letter for each digit of the checksum', () => {
    const { publicKey } = rsa()
    const digits = createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex')
    const letters = 'abcdefghijklmnop'
    expect([...extensionId(publicKey)].map((one) => letters.indexOf(one).toString(16)).join('')).toBe(
      digits.slice(0, 32),
    )
  })
})
