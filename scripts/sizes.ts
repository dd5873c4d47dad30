/**
 * Weighs what is built: the core's parts, the widget's steps, the npm package, the extension's packages. None may outgrow its ceiling;
 * raising one is a decision that shows in review.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { TARGETS } from './build/wxt.ts'
import { PARTS } from './sizes/coreParts.ts'
import { weighNpmPackage } from './sizes/npmPackage.ts'
import { type Weight, weighWidget } from './sizes/widgetSteps.ts'

/** What the extension may weigh as the stores get it; the sources for their reviewers go to nobody else. */
const PACKAGE = 150_000

const root = new URL('../', import.meta.url)

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
    return { what: file ?? target, bytes, most: PACKAGE }
  })
}

const verdictOf = ({ bytes, most, aim }: Weight): string => {
  if (Number.isNaN(bytes)) return '   not built'
  if (bytes > most) return `   too large by ${bytes - most}`
  return aim !== undefined && bytes > aim ? `   ${bytes - aim} more than the ${aim} aimed at` : ''
}

let failed = 0
const print = (title: string, command: string, weights: readonly Weight[]): void => {
  console.log(`\n${title.padEnd(46)} ${'bytes'.padStart(8)} ${'at most'.padStart(8)}`)
  for (const weight of weights) {
    const { what, bytes, most } = weight
    const number = Number.isNaN(bytes) ? '-' : String(bytes)
    console.log(`${what.padEnd(46)} ${number.padStart(8)} ${String(most).padStart(8)}${verdictOf(weight)}`)
  }
  if (weights.some(({ bytes }) => Number.isNaN(bytes))) console.log(`Build what is missing: ${command}.`)
  failed += weights.filter(({ bytes, most }) => !(bytes <= most)).length
}

print('The core, brotli', 'npm run build', weighCore())
print('What a visitor loads, brotli', 'npm run widget', weighWidget())
print('What the npm package adds to a bundle, brotli', 'npm run package', await weighNpmPackage())
print('The extension, zipped', 'npm run zip', weighPackages())
if (failed > 0) console.log(`\n${failed} too large, or not built.`)
process.exitCode = failed > 0 ? 1 : 0
