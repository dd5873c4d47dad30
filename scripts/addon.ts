/**
 * Lints the packaged extension as Firefox's store does. An error fails; so does a warning that docs/extension.md
 * does not explain, and an explanation that nothing needs.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isRow, rowsOf, textOf } from '../shared/model/guards.ts'

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))

const { stdout } = spawnSync(
  process.execPath,
  [
    path('node_modules/web-ext/bin/web-ext.js'),
    'lint',
    '--output',
    'json',
    '-s',
    path('.output/firefox-mv3'),
  ],
  { encoding: 'utf8', env: { ...process.env, NO_UPDATE_NOTIFIER: '1' } },
)
const report: unknown = JSON.parse(stdout)
const codes = (kind: string): string[] =>
  isRow(report) ? rowsOf(report[kind]).map((row) => (isRow(row) ? (textOf(row['code']) ?? '') : '')) : ['?']

const HEADING = "What the store's linter says"
const docs = readFileSync(path('docs/extension.md'), 'utf8')
const section = docs.split(/^## /m).find((part) => part.startsWith(HEADING)) ?? ''
const explained = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code)

const errors = codes('errors')
const warnings = [...new Set(codes('warnings'))]
const faults = [
  ...errors.map((code) => `error ${code}`),
  ...warnings
    .filter((code) => !explained.includes(code))
    .map((code) => `${code} is not explained in docs/extension.md`),
  ...explained
    .filter((code) => !warnings.includes(code ?? ''))
    .map((code) => `${code} is explained, and does not occur`),
]
for (const fault of faults) console.error(fault)
console.log(`${errors.length} errors, ${warnings.length} kinds of warnings`)
if (faults.length > 0) process.exitCode = 1
