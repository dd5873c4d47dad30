import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { withoutExamples } from './withoutExamples.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Writes one file out of an entry and all that it imports. */
export const buildRelayFile = async (entry: string, outDir: string, fileName: string): Promise<void> => {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutExamples()],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      minify: true,
      rolldownOptions: {
        external: ['cloudflare:workers', /^node:/],
        output: { format: 'es', entryFileNames: fileName, codeSplitting: false },
      },
    },
  })
}

export const RELAY_FOLDER = `${root}dist/relay`

/** Builds both forms of the relay. */
export const buildRelay = async (): Promise<void> => {
  await buildRelayFile('relay/worker.ts', RELAY_FOLDER, 'worker.js')
  await buildRelayFile('relay/node.ts', RELAY_FOLDER, 'node.js')
}
