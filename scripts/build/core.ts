/** Builds the core's parts as the surfaces will carry them, each alone, so that they can be weighed and timed. */
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { PARTS } from './coreParts.ts'
import { withoutExamples } from './withoutExamples.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const outDir = `${root}dist/core`

rmSync(outDir, { recursive: true, force: true })
for (const { name } of PARTS) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutExamples()],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2021',
      lib: { entry: `bench/parts/${name}.ts`, formats: ['es'], fileName: name },
      // A library's white space is kept by default; what a page loads has none.
      rolldownOptions: { output: { minify: true } },
    },
  })
}
console.log(`${PARTS.length} parts in dist/core`)
