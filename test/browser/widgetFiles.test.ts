import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// What lies in dist/widget, to be served from anywhere.

const folder = new URL('../../dist/widget/', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8')
const built = JSON.parse(read('podlight.json')) as { name: string; file: string; integrity: string }[]

describe('the files of the widget', () => {
  it('are listed with their hashes', () => {
    for (const { file, integrity } of built)
      expect(integrity).toBe(`sha256-${createHash('sha256').update(read(file)).digest('base64')}`)
  })

  it('carry the beginning of their hash in their names, so that an old loader meets no new part', () => {
    const names = new Set<string>()
    for (const { name, file, integrity } of built) {
      const [, start] = /^podlight-([A-Za-z0-9]{8})\.js$/.exec(file) ?? []
      if (name === 'loader') expect(file).toBe('podlight.js')
      else expect(integrity.replace('sha256-', '').replace(/[/+=]/g, '').slice(0, 8)).toBe(start)
      names.add(file.toLowerCase())
    }
    expect(names.size).toBe(built.length)
  })

  it('have plain letters only: a page may be in any encoding', () => {
    for (const { file } of built) expect(read(file), file).toMatch(/^[\n -~]*$/)
  })
})
