import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn, zipOf, zipOfFolder } from '../../../scripts/build/archive.ts'

// The same files make the same bytes, whoever packs them, wherever and whenever.

const root = fileURLToPath(new URL('../../../', import.meta.url))
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{"name":"podlight"}',
  'b/second.js': 'export const b = 2\n'.repeat(40),
  'a/first.js': 'export const a = 1\n',
  'Z.md': 'Capitals come first.',
}
let home = ''
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'podlight-archive-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** The files in a folder of their own, written in an order, at a time, with rights of their own. */
const folderOf = (name: string, order: readonly string[], time: number, mode: number): string => {
  const folder = join(home, name)
  for (const part of ['a', 'b']) mkdirSync(join(folder, part), { recursive: true })
  for (const file of order) {
    const path = join(folder, file)
    writeFileSync(path, FILES[file] ?? '')
    utimesSync(path, time, time)
    chmodSync(path, mode)
  }
  return folder
}

/** Packs in a process of its own, as if somewhere else. */
const packedIn = (zone: string, folder: string): string => {
  const code = `
    import { tarballOf, zipOfFolder } from ${JSON.stringify(`${root}scripts/build/archive.ts`)}
    const folder = ${JSON.stringify(folder)}
    const hex = (bytes) => Buffer.from(bytes).toString('hex')
    console.log(JSON.stringify([hex(await zipOfFolder(folder)), hex(tarballOf(folder))]))`
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', code],
    { cwd: root, encoding: 'utf8', env: { ...process.env, TZ: zone } },
  )
  if (!stdout) throw new Error(stderr)
  return stdout
}

describe('an archive', () => {
  it('is the same wherever and whenever it is packed', () => {
    const names = Object.keys(FILES)
    const one = folderOf('one', names, 1_000_000_000, 0o644)
    const other = folderOf('other', names.toReversed(), 1_700_000_000, 0o600)
    const packed = packedIn('UTC', one)
    expect(JSON.parse(packed)).toHaveLength(2)
    expect(packedIn('America/St_Johns', other)).toBe(packed)
    expect(packedIn('Asia/Kolkata', one)).toBe(packed)
  })

  it('packs scripts, and leaves pictures as they are', async () => {
    const body = Buffer.from('a'.repeat(1000))
    const zipped = async (file: string) => Buffer.from(await zipOf(new Map([[file, body]])))
    expect((await zipped('icon.png')).includes(body)).toBe(true)
    expect((await zipped('script.js')).length).toBeLessThan(200)
  })

  it('holds every file, and what is in it', async () => {
    const folder = join(home, 'one')
    const unzipped = unzipSync(await zipOfFolder(folder))
    expect(
      Object.fromEntries(Object.entries(unzipped).map(([file, body]) => [file, strFromU8(body)])),
    ).toEqual(FILES)
    expect(filesIn(folder)).toEqual(['Z.md', 'a/first.js', 'b/second.js', 'package.json'])
    const [, tarball = ''] = JSON.parse(packedIn('UTC', folder)) as string[]
    const tar = strFromU8(gunzipSync(Buffer.from(tarball, 'hex')), true)
    for (const [file, body] of Object.entries(FILES)) {
      expect(tar).toContain(`package/${file}`)
      expect(tar).toContain(body)
    }
  })
})
