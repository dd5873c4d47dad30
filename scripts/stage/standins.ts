import { fileURLToPath } from 'node:url'
import { build } from 'vite'

// The stand-ins of chats are written in parts, and come to a page as one script each, as the vendors' do.

const FOLDER = fileURLToPath(new URL('./chats/', import.meta.url))

export type Standin = 'kustomer' | 'chatwoot' | 'frame'

const bundle = async (name: Standin): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: `${FOLDER}${name}.js`, formats: ['iife'], name: 'standin', fileName: name },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  for (const one of outputs) {
    if (!('output' in one)) continue
    const chunk = one.output.find(({ type }) => type === 'chunk')
    if (chunk?.type === 'chunk') return chunk.code
  }
  throw new Error(`Nothing was built of ${name}.`)
}

const made = new Map<Standin, Promise<string>>()

/** The script of a stand-in, built once. */
export const standin = (name: Standin): Promise<string> => {
  const script = made.get(name) ?? bundle(name)
  made.set(name, script)
  return script
}
