/**
 * Weighs the core's built parts. A part may not outgrow its ceiling; raising one is a decision that shows in review.
 * What pages load has budgets of its own (docs/budgets.md), which are checked once the widget exists.
 */
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'

const CEILINGS: readonly (readonly [part: string, bytes: number])[] = [['judgement', 15_000]]

let over = 0
console.log('part         minified   brotli   ceiling')
for (const [part, ceiling] of CEILINGS) {
  const code = readFileSync(new URL(`../dist/core/${part}.js`, import.meta.url))
  const bytes = brotliCompressSync(code).length
  if (bytes > ceiling) over++
  const columns = [String(code.length).padStart(8), String(bytes).padStart(8), String(ceiling).padStart(9)]
  console.log(`${part.padEnd(12)} ${columns.join(' ')}${bytes > ceiling ? '   too large' : ''}`)
}
process.exitCode = over > 0 ? 1 : 0
