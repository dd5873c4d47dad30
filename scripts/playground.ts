/** Builds the playground for site owners: a folder of files to be served from anywhere. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { standin } from '../test/browser/support/standins.ts'
import { buildPage } from './pages/buildPage.ts'
import { head } from './pages/head.ts'
import { summaryAt } from './replay/documents.ts'
import { load } from './replay/load.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const target = `${root}dist/playground/`

/** Any recording is quiet before it begins. */
const QUIET = '2024-12-19-chat-attachments'

const INDEX = head(
  'Podlight’s banner, tried',
  `<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="page.css">
<div id="app"></div>
<script type="module" src="page.js"></script>
`,
)

if (!existsSync(`${root}dist/widget/podlight.js`)) throw new Error('Build the banner first: npm run widget.')
const { script, style } = await buildPage(`${root}scripts/playground/page/`)
rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
writeFileSync(`${target}index.html`, INDEX)
writeFileSync(`${target}page.js`, script)
writeFileSync(`${target}page.css`, style)
cpSync(`${root}scripts/playground/sample`, `${target}sample`, { recursive: true })
writeFileSync(`${target}sample/chat.js`, await standin('kustomer'))
// A status page on which nothing is wrong, so that the sample asks nobody else.
writeFileSync(`${target}sample/quiet.json`, JSON.stringify(summaryAt(load([QUIET]), 0)))
cpSync(`${root}public/icons/podlight.svg`, `${target}icon.svg`)
cpSync(`${root}dist/widget`, `${target}podlight`, { recursive: true })
console.log('The playground is in dist/playground')
