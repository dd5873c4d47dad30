import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// A program that sees an /etc of its own. Browsers read a company's policy from there, and the machine's own must stay as
// it is: the program runs in a mount namespace, which nobody else sees and which ends with it.

/** Folders of ours, by the place in /etc where the program finds them. */
export type Places = Readonly<Record<string, string>>

/** Who may not mount as they are may where they are root of a namespace of users. */
const UNSHARE = ['unshare', '--mount', '--propagation', 'private']
const unshare = process.getuid?.() === 0 ? UNSHARE : [...UNSHARE, '--user', '--map-root-user']

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** The folder of a place right below /etc, which is ours as a whole. */
const topOf = (place: string): string => place.split('/')[2] ?? ''

/**
 * A memory file system is laid over /etc. In it are links to all that the real one holds, but for what is ours: places
 * that the machine does not have can be made there without leaving anything behind.
 */
const linesOf = (real: string, places: Places): readonly string[] => {
  const own = [...new Set(Object.keys(places).map(topOf))]
  return [
    `mount --rbind /etc ${quoted(real)}`,
    'mount -t tmpfs podlight /etc',
    `for file in ${quoted(real)}/* ${quoted(real)}/.[!.]*; do`,
    `  case "\${file##*/}" in ${own.join('|')}) ;; *) ln -s "$file" /etc/ ;; esac`,
    'done',
    ...Object.entries(places).flatMap(([place, folder]) => [
      `mkdir -p ${quoted(place)}`,
      `mount --bind ${quoted(folder)} ${quoted(place)}`,
    ]),
  ]
}

/** Writes a command into a folder of the test: it starts a program with all of its arguments, and with these places. */
export const withOwnEtc = (program: string, home: string, places: Places): string => {
  const real = join(home, 'real-etc')
  const inside = join(home, 'inside')
  const command = join(home, 'start')
  mkdirSync(real)
  const script = (lines: readonly string[]): string => `${['#!/bin/sh', 'set -e', ...lines].join('\n')}\n`
  writeFileSync(inside, script([...linesOf(real, places), `exec ${quoted(program)} "$@"`]), { mode: 0o755 })
  writeFileSync(command, script([`exec ${unshare.join(' ')} ${quoted(inside)} "$@"`]), { mode: 0o755 })
  return command
}

const tried = (): string | undefined => {
  const home = mkdtempSync(join(tmpdir(), 'podlight-etc-'))
  try {
    const { status, stderr, error } = spawnSync(withOwnEtc('true', home, { '/etc/podlight-test': home }), {
      encoding: 'utf8',
    })
    if (status === 0) return undefined
    // The last line's end, without the names of our own files.
    const said = (error?.message ?? stderr).trim().split('\n').at(-1)?.split(': ').slice(-2).join(': ')
    return `This system doesn’t let a program have an /etc of its own (${said}), so no browser can be started under a policy.`
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** Why there can be no such program here, in one sentence; undefined where there can. */
export const whyNoOwnEtc = tried()

// Where it can't be had, that is a failure in CI alone.
export const isLeftOut = whyNoOwnEtc !== undefined && !process.env['CI']
if (isLeftOut) console.log(whyNoOwnEtc)
