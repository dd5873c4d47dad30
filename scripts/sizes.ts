/**
 * Weighs the core's built parts. A part may not outgrow its ceiling; raising one is a decision that shows in review.
 */
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'

const CEILINGS: readonly (readonly [part: string, bytes: number])[] = [['judgement', 16_500]]

/** What a page may load to see that trouble is not its customers': the judgement and a loader of 1.5 kB before it. */
const SECOND_STEP = 5500

const codeOf = (part: string): Buffer => readFileSync(new URL(`../dist/core/${part}.js`, import.meta.url))
const weightOf = (part: string): number => brotliCompressSync(codeOf(part)).length

let over = 0
console.log('part         minified   brotli   ceiling')
for (const [part, ceiling] of CEILINGS) {
  const bytes = weightOf(part)
  if (bytes > ceiling) over++
  const columns = [
    String(codeOf(part).length).padStart(8),
    String(bytes).padStart(8),
    String(ceiling).padStart(9),
  ]
  console.log(`${part.padEnd(12)} ${columns.join(' ')}${bytes > ceiling ? '   too large' : ''}`)
}
const judgement = weightOf('judgement')
if (judgement > SECOND_STEP)
  console.log(
    `For the widget's second step the judgement is still ${judgement - SECOND_STEP} bytes too heavy.`,
  )
process.exitCode = over > 0 ? 1 : 0
