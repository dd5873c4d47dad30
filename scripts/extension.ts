/**
 * Builds the extension: what is shipped, or with `--paced` the same with a faster clock, for the browser tests.
 * `--only BROWSER` leaves the other one out.
 */
import { PACE } from './pace.ts'
import { TARGETS, wxt } from './wxt.ts'

const pace = process.argv.includes('--paced') ? PACE : 1
const only = process.argv.indexOf('--only')
const targets = TARGETS.filter((browser) => only < 0 || browser === process.argv[only + 1])
for (const browser of targets) wxt('build', browser, pace)
console.log(`The extension for ${targets.join(' and ')} is in .output`)
