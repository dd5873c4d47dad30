import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { originsOf } from '../../../extension/domain/evidence/origins.ts'
import { factsNow } from '../../../scripts/store/facts.ts'
import { PICTURE_FOLDER } from '../../../scripts/store/files.ts'
import { type Form, formsOf } from '../../../store/forms.ts'
import {
  CHROME,
  EDGE,
  FIREFOX,
  PRIVACY_FIELD,
  type Span,
  type StoreLimits,
  VERSION_NOTES,
} from '../../../store/limits.ts'
import { FILL_IN, LISTING } from '../../../store/listing.ts'
import { PICTURES, SCREENSHOTS } from '../../../store/pictures.ts'
import { blanksIn, sheetOf } from '../../../store/sheet.ts'
import { manifestFor } from '../../support/manifestFor.ts'

const facts = factsNow()
const forms = formsOf(facts)
const formOf = (store: string): Form => {
  const form = forms.find((one) => one.store === store)
  if (form === undefined) throw new Error(`There is no form of ${store}.`)
  return form
}
const textOf = (store: string, field: string): string | undefined =>
  formOf(store)
    .pages.flatMap(({ fields }) => fields)
    .find(({ name }) => name === field)?.text

/** How many characters a text has, as stores count them. */
const lengthOf = (text: string | undefined): number => [...(text ?? '')].length
const isWithin = (text: string | undefined, [least, most]: Span): boolean =>
  text !== undefined && lengthOf(text) >= least && lengthOf(text) <= most

const STORES: readonly (readonly [Form['store'], StoreLimits, string])[] = [
  ['chrome', CHROME, 'Additional instructions'],
  ['edge', EDGE, 'Notes for certification'],
  ['firefox', FIREFOX, 'Notes to Reviewer'],
]

describe.each(STORES)('the form of %s', (store, limits, testing) => {
  it('has texts that the store takes', () => {
    expect([LISTING.name, isWithin(LISTING.name, limits.name)]).toEqual([LISTING.name, true])
    expect([LISTING.summary, isWithin(LISTING.summary, limits.summary)]).toEqual([LISTING.summary, true])
    expect(textOf(store, 'Description')).toBe(LISTING.description)
    expect(isWithin(LISTING.description, limits.description)).toBe(true)
    expect([lengthOf(textOf(store, testing)), isWithin(textOf(store, testing), limits.testing)]).toEqual([
      lengthOf(textOf(store, testing)),
      true,
    ])
  })

  it('has as many screenshots as the store takes, in a size that it takes', () => {
    const { count, sizes } = limits.screenshots
    expect(SCREENSHOTS.length).toBeGreaterThanOrEqual(count[0])
    expect(SCREENSHOTS.length).toBeLessThanOrEqual(count[1])
    for (const { width, height } of SCREENSHOTS) expect(sizes).toContainEqual({ width, height })
    const field = formOf(store)
      .pages.flatMap(({ fields }) => fields)
      .find(({ pictures = [] }) => pictures.length > 1)
    expect(field?.pictures).toEqual(SCREENSHOTS)
  })

  it('leaves to the publisher what nobody else knows, and says so', () => {
    const blanks = blanksIn(formOf(store))
    expect(blanks.map(({ text }) => text)).toContain(FILL_IN.support)
    const sheet = sheetOf(formOf(store), facts.version)
    const [head = ''] = sheet.split(/^## /m)
    for (const { name, text } of blanks) expect(head).toContain(`- ${name}: ${text}`)
  })

  it('can be copied as it is', () => {
    const sheet = sheetOf(formOf(store), facts.version)
    const blocks = [...sheet.matchAll(/^~~~~text\n([\s\S]*?)\n~~~~$/gm)].map(([, text]) => text)
    const texts = formOf(store)
      .pages.flatMap(({ fields }) => fields)
      .flatMap(({ text }) => text ?? [])
    expect(blocks).toEqual(texts)
    for (const { title, fields } of formOf(store).pages) {
      expect(sheet).toContain(`\n## ${title}\n`)
      for (const { name } of fields) expect(sheet).toContain(`\n### ${name}\n`)
    }
  })
})

describe.each(['chrome', 'edge'] as const)('the privacy fields of %s', (store) => {
  const fields = formOf(store).pages.find(({ title }) => title === 'Privacy')?.fields ?? []

  it('give a reason of its own for each permission in the manifest, and for no other', () => {
    const asked = fields.filter(({ name }) => /permission justification/i.test(name))
    const manifest = manifestFor('chrome')
    const hosts = 'Host permission justification'
    expect(asked.map(({ name }) => name.split(': ')[1] ?? name)).toEqual([
      ...(manifest['permissions'] as string[]),
      ...(manifest['optional_permissions'] as string[]),
      hosts,
    ])
    // The manifest has a pattern; what is asked for are two of the hosts that it stands for.
    expect(manifest['optional_host_permissions']).toEqual(['https://*.kustomerapp.com/*'])
    expect(asked.find(({ name }) => name === hosts)?.text).toContain(originsOf('ORGANIZATION').join(' and '))
    expect(asked.filter(({ text }) => text?.startsWith('Optional: '))).toHaveLength(2)
    expect(new Set(asked.map(({ text }) => text)).size).toBe(asked.length)
    for (const { name, text } of asked) {
      expect([name, isWithin(text, [40, PRIVACY_FIELD[1]])]).toEqual([name, true])
      // Each is read by itself.
      expect(text).not.toMatch(/the same|above|below|that chat/)
    }
  })

  it('state one purpose in a length that the store takes', () => {
    expect(fields[0]?.name).toMatch(/^Single purpose description$/i)
    expect(isWithin(fields[0]?.text, PRIVACY_FIELD)).toBe(true)
  })

  it('say what is handled, that nothing else is, and that no code comes from elsewhere', () => {
    const notes = fields.flatMap(({ note }) => note ?? []).join('\n')
    expect(notes.match(/- \[ \] /g)).toHaveLength(7)
    expect(notes).toContain('- [x] User activity\n- [x] Website content')
    // These, and what is certified.
    expect(notes.match(/- \[x\] /g)).toHaveLength(2 + 3)
    expect(notes).toContain('No, I am not using remote code')
  })
})

describe('the pictures', () => {
  it('are those that the forms upload, and no others', () => {
    const used = new Set(
      forms.flatMap(({ pages }) =>
        pages.flatMap(({ fields }) => fields.flatMap(({ pictures = [] }) => pictures)),
      ),
    )
    expect([...used].map(({ file }) => file).sort()).toEqual(PICTURES.map(({ file }) => file).sort())
    const lying = readdirSync(PICTURE_FOLDER).filter((file) => file.endsWith('.png'))
    expect(lying.sort()).toEqual(PICTURES.map(({ file }) => file).sort())
    for (const { file } of PICTURES) expect(existsSync(new URL(file, PICTURE_FOLDER))).toBe(true)
  })
})

it('tells Firefox’s users what is new in a length that its store takes', () => {
  expect(isWithin(facts.versionNotes, VERSION_NOTES)).toBe(true)
  expect(textOf('firefox', `Release notes of ${facts.version}`)).toBe(facts.versionNotes)
})
