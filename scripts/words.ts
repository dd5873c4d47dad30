import { existsSync, readdirSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { checkLanguage, type Fault } from '../shared/words/check.ts'
import { agent, customer } from '../shared/words/en.ts'
import { extension } from '../shared/words/extension/en.ts'

// Checks every language: npm run words

/** Names that customers never read: whose chat it is and what carries it is not their concern. */
const VENDORS = ['Kustomer', 'PubNub', 'OpenAI', 'Statuspage', 'Atlassian', 'Podlight']

/** What one language may weigh where customers load it. */
const CUSTOMER_BYTES = 1000

const folder = new URL('../shared/words/', import.meta.url)

/** A language is a file named by its tag: "en.ts", "pt-BR.ts". Other files here have longer names. */
const tags = readdirSync(folder)
  .map((name) => /^([a-z]{2}(?:-[A-Za-z]{2,4})?)\.ts$/.exec(name)?.[1])
  .filter((tag) => tag !== undefined)
  .sort()

const weigh = (words: unknown): Fault[] => {
  const bytes = brotliCompressSync(JSON.stringify(words) ?? '').length
  return bytes <= CUSTOMER_BYTES
    ? []
    : [{ key: 'customer', message: `weighs ${bytes} bytes (brotli), ${CUSTOMER_BYTES} are allowed` }]
}

let count = 0
for (const tag of tags) {
  const file: Record<string, unknown> = await import(new URL(`${tag}.ts`, folder).href)
  // A language of its own for the extension may come later than the one of the judgement.
  const own = new URL(`extension/${tag}.ts`, folder)
  const pages: Record<string, unknown> = existsSync(own) ? await import(own.href) : { extension }
  const words = { customer: file['customer'], agent: file['agent'], extension: pages['extension'] }
  const english = { customer, agent, extension }
  const faults = [...checkLanguage({ tag, words }, english, VENDORS), ...weigh(words.customer)]
  for (const { key, message } of faults) console.error(`shared/words/${tag}.ts: ${key} ${message}`)
  count += faults.length
}

console.log(`Languages: ${tags.join(', ')}. Faults: ${count}.`)
// English is always there: without it, something else was read than the words.
if (count > 0 || !tags.includes('en')) process.exitCode = 1
