import { parseArgs } from 'node:util'
import { CHROME_ID, EDGE_ID, FIREFOX_ID } from './ids.ts'

export interface Arguments {
  readonly help: boolean
  /** The file with a company's policy; null for the examples. */
  readonly policy: string | null
  /** Null where nobody named it. */
  readonly chrome: string | null
  readonly edge: string | null
  readonly firefox: string
  /** Where a company serves the packages, with a slash at the end; null for the stores. */
  readonly host: string | null
  /** The file with the key that signs the package for Chrome and Edge; null where it isn’t known. */
  readonly key: string | null
  /** Where such a key is to be made; null where there is one. */
  readonly newKey: string | null
  /** The package to sign with it, as a zip; null where somebody signs it otherwise. */
  readonly package: string | null
}

export const HELP = `Writes what an administrator needs to roll Podlight out into dist/roll-out.

npm run roll-out -- [options]
  --policy FILE   your company's policy as JSON, such as {"pods": ["prod2"]}; without it, an example of every key
  --chrome ID     Podlight's id in the Chrome Web Store
  --edge ID       the same for Edge
  --firefox ID    the id of a package that you had signed yourself (default: ${FIREFOX_ID})
  --host URL      the folder from which you serve the packages yourself, instead of the stores
  --key FILE      the key that signs the package for Chrome and Edge: the id is taken from it
  --new-key FILE  makes such a key, and uses it
  --package FILE  the package for Chrome, as a zip: it is signed with the key, for Chrome and Edge to install
  --help          shows this

What isn't named stands in the files as ${CHROME_ID} and ${EDGE_ID}. docs/roll-out.md shows the way.
`

/** Of one sentence that says what to do. */
export class ArgumentError extends Error {}

/** What Chromium makes of a key: 32 letters from a to p. */
const CHROMIUM_ID = /^[a-p]{32}$/
/** An address, or a number in braces; Firefox takes no others. */
const GECKO_ID = /^(?:[\w.+-]{0,40}@[\w.-]{1,40}|\{[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\})$/i
/** Group Policy holds 255 characters, and the name of a file comes after it. */
const LONGEST_HOST = 200

const chromiumId = (option: string, id: string | undefined): string | null => {
  if (id !== undefined && !CHROMIUM_ID.test(id))
    throw new ArgumentError(`${option} takes an id of 32 letters from a to p, not “${id}”.`)
  return id ?? null
}

const firefoxId = (id: string | undefined): string => {
  if (id === undefined) return FIREFOX_ID
  if (!GECKO_ID.test(id)) throw new ArgumentError(`--firefox takes an id such as ${FIREFOX_ID}, not “${id}”.`)
  return id
}

const hostOf = (text: string | undefined): string | null => {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'https:' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new ArgumentError(
      `--host takes a folder’s address, such as https://apps.example.com/podlight/, not “${text}”.`,
    )
  if (url.href.length > LONGEST_HOST)
    throw new ArgumentError(`--host takes an address of at most ${LONGEST_HOST} characters.`)
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        policy: { type: 'string' },
        chrome: { type: 'string' },
        edge: { type: 'string' },
        firefox: { type: 'string' },
        host: { type: 'string' },
        key: { type: 'string' },
        'new-key': { type: 'string' },
        package: { type: 'string' },
      },
    }).values
  } catch (cause) {
    const told = cause instanceof Error ? cause.message.split(/[.\n]/)[0] : cause
    throw new ArgumentError(`${told}; --help shows what there is.`)
  }
}

/** Reads the command line. Throws an ArgumentError. */
export const readArguments = (args: readonly string[]): Arguments => {
  const values = parsed(args)
  const host = hostOf(values.host)
  const key = values.key ?? null
  const newKey = values['new-key'] ?? null
  if (key !== null && newKey !== null)
    throw new ArgumentError('Name a key with --key, or make one with --new-key.')
  const hasKey = key !== null || newKey !== null
  if (hasKey && host === null)
    throw new ArgumentError('A key signs a package that you serve yourself; name its place with --host.')
  if (host !== null && !hasKey)
    throw new ArgumentError(
      '--host takes the key that signs the package; name one with --key, or make one with --new-key.',
    )
  for (const name of ['chrome', 'edge'] as const)
    if (hasKey && values[name] !== undefined)
      throw new ArgumentError(
        `--${name} takes the id of a store; that of your own package comes from its key.`,
      )
  if (values.package !== undefined && !hasKey)
    throw new ArgumentError('--package takes a key to sign it with; name one with --key.')
  return {
    help: values.help ?? false,
    policy: values.policy ?? null,
    chrome: chromiumId('--chrome', values.chrome),
    edge: chromiumId('--edge', values.edge),
    firefox: firefoxId(values.firefox),
    host,
    key,
    newKey,
    package: values.package ?? null,
  }
}
