import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { isRow } from '../../shared/model/guards.ts'
import { ArgumentError, type Arguments } from './arguments.ts'
import { manifestIn } from './crx.ts'

export const bytesIn = (file: string): Buffer => {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new ArgumentError(`There is no file ${file}.`)
  return readFileSync(file)
}

/** The package for Chrome, of this version; null where there is none to be signed. */
export const packageIn = (file: string | null, version: string): Uint8Array | null => {
  if (file === null) return null
  const zip = bytesIn(file)
  const manifest = manifestIn(zip)
  if (manifest === null) throw new ArgumentError(`${file} is no package of an extension.`)
  if (typeof manifest['minimum_chrome_version'] !== 'string')
    throw new ArgumentError(`${file} isn’t the package for Chrome.`)
  if (manifest['version'] !== version)
    throw new ArgumentError(
      `${file} is version ${manifest['version']}, and this checkout is version ${version}.`,
    )
  return zip
}

/** Browsers take no shorter key, and none of another kind. */
const BITS = 2048

const keyIn = (file: string): KeyObject => {
  const text = bytesIn(file)
  let key: KeyObject
  try {
    key = createPrivateKey(text)
  } catch {
    throw new ArgumentError(`${file} is no private key in PEM, or is locked by a passphrase.`)
  }
  const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType !== 'rsa' || modulusLength < BITS)
    throw new ArgumentError(`${file} is no RSA key of ${BITS} bits or more.`)
  return key
}

/** Another key is another extension, so one that is there is never replaced. */
const newKeyIn = (file: string): KeyObject => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: BITS })
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    const isThere = isRow(cause) && cause['code'] === 'EEXIST'
    throw new ArgumentError(
      isThere ? `There is a file ${file} already; name it with --key.` : `${file} can’t be written: ${cause}`,
    )
  }
  return privateKey
}

/** The key that signs the package for Chrome and Edge; null where nobody named one. */
export const keyOf = ({ key, newKey }: Arguments): KeyObject | null => {
  if (newKey !== null) return newKeyIn(newKey)
  return key === null ? null : keyIn(key)
}
