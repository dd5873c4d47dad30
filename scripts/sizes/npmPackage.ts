import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import type { Weight } from './widgetSteps.ts'

const folder = fileURLToPath(new URL('../../dist/npm/', import.meta.url))

/** What a site's own bundle grows by, and what each may weigh in bytes of brotli. */
export const IMPORTS = [
  { name: 'index', what: 'watchPod', most: 45_300 },
  { name: 'element', what: '<podlight-banner> with it, in English', most: 54_000 },
] as const

/** Bundles a module as a site would; of the languages only English is in it. */
const bundled = async (name: string): Promise<number> => {
  const file = `${folder}${name}.js`
  if (!existsSync(file)) return Number.NaN
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      modulePreload: false,
      target: 'es2022',
      // What an entry exports would be left out, as no page asks for it.
      rolldownOptions: { input: file, preserveEntrySignatures: 'strict' },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const chunks = new Map(outputs.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])))
  const loaded = new Set<string>()
  const load = (fileName: string): void => {
    if (loaded.has(fileName)) return
    loaded.add(fileName)
    for (const other of chunks.get(fileName)?.imports ?? []) load(other)
  }
  for (const { fileName, isEntry } of chunks.values()) if (isEntry) load(fileName)
  const code = [...loaded].map((fileName) => chunks.get(fileName)?.code ?? '').join('\n')
  return brotliCompressSync(code).length
}

export const weighNpmPackage = async (): Promise<readonly Weight[]> => {
  const weights: Weight[] = []
  for (const { name, what, most } of IMPORTS) weights.push({ what, bytes: await bundled(name), most })
  return weights
}
