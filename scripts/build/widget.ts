/** Builds the widget: the loader, and beside it the parts that are loaded when they are needed. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { LANGUAGES } from '../../shared/text/languages.ts'
import { fileOf } from '../../widget/loader/partName.ts'
import * as facts from '../../widget/loader/vendorFacts.ts'
import { filesOf, MANIFEST, type Manifest, type Part } from '../embed/manifest.ts'
import { policyLines } from '../embed/policy.ts'
import { withoutExamples } from './withoutExamples.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = `${root}dist/widget/`

/** A language is a part as well, which nobody wrote. */
const languages = {
  name: 'languages',
  resolveId: (id: string) => (id.startsWith('language:') ? `\0${id}` : null),
  load: (id: string) =>
    id.startsWith('\0language:')
      ? `import { customer } from '/shared/text/${id.slice('\0language:'.length)}.ts'
         import { registerPart } from '/widget/registerPart.ts'
         registerPart(customer)`
      : null,
}

/** Of the vendor's file the loader gets the values that it needs, and not the file. */
const vendorFacts = {
  name: 'vendor-facts',
  load: (id: string) =>
    id.endsWith('/widget/loader/vendorFacts.ts')
      ? Object.entries(facts)
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
          .join('\n')
      : null,
}

const bundled = async (entry: string, known: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: Object.fromEntries(Object.entries(known).map(([name, value]) => [name, JSON.stringify(value)])),
    plugins: [languages, vendorFacts, withoutExamples()],
    build: {
      write: false,
      modulePreload: false,
      // Chrome 100, Firefox ESR, Safari 15.4.
      target: 'es2021',
      rolldownOptions: {
        input: entry,
        // A script without a word about its letters is read with those of its page, so it has plain ones only.
        output: { format: 'iife', charset: 'ascii' },
      },
    },
  })
  const chunk = 'output' in result ? result.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not built.`)
  return chunk.code
}

/** A page may have broken what a part needs to begin with, and must not hear of it from us. The loader minds itself. */
const bundledPart = async (entry: string, known?: Readonly<Record<string, unknown>>): Promise<string> =>
  `try{${(await bundled(entry, known)).trim()}}catch{}`

const parts: Part[] = []

const hashOf = (code: string, algorithm = 'sha256'): string =>
  createHash(algorithm).update(code).digest('base64')

const write = (name: string, file: string, code: string): void => {
  writeFileSync(`${folder}${file}`, code)
  console.log(`${name.padEnd(10)} ${String(brotliCompressSync(code).length).padStart(6)}  ${file}`)
}

/** Writes a part whose name begins its hash, so that an old loader never meets a new part. Gives the hash. */
const writePart = (name: string, code: string): string => {
  const hash = hashOf(code)
  const part = { name, file: fileOf(hash), integrity: `sha256-${hash}` }
  write(name, part.file, code)
  parts.push(part)
  return hash
}

mkdirSync(folder, { recursive: true })
// Who loads a part knows its hash, so the parts that load nothing come first, and the loader is the last.
const languageHashes: Record<string, string> = {}
for (const tag of LANGUAGES)
  if (tag !== 'en') languageHashes[tag] = writePart(tag, await bundledPart(`language:${tag}`))
const chats = writePart('chats', await bundledPart('widget/chats/others.ts'))
const view = writePart(
  'view',
  await bundledPart('widget/view/main.ts', { LANGUAGE_HASHES: languageHashes, CHATS_HASH: chats }),
)
const api = writePart('api', await bundledPart('widget/api/main.ts'))
const judgement = writePart('judgement', await bundledPart('widget/judgement/main.ts', { API_HASH: api }))
const events = writePart('events', await bundledPart('widget/events/main.ts'))
const evidence = writePart('evidence', await bundledPart('widget/evidence/main.ts'))
const loader = await bundled('widget/loader/main.ts', {
  JUDGEMENT_HASH: judgement,
  VIEW_HASH: view,
  EVENTS_HASH: events,
  EVIDENCE_HASH: evidence,
})
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }
const manifest: Manifest = {
  version,
  evergreen: 'podlight.js',
  pinned: `podlight-${version}.js`,
  integrity: `sha384-${hashOf(loader, 'sha384')}`,
  parts,
}
for (const file of [manifest.pinned, manifest.evergreen]) write('loader', file, loader)
// Files of earlier builds go only when the new ones are there: something may be served from here. `--keep` leaves them.
if (!process.argv.includes('--keep'))
  for (const file of readdirSync(folder)) if (!filesOf(manifest).includes(file)) rmSync(`${folder}${file}`)
const list = { ...manifest, policies: policyLines(manifest) }
writeFileSync(`${folder}${MANIFEST}`, `${JSON.stringify(list, null, 2)}\n`)
