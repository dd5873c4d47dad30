import { build } from 'vite'
import { withoutExamples } from './withoutExamples.ts'

/** A page of tools: a script and a style sheet out of `main.tsx` in a folder. */
export const buildWebPage = async (
  folder: string,
): Promise<{ readonly script: string; readonly style: string }> => {
  const built = await build({
    configFile: false,
    mode: 'production',
    root: folder,
    logLevel: 'error',
    publicDir: false,
    plugins: [withoutExamples()],
    esbuild: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      rollupOptions: { input: `${folder}main.tsx`, output: { format: 'es', codeSplitting: false } },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const script = outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : []))[0]
  const style = outputs.flatMap((one) =>
    one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
  )[0]
  if (script === undefined || style === undefined) throw new Error(`Nothing was built of ${folder}.`)
  return { script, style }
}
