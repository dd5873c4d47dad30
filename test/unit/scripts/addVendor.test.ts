import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { type Block, copied, filesIn, run, stepsOf, write } from '../../support/guide.ts'
import { isNight } from '../../support/nightly.ts'
import { plain, rowsUnder } from '../../support/tables.ts'
import { tell } from '../../support/tell.ts'

// Somebody who follows docs/add-a-vendor.md to the letter has a vendor in the end, whose page is judged.

const root = fileURLToPath(new URL('../../../', import.meta.url))
const guide = readFileSync(join(root, 'docs/add-a-vendor.md'), 'utf8')
const [facts = [], fixture = [], list = [], checks = [], questions = [], holding = []] = stepsOf(guide)

let home = ''
beforeEach(() => {
  home = copied('vendor')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const codeOf = (blocks: readonly Block[], kind: string): string[] =>
  blocks.filter((block) => block.kind === kind).map(({ code }) => code)
const [types = '', tests = ''] = codeOf(checks, 'sh').flatMap((code) => code.split('\n'))
const FILE = 'shared/vendors/deskly.ts'
const DOCUMENT = 'test/fixtures/vendors/deskly.json'

it('leads to a vendor that is checked, and judged by its own words', { timeout: 300_000 }, () => {
  expect(stepsOf(guide)).toHaveLength(6)
  expect([...facts, ...fixture, ...list].map(({ kind, file }) => [kind, file])).toEqual([
    ['ts', FILE],
    ['json', DOCUMENT],
    ['diff', 'scripts/explain/vendors.ts'],
    ['diff', 'scripts/explain/vendors.ts'],
  ])
  for (const block of [...facts, ...fixture]) write(home, block)

  // The list was forgotten: the page is nobody's, and the test says so.
  const [hit = '', free = ''] = codeOf(questions, 'sh')
  expect(run(home, hit).said).toMatch(/^UNKNOWN: .*another status page/)
  const forgotten = run(home, tests)
  expect([forgotten.status, forgotten.said]).toEqual([1, expect.stringContaining('deskly.ts')])

  for (const block of list) write(home, block)
  expect(run(home, types)).toEqual({ status: 0, said: '' })
  const [ofHit, ofFree] = codeOf(questions, 'text')
  const told = run(home, hit)
  expect([told.status, told.said.split('\n')[0]]).toEqual([0, ofHit])
  expect(told.said).toContain('for Canadian customers')
  expect(told.said).toContain('Next update due in 30 minutes')
  expect(run(home, free).said.split('\n')[0]).toBe(ofFree)
  // The first vendor's pod of another number is none of this page's.
  expect(run(home, hit.replace('prod1', 'prod4')).said).toMatch(/^UNKNOWN: /)

  for (const block of holding) write(home, block)
  const held = run(home, tests)
  expect([held.status, held.said]).toEqual([0, expect.stringContaining('deskly.test.ts (1 test)')])
  expect(held.said).toContain('vendors.test.ts')
})

if (isNight)
  it('has each slip noticed where it says', { timeout: 300_000 }, () => {
    for (const block of [...facts, ...fixture, ...list, ...holding]) write(home, block)
    const right = readFileSync(join(home, FILE), 'utf8')
    const slip = (from: string, to: string): void => {
      expect(right).toContain(from)
      writeFileSync(join(home, FILE), right.replace(from, to))
    }
    slip("  parties: 'aws|cloudflare',\n", '')
    const missing = run(home, types)
    expect(missing.status).not.toBe(0)
    expect(missing.said).toContain("'parties' is missing")

    slip("'aws|cloudflare'", "'aws||Cloudflare'")
    expect(run(home, tests).said).toContain('hold only phrases that can be found')
    slip("['inbox', 'email']", "['inbox', 'mail']")
    expect(run(home, tests).said).toContain('have words for every capability')
    // A word that is not known is for the test of the page to notice.
    slip("phrases: 'file|image|upload'", "phrases: 'image'")
    const wrong = run(home, tests)
    expect([wrong.status, wrong.said]).toEqual([1, expect.stringContaining('reads Deskly’s page')])
  })

it('tells every kind of phrase, and what is read with it', () => {
  const rows = rowsUnder(guide, 'Kinds of phrases')
  const kinds = rows.map(([kind]) => plain(kind)).filter((kind) => kind !== '')
  expect(kinds.sort()).toEqual([...new Set(kustomer.namings.map(({ kind }) => kind))].sort())
  for (const [, , sentence = '', reading] of rows) expect(tell(sentence), sentence).toBe(plain(reading))
})

it('names files that are there, and all that choose the first vendor', () => {
  const named = filesIn(guide)
  const own = [...facts, ...fixture, ...holding].map(({ file }) => file)
  for (const path of named)
    if (!own.includes(path)) expect(readFileSync(join(root, path), 'utf8').length).toBeGreaterThan(0)
  const choosing = ['entrypoints', 'extension', 'relay', 'scripts', 'widget'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .map((path) => `${room}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path))
      .filter((path) => readFileSync(join(root, path), 'utf8').includes('vendors/kustomer.ts')),
  )
  expect(choosing.length).toBeGreaterThan(5)
  expect(choosing.filter((path) => !named.includes(path))).toEqual([])
})
