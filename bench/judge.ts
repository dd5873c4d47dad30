/**
 * How long it takes to read a document and to judge every pod, against JSON.parse of the same bytes in the same run: machines differ, ratios hardly do.
 * Times the built code, since that is what people run. Never gates.
 */
import { documentOf } from './document.ts'

const { createJudge, kustomer, promiseOf, readStatuspage } = (await import(
  new URL('../dist/core/judgement.js', import.meta.url).href
)) as typeof import('./parts/judgement.ts')

const ROUNDS = Number(process.env['PODLIGHT_ROUNDS'] ?? 41)

const median = (times: number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0

const time = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const judge = createJudge(kustomer, promiseOf)

/** All are taken in turns, so that a noisy moment falls on each of them. */
const measure = (components: number, incidents: number) => {
  const text = JSON.stringify(documentOf(components, incidents))
  const rounds = Math.max(Math.min(5, ROUNDS), Math.round((ROUNDS * 50) / incidents))
  const parse: number[] = []
  const read: number[] = []
  const judged: number[] = []
  for (let round = 0; round < rounds; round++) {
    let document: unknown
    parse.push(
      time(() => {
        document = JSON.parse(text)
      }),
    )
    let parsed = readStatuspage(null, kustomer)
    read.push(
      time(() => {
        parsed = readStatuspage(document, kustomer)
      }),
    )
    if (!parsed.ok) throw new Error(parsed.detail)
    const { value } = parsed
    const when = { now: Date.UTC(2026, 0, 5, 21), fetchedAt: Date.UTC(2026, 0, 5, 21) }
    judged.push(
      time(() => {
        for (const pod of kustomer.pods.keys()) judge(value, pod, when)
      }),
    )
  }
  return { bytes: text.length, parse: median(parse), read: median(read), judged: median(judged) }
}

const figure = (value: number): string => value.toFixed(2).padStart(8)

measure(500, 50)
console.log('components incidents      kB   parse ms   read ms  judge ms   (read+judge)/parse')
const base = measure(500, 50)
// A run that only shows that it works has no use for the greatest.
for (const factor of ROUNDS > 1 ? [1, 10, 100] : [1, 10]) {
  const { bytes, parse, read, judged } = factor === 1 ? base : measure(500 * factor, 50 * factor)
  console.log(
    `${String(500 * factor).padStart(10)} ${String(50 * factor).padStart(9)} ${String(Math.round(bytes / 1000)).padStart(7)}   ${figure(parse)}  ${figure(read)}  ${figure(judged)}   ${figure((read + judged) / parse)}x   growth ${((read + judged) / (base.read + base.judged) / factor).toFixed(2)}`,
  )
}
console.log(
  'Judged for every pod. Bar: read and judge at most 3x for 500 components and 50 incidents; growth about 1 (linear).',
)
