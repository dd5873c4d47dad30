import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { originsOf } from '../../../extension/domain/evidence/origins.ts'
import { KEPT, TABLES } from '../../../extension/storage/history/database.ts'
import { KEYS } from '../../../extension/storage/storedKeys.ts'
import { extension } from '../../../extension/text/en.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { manifestFor } from '../../support/manifestFor.ts'
import { firstCells, rowsUnder } from '../../support/tables.ts'

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const docs = read('docs/extension.md')
const privacy = read('docs/privacy.md')

describe('docs/privacy.md', () => {
  it('names the hosts that are asked', () => {
    const [, , extensionAsks = ''] = rowsUnder(privacy, 'What leaves the browser')[0] ?? []
    const named = [...extensionAsks.matchAll(/`([^`]+)`/g)].map(([, host]) => host)
    expect(named).toEqual([...kustomer.page.hosts])
  })

  it('lists the permissions that are asked for', () => {
    for (const browser of ['chrome', 'firefox'])
      expect(firstCells(privacy, 'What the extension may do')).toEqual(manifestFor(browser)['permissions'])
  })

  it('lists what it may ask for later', () => {
    const { optional_permissions: permissions, optional_host_permissions: hosts } = manifestFor('chrome')
    expect(firstCells(privacy, 'What it may ask for later')).toEqual([
      ...permissions,
      originsOf('ORGANIZATION').join(' and '),
    ])
    expect(hosts).toEqual(['https://*.kustomerapp.com/*'])
  })

  it('lists every stored key', () => {
    expect(firstCells(privacy, 'What the extension stores')).toEqual(Object.keys(KEYS))
  })

  it('lists every table of the history, and how long that is kept', () => {
    expect(firstCells(privacy, 'What the history keeps')).toEqual(TABLES)
    expect(privacy).toContain(`older than ${KEPT / 86_400_000} days`)
  })
})

describe('docs/extension.md', () => {
  it('calls notifications what they are called', () => {
    const { degraded, worse, back } = extension.notify
    const told = [degraded, worse, back].map((title) => title.replace('{pod}', '…'))
    expect(firstCells(docs, 'When it notifies you')).toEqual(told)
  })

  it('names the oldest browsers as the manifest does', () => {
    expect(docs).toContain(`from version ${manifestFor('chrome')['minimum_chrome_version']}`)
    expect(JSON.stringify(manifestFor('firefox'))).toContain('"strict_min_version":"142.0"')
    expect(docs).toContain('Firefox (from\n142)')
  })
})

const sources = ['entrypoints', 'extension', 'shared'].flatMap((folder) =>
  readdirSync(new URL(`../../../${folder}/`, import.meta.url), { recursive: true })
    .map(String)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: read(`${folder}/${name}`) })),
)

describe('the extension’s sources', () => {
  it('make no markup from strings and no code from texts', () => {
    expect(sources.length).toBeGreaterThan(100)
    for (const { name, text } of sources)
      expect({
        name,
        found: text.match(/dangerouslySetInnerHTML|innerHTML|outerHTML|\beval\(|new Function/),
      }).toEqual({
        name,
        found: null,
      })
  })

  it('hold no text for people outside the files of words', () => {
    // Between tags, and in the attributes that are read aloud or shown.
    const texts = sources
      .filter(({ name }) => name.endsWith('.tsx'))
      .flatMap(({ name, text }) =>
        [
          ...text.matchAll(/>\s*([A-Za-z][^<>{}=;()]*)<\/|(?:aria-label|title|alt|placeholder)="([^"]+)"/g),
        ].map(([, inside, attribute]) => `${name}: ${inside ?? attribute}`),
      )
    expect(texts).toEqual([])
  })
})
