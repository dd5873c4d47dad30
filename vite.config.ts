import { defineConfig } from 'vite'

/** The core's parts as the surfaces will carry them, built alone so that they can be weighed and timed. */
export default defineConfig({
  build: {
    outDir: 'dist/core',
    target: 'es2021',
    // A library's white space is kept by default; what a page loads has none.
    rolldownOptions: { output: { minify: true } },
    lib: {
      entry: {
        judgement: 'bench/parts/judgement.ts',
      },
      formats: ['es'],
    },
  },
})
