import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const FOLDER = fileURLToPath(new URL('page/', import.meta.url))

/** The demo's own page, built when it is asked for: a script and a style sheet. */
export const buildPage = async (): Promise<{ readonly script: string; readonly style: string }> => {
  const built = await build({
    configFile: false,
    root: FOLDER,
    logLevel: 'error',
    publicDir: false,
    esbuild: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      rollupOptions: { input: `${FOLDER}main.tsx`, output: { format: 'es', codeSplitting: false } },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const script = outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : []))[0]
  const style = outputs.flatMap((one) =>
    one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
  )[0]
  if (script === undefined || style === undefined) throw new Error('The page of the demo was not built.')
  return { script, style }
}

const head = (title: string, more: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${more}`

export const INDEX = head(
  'Podlight, played',
  `<link rel="icon" href="/icons/podlight-32.png">
<link rel="stylesheet" href="/demo/page.css">
<div id="app"></div>
<script type="module" src="/demo/page.js"></script>
`,
)

/** What makes a page of the extension feel at home in a frame. */
const LENT = '<script src="/demo/clock.js"></script><script src="/demo/browser.js"></script>'

/** The background has no page of its own here. */
export const BACKGROUND = head('Background', `${LENT}<script src="/background.js"></script>\n`)

/** A page of the extension, as it was built, in a frame of the demo. */
export const framed = (html: string): string => html.replace('<head>', `<head>${LENT}`)
