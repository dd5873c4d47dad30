/** Everything that CI runs, one after the other; ends with the sum of all of it. `--nightly` shortens no test. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { isRow } from '../shared/model/guards.ts'
import { runScript } from './build/runScript.ts'

const CACHE = 'node_modules/.cache/podlight'

// The tests read it, see test/support/nightly.ts.
const isNight = process.argv.includes('--nightly')
if (isNight) process.env['PODLIGHT_NIGHTLY'] = '1'

const tally = { passed: 0, failed: 0, skipped: 0 }

const run = (name: string, args?: readonly string[]): boolean => {
  console.log(`\n> ${name}`)
  return runScript(name, args)
}

const step = (name: string, args: readonly string[] = []): void => {
  if (run(name, args)) tally.passed++
  else tally.failed++
}

const countOf = (report: unknown, key: string): number =>
  isRow(report) && typeof report[key] === 'number' ? report[key] : 0

/** Runs a set of tests and counts each. */
const tests = (name: 'unit' | 'browser'): void => {
  const report = `${CACHE}/${name}.json`
  mkdirSync(CACHE, { recursive: true })
  rmSync(report, { force: true })
  const fine = run(name, ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  const counts: unknown = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  tally.passed += countOf(counts, 'numPassedTests')
  tally.skipped += countOf(counts, 'numPendingTests')
  const failed = countOf(counts, 'numFailedTests')
  // A runner that broke before it could count, or a browser that is not there, has failed at least once.
  tally.failed += fine ? failed : Math.max(1, failed)
}

step('types')
step('lint')
step('words')
tests('unit')
step('build')
step('zip')
step('sizes')
step('addon')
step('steered')
tests('browser')
if (isNight) step('fleet', ['--check'])

const { passed, failed, skipped } = tally
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
