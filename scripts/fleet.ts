/** Plays days of visits by thousands to millions: what vendor and relay are asked, and what it costs: npm run fleet. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { ArgumentError, HELP, readArguments } from './fleet/arguments.ts'
import { scalePage } from './fleet/page.ts'
import { PICTURED, picture } from './fleet/picture.ts'
import { playFleet } from './fleet/play.ts'
import { type Result, resultOf, sizeless } from './fleet/results.ts'

const docs = new URL('../docs/', import.meta.url)

const run = (args: readonly string[]): void => {
  const { help, check, sizes, isPart } = readArguments(args)
  if (help) {
    console.log(HELP)
    return
  }
  const results: Result[] = []
  let drawn = ''
  for (const fleet of playFleet(sizes)) {
    results.push(resultOf(fleet))
    if (fleet.visitors === PICTURED) drawn = picture(fleet)
    if (!isPart) console.log(`${fleet.visitors.toLocaleString('en-US')} visitors played`)
  }
  const page = scalePage(results, sizeless())
  if (isPart) {
    console.log(page)
    return
  }
  const files = new Map([
    ['scale.md', page],
    ['scale.svg', drawn],
  ])
  for (const [name, text] of files) {
    const file = new URL(name, docs)
    if (!check) writeFileSync(file, text)
    else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
      console.error(`docs/${name} says something else. npm run fleet writes it anew.`)
      process.exitCode = 1
    }
  }
  console.log(
    check ? 'Compared docs/scale.md and docs/scale.svg.' : 'Wrote docs/scale.md and docs/scale.svg.',
  )
}

try {
  run(process.argv.slice(2))
} catch (cause) {
  if (!(cause instanceof ArgumentError)) throw cause
  console.error(`${cause.message}\n\n${HELP}`)
  process.exitCode = 2
}
