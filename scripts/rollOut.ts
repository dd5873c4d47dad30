/**
 * Writes what an administrator needs into dist/roll-out: templates, profiles and files for each system and browser, of a
 * company's own policy or of an example. `--help` lists the options; docs/roll-out.md shows the way.
 */
import type { KeyObject } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPolicy } from '../extension/domain/policy/readPolicy.ts'
import { ArgumentError, type Arguments, HELP, readArguments } from './rollOut/arguments.ts'
import { crxOf, extensionId } from './rollOut/crx.ts'
import { type Files, rollOutFiles } from './rollOut/files.ts'
import { EXAMPLE_POLICY, type FlatPolicy, readFlatPolicy } from './rollOut/flatPolicy.ts'
import { CHROME_ID, EDGE_ID, type Ids } from './rollOut/ids.ts'
import { crxName } from './rollOut/install.ts'
import { notesOn } from './rollOut/notesOn.ts'
import { bytesIn, keyOf, packageIn } from './rollOut/signing.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const target = join(root, 'dist/roll-out')

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

/** Some editors write UTF-16 and call it Unicode. */
const textIn = (file: string): string => {
  const bytes = bytesIn(file)
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
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

const idsFor = ({ chrome, edge, firefox, host }: Arguments, key: KeyObject | null): Ids => {
  const own = key === null ? null : extensionId(key)
  return {
    chrome: chrome ?? own ?? CHROME_ID,
    edge: edge ?? own ?? EDGE_ID,
    firefox,
    host: host === null ? null : { url: host, version },
  }
}

/** The folder is emptied each time, and a key must not go with it. */
const keepOutside = ({ policy, key, newKey, package: zip }: Arguments): void => {
  for (const file of [policy, key, newKey, zip])
    if (file !== null && !relative(target, resolve(file)).startsWith('..'))
      throw new ArgumentError(`dist/roll-out is emptied each time: keep ${file} somewhere else.`)
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
    keepOutside(args)
    const policy = args.policy === null ? EXAMPLE_POLICY : policyIn(args.policy)
    if (policy === null) process.exitCode = 1
    else {
      // A key is made only when everything else is there.
      const zip = packageIn(args.package, version)
      const key = keyOf(args)
      const ids = idsFor(args, key)
      const files = new Map(rollOutFiles(ids, policy))
      if (zip !== null && key !== null) files.set(`hosting/${crxName(version)}`, crxOf(zip, key))
      write(files)
      for (const note of notesOn(args, ids, readPolicy(policy).policy)) console.log(`- ${note}`)
    }
  }
} catch (cause) {
  if (!(cause instanceof ArgumentError)) throw cause
  console.error(cause.message)
  process.exitCode = 2
}
