import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { ArgumentError, type Arguments } from './arguments.ts'
import { crxOf, manifestIn } from './crx.ts'

export const bytesIn = (file: string): Buffer => {
  if (!existsSync(file)) throw new ArgumentError(`There is no file ${file}.`)
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

const keyIn = (file: string): KeyObject => {
  const text = bytesIn(file)
  try {
    return createPrivateKey(text)
  } catch {
    throw new ArgumentError(`${file} is no private key in PEM.`)
  }
}

/** Another key is another extension, so one that is there is never replaced. */
const newKeyIn = (file: string): KeyObject => {
  if (existsSync(file)) throw new ArgumentError(`There is a file ${file} already; name it with --key.`)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  return privateKey
}

/** The key that signs the package for Chrome and Edge; null where nobody named one. */
export const keyOf = ({ key, newKey }: Arguments): KeyObject | null => {
  if (newKey !== null) return newKeyIn(newKey)
  return key === null ? null : keyIn(key)
}

export const signed = (zip: Uint8Array, key: KeyObject, file: string): Uint8Array => {
  try {
    return crxOf(zip, key)
  } catch (cause) {
    throw new ArgumentError(`${file}: ${cause instanceof Error ? cause.message : cause}`)
  }
}
