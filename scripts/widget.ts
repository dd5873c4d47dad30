/** Builds the widget: the loader, and beside it the parts that are loaded when they are needed. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { minify } from 'terser'
import { build } from 'vite'
import { LANGUAGES } from '../shared/words/languages.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = `${root}dist/widget/`

/** A language is a part as well, which nobody wrote. */
const languages = {
  name: 'languages',
  resolveId: (id: string) => (id.startsWith('language:') ? `\0${id}` : null),
  load: (id: string) =>
    id.startsWith('\0language:')
      ? `import { customer } from '/shared/words/${id.slice('\0language:'.length)}.ts'
         import { handOver } from '/widget/hand.ts'
         handOver(customer)`
      : null,
}

const LOADER = 'widget/loader/main.ts'
const SECOND = 'widget/second/main.ts'

const bundled = async (entry: string, known: Readonly<Record<string, unknown>>): Promise<string> => {
  const define = Object.fromEntries(
    Object.entries(known).map(([name, value]) => [name, JSON.stringify(value)]),
  )
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define,
    plugins: [languages],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      // Chrome 100, Firefox ESR, Safari 15.4.
      target: 'es2021',
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  })
  const chunk = 'output' in result ? result.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not built.`)
  // A page may have broken what a part needs to begin with, and must not hear of it from us; the loader minds itself.
  const short = await shortened(chunk.code, entry === LOADER || entry === SECOND)
  return entry === LOADER ? short : `try{${short}}catch{}`
}

/** As short as it can be said. It is a script of its own, so whatever is at its top is nobody else's. */
const shortened = async (code: string, hidesBooleans: boolean): Promise<string> => {
  const { code: short = '' } = await minify(code, {
    ecma: 2020,
    compress: {
      ecma: 2020,
      passes: 4,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
      // Where no boolean leaves the script: what the second part tells has all been parsed.
      booleans_as_integers: hidesBooleans,
    },
    // A script without a word about its letters is read with those of its page.
    format: { ecma: 2020, ascii_only: true },
  })
  // The same thing in fewer letters, and of use to nobody but the compiler.
  return short.replace(/\bconst\b(?=[ [{])/g, 'let')
}

export interface Built {
  readonly name: string
  readonly file: string
  readonly integrity: string
  /** As a server sends it that compresses well. */
  readonly brotli: number
}
const parts: Built[] = []

const weightOf = (code: string): number => brotliCompressSync(code).length

const written = (name: string, file: string, code: string, hash: string): void => {
  writeFileSync(`${folder}${file}`, code)
  parts.push({ name, file, integrity: `sha256-${hash}`, brotli: weightOf(code) })
}

const hashOf = (code: string): string => createHash('sha256').update(code).digest('base64')

/** The beginning of a hash has to fit in an address, which some marks of base64 do not. */
const fits = (hash: string): boolean => /^[a-z0-9]{8}/i.test(hash)

type Cost = (hash: string, code: string) => number
const TRIES = 64

/**
 * A hash is noise, which no compressor shortens; but noise differs, and where a part is named every byte counts.
 * Each cost leaves the cheaper quarter to the next one, so the dearest to reckon comes last.
 */
const salted = (code: string, costs: readonly Cost[]): string => {
  let tries = Array.from({ length: TRIES * 4 ** costs.length }, (_, salt) =>
    salt === 0 ? code : `${code}//${salt}`,
  ).filter((one) => fits(hashOf(one)))
  for (const cost of costs) {
    const known = new Map(tries.map((one) => [one, cost(hashOf(one), one)]))
    const ranked = tries.toSorted((one, other) => (known.get(one) ?? 0) - (known.get(other) ?? 0))
    tries = ranked.slice(0, Math.ceil(ranked.length / 4))
  }
  return tries[0] ?? code
}

/** Builds a part whose name begins its hash, so that an old loader never meets a new part. Gives the hash. */
const part = (name: string, code: string, costs: readonly Cost[] = []): string => {
  const chosen = salted(code, costs)
  const hash = hashOf(chosen)
  written(name, `podlight-${hash.slice(0, 8)}.js`, chosen, hash)
  return hash
}

mkdirSync(folder, { recursive: true })
const hashes: Record<string, string> = {}
for (const tag of LANGUAGES) if (tag !== 'en') hashes[tag] = part(tag, await bundled(`language:${tag}`, {}))
const chatwoot = part('chatwoot', await bundled('widget/chats/chatwoot.ts', {}))
const banner = await bundled('widget/third/main.ts', { LANGUAGE_HASHES: hashes, CHATWOOT: chatwoot })
const ordering = await bundled('widget/orders/main.ts', {})
// Who names a part is built first, with a name to be replaced.
const judging = await bundled(SECOND, { THIRD: 'THIRD_HASH', ORDERS: 'ORDERS_HASH' })
const third = part('banner', banner)
const withThird = judging.replace('THIRD_HASH', third)
const orders = part('orders', ordering)
const loading = await bundled(LOADER, { SECOND: 'SECOND_HASH' })
const loaderWith = (hash: string): string => loading.replace('SECOND_HASH', hash)
// Everybody loads the loader, few what it names.
const second = part('judgement', withThird.replace('ORDERS_HASH', orders), [
  (hash) => weightOf(loaderWith(hash)),
  (hash, code) => weightOf(code) + weightOf(loaderWith(hash)),
])
written('loader', 'podlight.js', loaderWith(second), hashOf(loaderWith(second)))
// Parts of earlier builds go only when the new ones are there: something may be served from here. `--keep` leaves them.
if (!process.argv.includes('--keep'))
  for (const file of readdirSync(folder))
    if (!parts.some((part) => part.file === file)) rmSync(`${folder}${file}`)
writeFileSync(`${folder}podlight.json`, `${JSON.stringify(parts, null, 2)}\n`)
for (const { name, file, brotli } of parts)
  console.log(`${name.padEnd(10)} ${String(brotli).padStart(6)}  ${file}`)
