/**
 * Weighs what is built: the core's parts, the widget's steps, the npm package, the extension's packages. None may outgrow
 * its ceiling; raising one is a decision that shows in review.
 */
import { weighAll } from './sizes/weigh.ts'
import type { Weight } from './sizes/widgetSteps.ts'

const verdictOf = ({ bytes, most, aim }: Weight): string => {
  if (Number.isNaN(bytes)) return '   not built'
  if (bytes > most) return `   too large by ${bytes - most}`
  return aim !== undefined && bytes > aim ? `   ${bytes - aim} more than the ${aim} aimed at` : ''
}

let failed = 0
for (const { title, command, weights } of await weighAll()) {
  console.log(`\n${title.padEnd(46)} ${'bytes'.padStart(8)} ${'at most'.padStart(8)}`)
  for (const weight of weights) {
    const { what, bytes, most } = weight
    const number = Number.isNaN(bytes) ? '-' : String(bytes)
    console.log(`${what.padEnd(46)} ${number.padStart(8)} ${String(most).padStart(8)}${verdictOf(weight)}`)
  }
  if (weights.some(({ bytes }) => Number.isNaN(bytes))) console.log(`Build what is missing: ${command}.`)
  failed += weights.filter(({ bytes, most }) => !(bytes <= most)).length
}
if (failed > 0) console.log(`\n${failed} too large, or not built.`)
process.exitCode = failed > 0 ? 1 : 0
