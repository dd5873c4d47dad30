import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const MODULES = ['alerts', 'database', 'incidents', 'observations', 'readHistory']
const ENTRY = 'virtual:history'

/** A script that puts everything the history's storage exports into one object, `store`. */
export const historyStoreScript = async (): Promise<string> => {
  const pathOf = (name: string) =>
    fileURLToPath(new URL(`../../../extension/storage/history/${name}.ts`, import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      {
        name: 'history',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) =>
          id === ENTRY ? MODULES.map((name) => `export * from '${pathOf(name)}'`).join('\n') : null,
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rollupOptions: {
        input: ENTRY,
        preserveEntrySignatures: 'strict',
        output: { format: 'iife', name: 'store', codeSplitting: false },
      },
    },
  })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const script = outputs.find((one) => one.type === 'chunk')
  if (script?.type !== 'chunk') throw new Error('Nothing was built of the history.')
  return script.code
}
