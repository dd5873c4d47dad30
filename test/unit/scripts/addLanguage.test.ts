import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtParts } from '../../../scripts/sizes/widgetSteps.ts'

// Somebody who follows docs/add-a-language.md to the letter has a language in the end.

const root = fileURLToPath(new URL('../../../', import.meta.url))
const guide = readFileSync(join(root, 'docs/add-a-language.md'), 'utf8')
const blocks = (kind: string): string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) =>
    text.trim(),
  )

let home = ''
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'podlight-language-'))
  for (const part of ['shared', 'extension', 'widget', 'scripts', 'package.json', 'tsconfig.base.json'])
    cpSync(join(root, part), join(home, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'), 'junction')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const [copying = '', checking = '', building = ''] = blocks('sh')

/** Runs a command of the guide: npm's as npm would, and cp without a shell, which not every system has. */
const run = (command: string): { readonly status: number | null; readonly said: string } => {
  const [tool, ...args] = command.split(' ')
  if (tool === 'cp') {
    cpSync(join(home, args[0] ?? ''), join(home, args[1] ?? ''))
    return { status: 0, said: '' }
  }
  const { scripts } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const [, script = ''] = (scripts[args.at(-1) ?? ''] ?? '').split(' ')
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, script], {
    cwd: home,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

it('leads to a language that is checked, built and small', { timeout: 300_000 }, () => {
  expect(blocks('sh')).toHaveLength(3)
  run(copying)
  // The step that is left out is asked for.
  const forgotten = run(checking)
  expect([forgotten.status, forgotten.said]).toEqual([1, expect.stringContaining('is not on the list')])

  const [tag = ''] = blocks('ts')
  const list = join(home, 'shared/text/languages.ts')
  writeFileSync(list, readFileSync(list, 'utf8').replace("'sv',", `'sv', ${tag},`))
  const checked = run(checking)
  expect([checked.status, checked.said]).toEqual([0, expect.stringContaining('da ')])

  const built = run(building)
  expect([built.status, built.said]).toEqual([0, expect.stringMatching(/^da +\d+ /m)])
  expect(builtParts(pathToFileURL(join(home, 'dist/widget/'))).get('da')?.brotli).toBeLessThanOrEqual(1000)
})

it('names files that are there', () => {
  const named = [...guide.matchAll(/`((?:shared|test|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(2)
  for (const path of named) expect(readFileSync(join(root, path), 'utf8').length).toBeGreaterThan(0)
})
