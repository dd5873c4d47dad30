import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesOf } from '../../scripts/embed/manifest.ts'
import { tagFaults } from '../../scripts/release/writtenDown.ts'
import { manifestIn, WIDGET } from '../support/builtWidget.ts'

// What lies in dist/widget, to be served from anywhere.

const read = (file: string): string => readFileSync(new URL(file, WIDGET), 'utf8')
const manifest = manifestIn()
const hashOf = (file: string, algorithm: string): string =>
  `${algorithm}-${createHash(algorithm).update(read(file)).digest('base64')}`

describe('the files of the widget', () => {
  it('are listed with their hashes', () => {
    for (const { file, integrity } of manifest.parts) expect(integrity).toBe(hashOf(file, 'sha256'))
    expect(manifest.integrity).toBe(hashOf(manifest.pinned, 'sha384'))
  })

  it('have the script in two lanes: one name for good, and one for this version', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', WIDGET), 'utf8')) as {
      version: string
    }
    expect(manifest).toMatchObject({
      version,
      evergreen: 'podlight.js',
      pinned: `podlight-${version}.js`,
    })
    expect(read(manifest.evergreen)).toBe(read(manifest.pinned))
  })

  it('carry the beginning of their hash in their names, so that an old loader meets no new part', () => {
    for (const { file, integrity } of manifest.parts) {
      const [, start] = /^podlight-([A-Za-z0-9]{8})\.js$/.exec(file) ?? []
      expect(integrity.replace('sha256-', '').replace(/[/+=]/g, '').slice(0, 8)).toBe(start)
    }
    const files = filesOf(manifest)
    expect(files).toHaveLength(manifest.parts.length + 2)
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length)
  })

  it('are those of the tags and policies in docs/widget.md', () => {
    const page = readFileSync(new URL('../../docs/widget.md', WIDGET), 'utf8')
    expect(tagFaults(page, manifest), 'After a change: npm run release -- --write').toEqual([])
  })

  it('have plain letters only: a page may be in any encoding', () => {
    for (const file of filesOf(manifest)) expect(read(file), file).toMatch(/^[\n -~]*$/)
  })
})
