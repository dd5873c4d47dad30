import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, it } from 'vitest'
import { plain, rowsUnder } from '../../support/tables.ts'

/** What a push leaves out stands in a table, so that nobody takes a short form for the whole. */

const root = join(import.meta.dirname, '../../..')
const table = rowsUnder(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'), 'What a push leaves out')

const USES = /from '[./]+\/support\/nightly\.ts'/
const shortened = (readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }) as string[])
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts') && USES.test(readFileSync(join(root, 'test', path), 'utf8')))
  .sort()

it('lists every file that runs in a short form, and no other', () => {
  expect(shortened.length).toBeGreaterThan(10)
  expect(table.map(([file = '']) => plain(file)).sort()).toEqual(shortened)
})

it('says of each what is left out, and why that can wait', () => {
  for (const [file, left = '', why = ''] of table)
    expect({ file, isTold: plain(left) !== '' && plain(why) !== '' }).toEqual({ file, isTold: true })
})
