import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { PARTS } from '../build/coreParts.ts'
import { TARGETS } from '../build/wxt.ts'
import { weighNpmPackage } from './npmPackage.ts'
import { type Weight, weighWidget } from './widgetSteps.ts'

/**
 * What the extension may weigh as the stores get it, and was to weigh: to watch requests takes 13 kB. The sources for
 * the stores' reviewers go to nobody else.
 */
const PACKAGE = { most: 163_500, aim: 150_000 }

const root = new URL('../../', import.meta.url)

const weighCore = (): readonly Weight[] =>
  PARTS.map(({ name, ceiling }) => {
    const file = new URL(`dist/core/${name}.js`, root)
    const bytes = existsSync(file) ? brotliCompressSync(readFileSync(file)).length : Number.NaN
    return { what: name, bytes, most: ceiling }
  })

const weighPackages = (): readonly Weight[] => {
  const output = new URL('.output/', root)
  const files = existsSync(output) ? readdirSync(output) : []
  return TARGETS.map((target) => {
    const file = files.find((name) => name.endsWith(`-${target}.zip`))
    const bytes = file === undefined ? Number.NaN : statSync(new URL(file, output)).size
    return { what: `for ${target}`, bytes, ...PACKAGE }
  })
}

export interface Weighed {
  readonly title: string
  /** What builds it. */
  readonly command: string
  readonly weights: readonly Weight[]
}

/** The engine starts it anew in many places, so it is to stay small: it may be 1 MB there on the free plan. */
const weighRelay = (): readonly Weight[] => {
  const file = new URL('dist/relay/worker.js', root)
  const bytes = existsSync(file) ? gzipSync(readFileSync(file)).length : Number.NaN
  return [{ what: 'worker', bytes, most: 70_000 }]
}

/** Everything that has a ceiling, as it was built; no number where it was not. */
export const weighAll = async (): Promise<readonly Weighed[]> => [
  { title: 'The core, brotli', command: 'npm run build', weights: weighCore() },
  { title: 'What a visitor loads, brotli', command: 'npm run widget', weights: weighWidget() },
  {
    title: 'What the npm package adds to a bundle, brotli',
    command: 'npm run package',
    weights: await weighNpmPackage(),
  },
  { title: 'The relay, gzip', command: 'npm run relay:build', weights: weighRelay() },
  { title: 'The extension, zipped', command: 'npm run zip', weights: weighPackages() },
]
