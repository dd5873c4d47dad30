/**
 * Tells what Podlight would say of a browser's requests: reads lines of JSON from standard input, in order of time, and
 * prints a line whenever that changes. What the lines hold stands in docs/evidence.md.
 */
import { createInterface } from 'node:readline'
import { createWatcher } from './evidence/watcher.ts'

const watcher = createWatcher((line) => console.log(JSON.stringify(line)))
let count = 0
let wrong = 0
for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  count++
  if (text.trim() !== '' && !watcher.read(text) && ++wrong <= 10)
    console.error(
      `Line ${count} is not one of a request, an answer of the status page or an event, and is left out.`,
    )
}
if (wrong > 10) console.error(`So are ${wrong - 10} more.`)
watcher.end()
// Lines of which none can be used are a mistake, and no calm day.
if (wrong > 0 && wrong === count) process.exitCode = 1
