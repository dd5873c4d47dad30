import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

interface Ran {
  readonly status: number | null
  readonly said: string
}

/** Runs a program in a folder; what it says on either channel. */
export const ran = (
  folder: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Ran => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 26,
  })
  return { status, said: `${stdout}${stderr}` }
}

/** The same, where anything but success is a mistake of the test. */
export const done = (...call: Parameters<typeof ran>): string => {
  const { status, said } = ran(...call)
  if (status !== 0)
    throw new Error(`${call[1]} ${call[2].join(' ')} failed in ${call[0]}: ${said.slice(-3000)}`)
  return said
}

const AUTHOR = ['-c', 'user.name=Test', '-c', 'user.email=test@podlight.example']
export const commit = (folder: string): void => {
  done(folder, 'git', ['add', '-A'])
  done(folder, 'git', [...AUTHOR, 'commit', '-qm', 'A release'])
}

/** A copy of what is committed, with a history. What it is built with may be lent to it. */
export const cloned = (name: string, lends: boolean): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'podlight-release-')), name)
  done(ROOT, 'git', ['clone', '-q', ROOT, folder])
  if (lends) {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    // What git is told to overlook is a folder, and this is none.
    writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n')
  }
  return folder
}

export const rewrite = (folder: string, file: string, change: (text: string) => string): void => {
  const path = join(folder, file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

/** The first step of docs/releasing.md: a version, and a heading for what changed. */
export const cut = (folder: string, version: string): void => {
  const { version: before } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  const raised = (text: string): string => text.replace(`"version": "${before}"`, `"version": "${version}"`)
  rewrite(folder, 'package.json', raised)
  rewrite(folder, 'package-lock.json', (text) => raised(raised(text)))
  rewrite(folder, 'CHANGELOG.md', (text) => text.replace('## Unreleased', `## ${version}`))
}
