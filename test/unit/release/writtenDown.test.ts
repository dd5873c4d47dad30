import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../../scripts/embed/manifest.ts'
import { checksums, differences } from '../../../scripts/release/checksums.ts'
import { sizeFaults, sizesPage, tagFaults, withTags } from '../../../scripts/release/writtenDown.ts'
import type { Weighed } from '../../../scripts/sizes/weigh.ts'

const weighed = (bytes: number): readonly Weighed[] => [
  { title: 'Things, zipped', command: 'npm run zip', weights: [{ what: 'a thing', bytes, most: 9000 }] },
]

describe('the sizes that are written down', () => {
  const page = sizesPage('1.2.3', weighed(1234))

  it('are found again, and a size that differs is told', () => {
    expect(sizeFaults(page, '1.2.3', weighed(1234))).toEqual([])
    expect(sizeFaults(page, '1.2.3', weighed(1235))).toEqual([
      '“a thing” weighs 1,235 bytes, and docs/sizes.md says 1,234.',
    ])
  })

  it('are of one version, and of all that is built', () => {
    expect(sizeFaults(page, '1.2.4', weighed(1234))).toEqual(['docs/sizes.md isn’t about 1.2.4.'])
    expect(sizeFaults(page, '1.2.3', weighed(Number.NaN))).toEqual([
      '“a thing” was not built, and docs/sizes.md says 1,234.',
    ])
    const more = [{ title: 'More', command: '', weights: [{ what: 'new', bytes: 1, most: 2 }] }]
    expect(sizeFaults(page, '1.2.3', more)).toEqual(['“new” weighs 1 bytes, and docs/sizes.md says nothing.'])
  })
})

describe('the tags that are written down', () => {
  const manifest: Manifest = {
    version: '1.2.3',
    evergreen: 'podlight.js',
    pinned: 'podlight-1.2.3.js',
    integrity: 'sha384-LOADER',
    parts: [{ name: 'view', file: 'podlight-aaaaaaaa.js', integrity: 'sha256-VIEW' }],
  }
  const empty =
    'Before\n\n<!-- tag: checked -->\n```html\n```\n\n<!-- policy: hashes -->\n```\n```\nAfter `a` ```b```\n'

  it('stand in their blocks, and nothing else changes', () => {
    const page = withTags(empty, manifest)
    expect(page).toContain('```html\n<script async src="https://cdn.example/podlight-1.2.3.js"')
    expect(page).toContain("```\nscript-src 'sha384-LOADER' 'sha256-VIEW'; ")
    expect(page.replaceAll(/(<!--.*-->\n```\w*\n)[\s\S]*?```/g, '$1```')).toBe(empty)
    expect(withTags(page, manifest)).toBe(page)
  })

  it('are told where they are of other files', () => {
    const page = withTags(empty, manifest)
    expect(tagFaults(page, manifest)).toEqual([])
    expect(tagFaults(page, { ...manifest, integrity: 'sha384-OTHER' })).toEqual([
      'docs/widget.md shows a tag or a policy that isn’t of this 1.2.3.',
    ])
  })
})

describe('checksums', () => {
  const file = (name: string, sha256: string) => ({ file: name, bytes: 1, sha256: sha256.repeat(64) })
  const list = checksums([file('a/b.js', 'a'), file('c d.zip', 'b')])

  it('are written as other tools read them', () => {
    expect(list).toBe(`${'a'.repeat(64)}  a/b.js\n${'b'.repeat(64)}  c d.zip\n`)
  })

  it('tell in which files two releases differ', () => {
    expect(differences(list, list)).toEqual([])
    expect(differences(list, checksums([file('a/b.js', 'c'), file('new', 'b')]))).toEqual([
      'a/b.js',
      'c d.zip',
      'new',
    ])
  })
})
