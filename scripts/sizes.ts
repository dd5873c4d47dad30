/** Weighs the core's built parts and the extension's packages. None may outgrow its ceiling; raising one is a decision that shows in review. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { PARTS } from './parts.ts'
import { overWidget } from './widget/sizes.ts'

if (!existsSync(new URL('../dist/core/', import.meta.url))) {
  console.error('Nothing is built yet: run npm run build first.')
  process.exit(1)
}

let over = 0
console.log('part            minified   brotli   ceiling')
for (const { name, ceiling } of PARTS) {
  const code = readFileSync(new URL(`../dist/core/${name}.js`, import.meta.url))
  const bytes = brotliCompressSync(code).length
  if (bytes > ceiling) over++
  const columns = [String(code.length).padStart(8), String(bytes).padStart(8), String(ceiling).padStart(9)]
  console.log(`${name.padEnd(15)} ${columns.join(' ')}${bytes > ceiling ? '   too large' : ''}`)
}

over += overWidget()

/** What the extension may weigh as the stores get it; the sources for their reviewers go to nobody else. */
const PACKAGE = 150_000
const output = new URL('../.output/', import.meta.url)
const zips = existsSync(output)
  ? readdirSync(output).filter((name) => /-(chrome|firefox)\.zip$/.test(name))
  : []
if (zips.length < 2) {
  console.error('The packages are missing: run npm run zip first.')
  over++
}
for (const name of zips) {
  const bytes = statSync(new URL(name, output)).size
  if (bytes > PACKAGE) over++
  console.log(`${name.padEnd(28)} ${bytes} of ${PACKAGE}${bytes > PACKAGE ? '   too large' : ''}`)
}
process.exitCode = over > 0 ? 1 : 0
