/** Builds the widget: the loader, and beside it the parts that are loaded when they are needed. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { LANGUAGES } from '../shared/words/languages.ts'
import { shortened, weightOf, wellNamed } from './widget/shortened.ts'
import { STEPS } from './widget/sizes.ts'

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

const hashOf = (code: string): string => createHash('sha256').update(code).digest('base64')

/** What it weighs whatever it names: the hash of the part that it loads differs with every change there. */
const weightWithAny = (code: string): number =>
  ['a', 'b', 'c', 'd']
    .map((text) => weightOf(code.replace('SECOND_HASH', hashOf(text))))
    .reduce((sum, weight) => sum + weight)

/** A block keeps names from the page as a function does. */
const asBlock = (code: string): string => {
  const [, names = '', body = ''] = /^\(\(\)=>\{(?:var|let) ([\s\S]*?;)([\s\S]*)\}\)\(\);?$/.exec(code) ?? []
  // A `var` or a function of its own would leak out of it.
  if (names === '' || /\bvar\b|\bfunction\b/.test(body))
    throw new Error('The loader is no plain list of names.')
  return `{let ${names}${body}}`
}

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
  return entry === LOADER ? asBlock(await wellNamed(short, weightWithAny)) : `try{${short}}catch{}`
}

export interface Built {
  readonly name: string
  readonly file: string
  readonly integrity: string
  readonly brotli: number
}
const parts: Built[] = []

const written = (name: string, file: string, code: string, hash: string): void => {
  writeFileSync(`${folder}${file}`, code)
  parts.push({ name, file, integrity: `sha256-${hash}`, brotli: weightOf(code) })
}

/** The beginning of a hash has to fit in an address, which some marks of base64 do not. */
const fits = (hash: string): boolean => /^[a-z0-9]{8}/i.test(hash)

/** What a part, or the script that names it, weighs with this hash. */
type Cost = (hash: string, code: string) => number

/**
 * A hash is noise, which no compressor shortens; but noise differs, and where a part is named every byte counts. So a
 * part says in a comment whatever makes the script that names it short enough, or else the shortest of so many.
 */
const salted = (code: string, cost: Cost, tries: number): string => {
  let [best, least] = [code, Number.POSITIVE_INFINITY]
  for (let salt = 0; salt < tries && least > 0; salt++) {
    const one = salt === 0 ? code : `${code}//${salt}`
    const hash = hashOf(one)
    const weight = fits(hash) ? cost(hash, one) : Number.POSITIVE_INFINITY
    if (weight < least) [best, least] = [one, weight]
  }
  return best
}

/** Builds a part whose name begins its hash, so that an old loader never meets a new part. Gives the hash. */
const part = (name: string, code: string, cost: Cost = () => 0, tries = 64): string => {
  const chosen = salted(code, cost, tries)
  const hash = hashOf(chosen)
  written(name, `podlight-${hash.slice(0, 8)}.js`, chosen, hash)
  return hash
}

mkdirSync(folder, { recursive: true })
const hashes: Record<string, string> = {}
for (const tag of LANGUAGES) if (tag !== 'en') hashes[tag] = part(tag, await bundled(`language:${tag}`, {}))
// Who names a part is built first, with a name to be replaced.
const drawing = await bundled('widget/third/main.ts', { LANGUAGE_HASHES: hashes, CHATS: 'CHATS_HASH' })
const drawingWith = (hash: string): string => drawing.replace('CHATS_HASH', hash)
const chats = part('chats', await bundled('widget/chats/others.ts', {}), (hash) =>
  weightOf(drawingWith(hash)),
)
const third = part('banner', drawingWith(chats))
const judging = (await bundled(SECOND, { THIRD: 'THIRD_HASH', ORDERS: 'ORDERS_HASH' })).replace(
  'THIRD_HASH',
  third,
)
const judgingWith = (hash: string): string => judging.replace('ORDERS_HASH', hash)
const orders = part('orders', await bundled('widget/orders/main.ts', {}), (hash) =>
  weightOf(judgingWith(hash)),
)
const loading = await bundled(LOADER, { SECOND: 'SECOND_HASH' })
const loaderWith = (hash: string): string => loading.replace('SECOND_HASH', hash)
// By how many bytes the loader, or the loader and this part, are over what they may weigh: the first that is not will do.
const excess: Cost = (hash, code) => {
  const weight = weightOf(loaderWith(hash))
  return Math.max(weight - STEPS[0].most, weight + weightOf(code) - STEPS[1].most)
}
const second = part('judgement', judgingWith(orders), excess, 512)
written('loader', 'podlight.js', loaderWith(second), hashOf(loaderWith(second)))
// Parts of earlier builds go only when the new ones are there: something may be served from here. `--keep` leaves them.
if (!process.argv.includes('--keep'))
  for (const file of readdirSync(folder))
    if (!parts.some((part) => part.file === file)) rmSync(`${folder}${file}`)
writeFileSync(`${folder}podlight.json`, `${JSON.stringify(parts, null, 2)}\n`)
for (const { name, file, brotli } of parts)
  console.log(`${name.padEnd(10)} ${String(brotli).padStart(6)}  ${file}`)
