import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

// That the bench runs and measures what it says. What it measures never gates: it is noise on a busy machine.

const root = fileURLToPath(new URL('../../', import.meta.url))
const bench = (script: string) =>
  spawnSync(process.execPath, [`${root}node_modules/tsx/dist/cli.mjs`, script], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PODLIGHT_ROUNDS: '1', PODLIGHT_WATCHED: '1000', PODLIGHT_MINUTES: '0.02' },
  })

it.each([
  ['bench/judge.ts', /\d\.\d+x/],
  ['bench/loader.ts', /loader\/bare(?: +-?\d+\.\d+){3} x/],
  ['bench/rest.ts', /first view\/bare(?: +-?\d+\.\d+){3} x/],
  ['bench/watch.ts', /with a banner(?: +\d+){3}/],
])('%s tells what it measured', { timeout: 120_000 }, (script, figures) => {
  const { status, stdout, stderr } = bench(script)
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(figures)
})
