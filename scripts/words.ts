import { existsSync, readdirSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { extension } from '../extension/text/en.ts'
import { checkLanguage, type Fault } from '../shared/text/checkLanguage.ts'
import * as english from '../shared/text/en.ts'
import { LANGUAGES } from '../shared/text/languages.ts'

// Checks every language: npm run words

/** Names that customers never read: whose chat it is and what carries it is not their concern. */
const VENDORS = ['Kustomer', 'PubNub', 'OpenAI', 'Statuspage', 'Atlassian', 'Podlight']

/** What one language may weigh where customers load it. */
const CUSTOMER_BYTES = 1000

const folder = new URL('../shared/text/', import.meta.url)

/** A language is a file named by its tag: "en.ts", "pt-BR.ts". Other files here have longer names. */
const tags = readdirSync(folder)
  .map((name) => /^([a-z]{2}(?:-[A-Za-z]{2,4})?)\.ts$/.exec(name)?.[1])
  .filter((tag) => tag !== undefined)
  .sort()

const weightOf = (words: unknown): number => brotliCompressSync(JSON.stringify(words) ?? '').length

const checkWeight = (bytes: number): Fault[] =>
  bytes <= CUSTOMER_BYTES
    ? []
    : [{ key: 'customer', message: `weighs ${bytes} bytes (brotli), ${CUSTOMER_BYTES} are allowed` }]

/** A language that is not on the list is loaded by nobody. */
const checkListed = (tag: string): Fault[] =>
  LANGUAGES.some((listed) => listed === tag)
    ? []
    : [{ key: tag, message: 'is not on the list in shared/text/languages.ts' }]

let count = 0
const weights: string[] = []
for (const tag of tags) {
  const file: Record<string, unknown> = await import(new URL(`${tag}.ts`, folder).href)
  // Agents' words are two files: what is judged, and the extension's own pages.
  const own = new URL(`../extension/text/${tag}.ts`, import.meta.url)
  const pages: Record<string, unknown> = existsSync(own) ? await import(own.href) : {}
  const bytes = weightOf(file['customer'])
  const faults = [
    ...checkLanguage({ tag, words: { ...file, ...pages } }, { ...english, extension }, VENDORS),
    ...checkWeight(bytes),
    ...checkListed(tag),
  ]
  weights.push(`${tag} ${bytes}`)
  for (const { key, message } of faults) console.error(`shared/text/${tag}.ts: ${key} ${message}`)
  count += faults.length
}

for (const tag of LANGUAGES.filter((listed) => !tags.includes(listed))) {
  console.error(`shared/text/${tag}.ts: is on the list and not there`)
  count++
}

console.log(`Languages, in bytes for customers: ${weights.join(', ')}. Faults: ${count}.`)
if (count > 0) process.exitCode = 1
