import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { linesOf, START } from '../../support/evidence/traffic.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

it('reads lines from its input, tells each change, names lines that are none, and ends with a count', () => {
  const lines = linesOf({ minutes: 30, end: (minute) => (minute >= 20 ? { status: 500 } : undefined) })
  const input = ['{"at":1}', ...lines.map((line) => JSON.stringify(line)), 'rain', ''].join('\n')
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'evidence'], {
    cwd: root,
    input,
    encoding: 'utf8',
    timeout: 60_000,
  })
  const told = stdout.trim().split('\n')
  expect(told.map((line) => JSON.parse(line) as object)).toEqual([
    {
      at: START + 21.5 * 60_000,
      state: 'noticed',
      what: 'app',
      kind: 'failing',
      bad: 45,
      tried: 45,
      since: START + 20 * 60_000,
    },
    { end: true, requests: 900 },
  ])
  const wrong = [...stderr.matchAll(/^Line (\d+) is not/gm)].map(([, line]) => Number(line))
  expect(wrong).toEqual([1, lines.length + 2])
  expect(status).toBe(0)
})
