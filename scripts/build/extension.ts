/**
 * Builds the extension: what is shipped, or with `--steered` the same with a clock that the browser tests move.
 * `--only BROWSER` leaves the other one out.
 */
import { TARGETS, wxt } from './wxt.ts'

const isSteered = process.argv.includes('--steered')
const only = process.argv.indexOf('--only')
const targets = TARGETS.filter((browser) => only < 0 || browser === process.argv[only + 1])
for (const browser of targets) wxt(browser, isSteered)
console.log(`The extension for ${targets.join(' and ')} is in .output`)
