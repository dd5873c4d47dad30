/** Types, lint, words, unit tests, build and sizes, one after the other; ends with the sum of all of them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { isRow } from '../shared/feed/guards.ts'

const REPORT = 'node_modules/.cache/podlight/unit.json'

const tally = { passed: 0, failed: 0, skipped: 0 }

/** Tools are asked through npm, which finds them on every system. */
const run = (name: string, args: readonly string[] = []): boolean => {
  console.log(`\n> ${name}`)
  const npm = process.env['npm_execpath']
  const command = ['run', '-s', name, ...(args.length > 0 ? ['--', ...args] : [])]
  const { status } =
    npm === undefined
      ? spawnSync('npm', command, { stdio: 'inherit', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...command], { stdio: 'inherit' })
  return status === 0
}

const step = (name: string): void => {
  if (run(name)) tally.passed++
  else tally.failed++
}

const countOf = (report: unknown, key: string): number =>
  isRow(report) && typeof report[key] === 'number' ? report[key] : 0

const unit = (): void => {
  mkdirSync('node_modules/.cache/podlight', { recursive: true })
  rmSync(REPORT, { force: true })
  const fine = run('unit', ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`])
  const report: unknown = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : null
  tally.passed += countOf(report, 'numPassedTests')
  tally.skipped += countOf(report, 'numPendingTests')
  const failed = countOf(report, 'numFailedTests')
  // A runner that broke before it could count has failed at least once.
  tally.failed += fine ? failed : Math.max(1, failed)
}

step('types')
step('lint')
step('words')
unit()
step('build')
step('sizes')

const { passed, failed, skipped } = tally
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
