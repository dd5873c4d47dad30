/** Weighs the core's built parts. None may outgrow its ceiling; raising one is a decision that shows in review. */
import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { PARTS } from './parts.ts'

/** What a page may load to see that trouble is not its customers', after a loader of 1.5 kB. */
const SECOND_STEP = 5500

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
  if (name === 'forCustomers' && bytes > SECOND_STEP)
    console.log(`  ${bytes - SECOND_STEP} bytes above what the widget's second step may weigh`)
}
process.exitCode = over > 0 ? 1 : 0
