/** Builds the playground for site owners: a folder of files to be served from anywhere; by `--serve` from here. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'
import { LEVELS } from '../../shared/model/verdict.ts'
import { head } from '../pages/head.ts'
import { summaryAt } from '../replay/documents.ts'
import { load } from '../replay/load.ts'
import { standin } from '../stage/standins.ts'
import { THIRD_PARTY_FILE, thirdPartyText } from './thirdParty.ts'
import { buildWebPage } from './webPage.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const target = `${root}dist/playground/`

/** Quiet before it begins, like any recording. */
const TROUBLED = '2024-12-19-chat-attachments'
const AT = '2024-12-19T07:40:00Z'

const INDEX = head(
  'Banner playground',
  `<link rel="icon" href="icons/podlight.svg">
<link rel="stylesheet" href="page.css">
<div id="app"></div>
<script type="module" src="page.js"></script>
`,
)

if (!existsSync(`${root}dist/widget/podlight.js`)) throw new Error('Build the banner first: npm run widget.')
const { script, style } = await buildWebPage(`${root}scripts/playground/page/`)
rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
writeFileSync(`${target}index.html`, INDEX)
writeFileSync(`${target}page.js`, script)
writeFileSync(`${target}page.css`, style)
writeFileSync(`${target}${THIRD_PARTY_FILE}`, thirdPartyText('pages'))
cpSync(`${root}scripts/playground/sample`, `${target}sample`, { recursive: true })
writeFileSync(`${target}sample/chat.js`, await standin('kustomer'))
// A status page on which nothing is wrong, so that the sample asks nobody else.
writeFileSync(`${target}sample/quiet.json`, JSON.stringify(summaryAt(load([TROUBLED]), 0)))
// And one on which something is, as Podlight's recording of it has it, for the checker.
writeFileSync(`${target}sample/trouble.json`, JSON.stringify(summaryAt(load([TROUBLED]), Date.parse(AT))))
for (const name of [...LEVELS, 'podlight'])
  cpSync(`${root}public/icons/${name}.svg`, `${target}icons/${name}.svg`)
cpSync(`${root}dist/widget`, `${target}podlight`, { recursive: true })
console.log('The playground is in dist/playground')

// Browsers load no modules from a file, so the page needs a server.
if (process.argv.includes('--serve')) {
  const { resolvedUrls } = await preview({
    root,
    configFile: false,
    build: { outDir: 'dist/playground' },
    preview: { host: '127.0.0.1' },
  })
  console.log(`Open ${resolvedUrls?.local[0]}. Ctrl-C ends it.`)
}
