import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { ownEnvironment } from './environment.ts'

// Follows a guide of docs to the letter: what it says is to be written is written, in a copy of the repository.

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A block of code in a guide, with the file that the text above it names first. */
export interface Block {
  readonly kind: string
  readonly file: string
  readonly code: string
}

const BLOCK = /^( *)```(\w+)\n([\s\S]*?)\n *```$|`([\w./-]+\/[\w.-]+\.\w+)`/gm

const blocksOf = (step: string): readonly Block[] => {
  const blocks: Block[] = []
  let file: string | undefined
  for (const [, indent = '', kind, text = '', path] of step.matchAll(BLOCK)) {
    file ??= path
    if (kind === undefined) continue
    const lines = text.split('\n').map((line) => line.replace(indent, ''))
    // Of two blocks without a word between them, both are the same file's.
    blocks.push({ kind, file: file ?? blocks.at(-1)?.file ?? '', code: lines.join('\n') })
    file = undefined
  }
  return blocks
}

/** The numbered steps of a guide, each with its blocks. */
export const stepsOf = (guide: string): readonly (readonly Block[])[] => {
  const [numbered = ''] = guide.split(/^## /m)
  return numbered
    .split(/^\d+\. /m)
    .slice(1)
    .map(blocksOf)
}

/** Every file that a guide names. */
export const filesIn = (guide: string): readonly string[] => [
  ...new Set(
    [
      ...guide.matchAll(
        /`((?:shared|test|docs|widget|relay|scripts|entrypoints|extension)\/[\w./-]+\.\w+)`/g,
      ),
    ].map(([, path = '']) => path),
  ),
]

const PARTS = [
  'shared',
  'extension',
  'widget',
  'relay',
  'scripts',
  'test',
  'docs',
  'public',
  'store',
  'CHANGELOG.md',
  'package.json',
  'tsconfig.base.json',
  'vitest.config.ts',
]

/** A copy of all that guides speak of; gives its folder. */
export const copied = (name: string): string => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), `podlight-${name}-`)))
  for (const part of PARTS) cpSync(join(ROOT, part), join(home, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'), 'junction')
  // The modules are the repository's own: what the compiler keeps beside them must not come from here.
  for (const room of ['shared', 'widget']) {
    const config = join(home, room, 'tsconfig.json')
    writeFileSync(config, readFileSync(config, 'utf8').replaceAll('../node_modules/.cache', '../.cache'))
  }
  return home
}

/** Writes a block to its file; of a `diff`, the lines it adds for those it takes away. */
export const write = (home: string, { kind, file, code }: Block): void => {
  const path = join(home, file)
  mkdirSync(dirname(path), { recursive: true })
  if (kind !== 'diff') {
    writeFileSync(path, `${code}\n`)
    return
  }
  const side = (sign: string): string =>
    code
      .split('\n')
      .filter((line) => line[0] === ' ' || line[0] === sign)
      .map((line) => line.slice(1))
      .join('\n')
  const [before, ...after] = readFileSync(path, 'utf8').split(side('-'))
  if (after.length !== 1) throw new Error(`${file} has this ${after.length} times:\n${side('-')}`)
  writeFileSync(path, `${before}${side('+')}${after[0]}`)
}

const node = (home: string, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: home,
    encoding: 'utf8',
    env: ownEnvironment(),
  })
  // Colours, and the spaces of calendars, differ from machine to machine.
  const said = stripVTControlCharacters(`${stdout}${stderr}`).replace(/[ \u202f]+/g, ' ')
  return { status, said }
}

/** Runs a line of a guide as npm would, without a shell, which not every system has. `types` checks only these rooms. */
export const run = (home: string, line: string, rooms: readonly string[] = ['shared']) => {
  const [tool, ...words] = line.split(' ')
  const module = (path: string): string => join(ROOT, 'node_modules', path)
  if (tool === 'npx') return node(home, [module('vitest/vitest.mjs'), ...words.slice(1)])
  const [name = '', ...args] = words.filter((word) => !/^(run|-s|--)$/.test(word))
  if (name === 'types') return node(home, [module('typescript/bin/tsc'), '-b', ...rooms])
  const { scripts } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const [, script = ''] = /^tsx (\S+)$/.exec(scripts[name] ?? '') ?? []
  return node(home, [module('tsx/dist/cli.mjs'), script, ...args])
}
