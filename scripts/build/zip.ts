/** Makes the packages for the stores, and the sources that Firefox's reviewers ask for. */
import { readdirSync } from 'node:fs'
import { TARGETS, wxt } from './wxt.ts'

for (const browser of TARGETS) wxt('zip', browser)
const zips = readdirSync(new URL('../../.output/', import.meta.url)).filter((name) => name.endsWith('.zip'))
console.log(zips.map((name) => `.output/${name}`).join('\n'))
