/** Builds the extension: what is shipped, or with `--paced` the same with a faster clock, for the browser tests. */
import { PACE } from './pace.ts'
import { TARGETS, wxt } from './wxt.ts'

const pace = process.argv.includes('--paced') ? PACE : 1
for (const browser of TARGETS) wxt('build', browser, pace)
console.log(`The extension for ${TARGETS.join(' and ')} is in .output`)
