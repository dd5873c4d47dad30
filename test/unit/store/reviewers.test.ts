import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LIBRARIES, thirdPartyText } from '../../../scripts/build/thirdParty.ts'
import { factsNow, reviewersNote, versionOf } from '../../../scripts/store/facts.ts'
import { read } from '../../../scripts/store/files.ts'
import { readChatKey } from '../../../shared/vendors/chatKey.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { sectionOf } from '../../../store/documents.ts'
import { manifestFor } from '../../support/manifestFor.ts'

const note = reviewersNote()
const about = JSON.parse(read('package.json')) as Record<
  'scripts' | 'devDependencies',
  Record<string, string>
>

/** Packages that the extension's sources import. */
const imported = (): Set<string> => {
  const sources = ['entrypoints', 'extension', 'shared'].flatMap((folder) =>
    readdirSync(new URL(`../../../${folder}/`, import.meta.url), { recursive: true })
      .map(String)
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => read(`${folder}/${name}`)),
  )
  const paths = sources.flatMap((text) =>
    [...text.matchAll(/ from '([^.'][^']*)'/g)].map(([, path = '']) => path),
  )
  return new Set(paths.map((path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path))
}

describe('the note for reviewers', () => {
  it('names the package of this version where it will lie', () => {
    expect(note).toContain(`.output/podlight-${versionOf()}-firefox.zip`)
    expect(note).not.toContain('VERSION')
  })

  it('gives commands that there are', () => {
    const [, commands = ''] = /```sh\n(.+)\n```/.exec(note) ?? []
    expect(commands.split(' && ')[0]).toBe('npm ci')
    const named = commands
      .split(' && ')
      .slice(1)
      .map((one) => one.replace('npm run ', ''))
    expect(named).toEqual(['extension', 'zip'])
    for (const name of named) expect(about.scripts[name]).toBeDefined()
  })

  it('names every library in the package', () => {
    const libraries = [...imported()]
    expect(libraries).toContain('preact')
    for (const library of libraries) {
      const name = library === 'wxt' ? 'WXT' : library
      expect(note).toContain(name)
      // By its exact version.
      expect(about.devDependencies[library]).toMatch(/^\d+\.\d+\.\d+$/)
    }
  })

  it('goes with the licences of all of them', () => {
    const told = thirdPartyText('extension')
    for (const library of [...imported(), '@preact/signals-core']) {
      expect([...LIBRARIES.extension]).toContain(library)
      expect(told).toMatch(new RegExp(`^${library} \\d+\\.\\d+\\.\\d+\\nSource: https://`, 'm'))
    }
    // Each has a text of its own, or the address of a long one.
    for (const entry of told.split(/^-{72}$/m))
      expect(entry).toMatch(/Permission (is hereby granted|to use)|mozilla\.org\/MPL\/2\.0/)
    expect(told.split(/^-{72}$/m)).toHaveLength(LIBRARIES.extension.length)
  })

  it('explains the warning that the linter’s table explains', () => {
    const warned = [...read('docs/extension.md').matchAll(/^\| `([A-Z_]{5,})`/gm)].map(
      ([, code = '']) => code,
    )
    expect(warned.length).toBeGreaterThan(0)
    for (const code of warned) expect(note).toContain(code)
  })

  it('has a page to find a chat on: a key that says the pod it names', () => {
    const [, key = ''] = /kustomerApiKey="([^"]+)"/.exec(note) ?? []
    expect(readChatKey(key, kustomer.chatKey)).toMatchObject({ pod: 'prod2', organisation: 'Example' })
  })

  it('tells in four steps how to see it without an account', () => {
    const steps = sectionOf(note, 'See it at work')
    expect(steps).toContain('No account')
    expect(steps.match(/^\d\. /gm)).toHaveLength(4)
  })

  it('says what it may ask for later, and why', () => {
    const { reviewers, later } = factsNow()
    expect(later.length).toBeGreaterThan(1)
    for (const { name, reason } of later) expect(reviewers).toContain(`- ${name}: ${reason}`)
    expect(JSON.stringify(manifestFor('firefox'))).toContain(
      '"data_collection_permissions":{"required":["none"]}',
    )
  })
})
