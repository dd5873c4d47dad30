import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PICTURE_FOLDER } from '../../../scripts/store/files.ts'
import { writeStore } from '../../../scripts/store/write.ts'
import { SCREENSHOTS } from '../../../store/pictures.ts'

describe('what the stores want', () => {
  let folder = ''
  const filesIn = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .split(sep)
          .join('/'),
      )
      .sort()
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const write = (): void => writeStore(pathToFileURL(`${folder}/`))

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'podlight-store-'))
    writeFileSync(join(folder, 'left-over.txt'), 'of an earlier version')
    write()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is a folder for each store, with its pictures, and the privacy page', () => {
    const shots = SCREENSHOTS.map(({ file }) => file)
    const of = (store: string, files: readonly string[]): string[] =>
      ['listing.md', ...shots, ...files].map((file) => `${store}/${file}`)
    expect(filesIn()).toEqual(
      [
        ...of('chrome', ['icon-128-padded.png', 'marquee-1400x560.png', 'tile-440x280.png']),
        ...of('edge', ['logo-300.png', 'marquee-1400x560.png', 'tile-440x280.png']),
        ...of('firefox', ['icon-128.png']),
        'privacy.html',
      ].sort(),
    )
  })

  it('has the pictures of the repository, byte for byte', () => {
    for (const file of filesIn().filter((one) => one.endsWith('.png'))) {
      const own = readFileSync(new URL(file.split('/')[1] ?? '', PICTURE_FOLDER))
      expect([file, readFileSync(join(folder, file)).equals(own)]).toEqual([file, true])
    }
  })

  it('names in each listing the files beside it, and no others', () => {
    for (const store of ['chrome', 'edge', 'firefox']) {
      const named = [...read(`${store}/listing.md`).matchAll(/- upload `([^`]+)`/g)].map(([, file]) => file)
      const lying = filesIn().filter((file) => file.startsWith(`${store}/`) && file.endsWith('.png'))
      expect([...new Set(named)].map((file) => `${store}/${file}`).sort()).toEqual(lying)
    }
  })

  it('is the same twice', () => {
    const before = filesIn().map((file) => [file, readFileSync(join(folder, file), 'latin1')])
    write()
    expect(filesIn().map((file) => [file, readFileSync(join(folder, file), 'latin1')])).toEqual(before)
  })
})
