/**
 * Writes what an administrator needs into dist/roll-out: templates, profiles and files for each system and browser, of a
 * company's own policy or of an example. `--help` lists the options; docs/roll-out.md shows the way.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPolicy } from '../extension/domain/policy/readPolicy.ts'
import { ArgumentError, type Arguments, HELP, readArguments } from './rollOut/arguments.ts'
import { crxOf, extensionId, versionIn } from './rollOut/crx.ts'
import { type Files, rollOutFiles } from './rollOut/files.ts'
import { EXAMPLE_POLICY, type FlatPolicy, readFlatPolicy } from './rollOut/flatPolicy.ts'
import { CHROME_ID, EDGE_ID, type Ids } from './rollOut/ids.ts'
import { crxName } from './rollOut/install.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const target = join(root, 'dist/roll-out')

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

const textIn = (file: string): string => {
  if (!existsSync(file)) throw new ArgumentError(`There is no file ${file}.`)
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
}

/** Reads JSON that somebody wrote by hand. */
const jsonIn = (file: string): unknown => {
  const text = textIn(file)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ArgumentError(`${file} isn’t JSON: ${cause instanceof Error ? cause.message : cause}`)
  }
}

/** The policy in a file; null where it has mistakes, which are told by row. */
const policyIn = (file: string): FlatPolicy | null => {
  const value = jsonIn(file)
  const { policy, mistakes } = readFlatPolicy(value)
  const all = [...mistakes, ...readPolicy(policy).mistakes]
  for (const { row, reason } of all) console.error(`${row}: ${reason}`)
  if (all.length > 0) console.error(`Nothing was written. Mistakes in ${file}: ${all.length}.`)
  return all.length === 0 ? policy : null
}

const keyIn = (file: string): KeyObject => {
  const text = textIn(file)
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
  console.log(`${file} is your key. Keep it, and keep it secret.`)
  return privateKey
}

const keyOf = ({ key, newKey }: Arguments): KeyObject | null => {
  if (newKey !== null) return newKeyIn(newKey)
  return key === null ? null : keyIn(key)
}

/** The package of this version, signed. */
const signedPackage = (file: string, key: KeyObject): Uint8Array => {
  if (!existsSync(file)) throw new ArgumentError(`There is no file ${file}.`)
  const zip = readFileSync(file)
  const found = versionIn(zip)
  if (found === null) throw new ArgumentError(`${file} is no package of an extension.`)
  if (found !== version)
    throw new ArgumentError(`${file} is version ${found}, and this checkout is version ${version}.`)
  return crxOf(zip, key)
}

const idsFor = ({ chrome, edge, firefox, host }: Arguments, key: KeyObject | null): Ids => {
  const signed = key === null ? null : extensionId(key)
  return {
    chrome: chrome ?? signed ?? CHROME_ID,
    edge: edge ?? signed ?? EDGE_ID,
    firefox,
    host: host === null ? null : { url: host, version },
  }
}

const write = (files: Files): void => {
  rmSync(target, { recursive: true, force: true })
  for (const [path, content] of files) {
    mkdirSync(dirname(join(target, path)), { recursive: true })
    writeFileSync(join(target, path), content)
  }
  console.log(`${files.size} files for administrators are in dist/roll-out`)
}

try {
  const args = readArguments(process.argv.slice(2))
  if (args.help) console.log(HELP)
  else {
    const policy = args.policy === null ? EXAMPLE_POLICY : policyIn(args.policy)
    if (policy === null) process.exitCode = 1
    else {
      const key = keyOf(args)
      const files = rollOutFiles(idsFor(args, key), policy)
      const isSigned = key !== null && args.package !== null
      const crx = isSigned ? [[`hosting/${crxName(version)}`, signedPackage(args.package, key)] as const] : []
      write(new Map([...files, ...crx]))
    }
  }
} catch (cause) {
  if (!(cause instanceof ArgumentError)) throw cause
  console.error(cause.message)
  process.exitCode = 2
}
