import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { RULES } from '../../../shared/judge/reading/rules/index.ts'
import { type Block, copied, filesIn, run, stepsOf, write } from '../../support/guide.ts'
import { isNight } from '../../support/nightly.ts'
import { rowsUnder } from '../../support/tables.ts'

// Somebody who follows docs/add-a-phrase.md to the letter has a phrase and a rule in the end, and a text read right.

const root = fileURLToPath(new URL('../../../', import.meta.url))
const guide = readFileSync(join(root, 'docs/add-a-phrase.md'), 'utf8')
const [asking = [], phrase = [], rule = [], proof = [], others = [], again = []] = stepsOf(guide)

let home = ''
beforeEach(() => {
  home = copied('phrase')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const codeOf = (blocks: readonly Block[], kind: string): string =>
  blocks.find((block) => block.kind === kind)?.code ?? ''
/** The lines that are told, the way the guide quotes them. */
const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim())
const SYMPTOMS = 'shared/judge/reading/rules/symptoms.ts'
const MODIFIERS = 'shared/judge/reading/rules/modifiers.ts'

it('leads to a text that is read right', { timeout: 300_000 }, () => {
  expect(stepsOf(guide)).toHaveLength(6)
  expect([...phrase, ...rule].map(({ kind, file }) => [kind, file])).toEqual([
    ['diff', SYMPTOMS],
    ['diff', MODIFIERS],
  ])
  const [document] = asking
  if (document === undefined) throw new Error('The guide has no document.')
  write(home, document)
  expect(document.file).toBe('dist/misread.json')
  const question = codeOf(asking, 'sh')
  const misread = linesOf(run(home, question).said)
  for (const line of linesOf(codeOf(asking, 'text'))) expect(misread).toContain(line)

  for (const block of [...phrase, ...rule]) write(home, block)
  const proven = run(home, codeOf(proof, 'sh'))
  expect([proven.status, proven.said]).toEqual([0, expect.stringContaining('rules.test.ts')])
  expect(run(home, 'npm run -s types')).toEqual({ status: 0, said: '' })
  const kept = run(home, codeOf(others, 'sh'))
  expect([kept.status, kept.said]).toEqual([0, expect.stringContaining('3 passed')])
  expect(codeOf(again, 'sh')).toBe(question)
  expect(run(home, question).said.split('\n')[0]).toBe(codeOf(again, 'text'))
})

if (isNight)
  it('has each slip noticed', { timeout: 300_000 }, () => {
    for (const block of [...phrase, ...rule]) write(home, block)
    const slip = (path: string, from: string, to: string): void => {
      const text = readFileSync(join(home, path), 'utf8')
      expect(text).toContain(from)
      writeFileSync(join(home, path), text.replace(from, to))
    }
    // Each example fails without its row.
    slip(SYMPTOMS, "'down|dark|dead in the water'", "'down|dark'")
    slip(MODIFIERS, "'rumour of|rumor of'", "'hearsay of'")
    const unproven = run(home, codeOf(proof, 'sh'))
    expect(unproven.status).toBe(1)
    for (const sentence of ['Exports are dead in the water.', 'Rumours of a chat outage are false.'])
      expect(unproven.said).toContain(sentence)

    // A phrase that is too wide is proven by its own example, and noticed by the texts.
    slip(SYMPTOMS, "'down|dark'", "'down|dark|dead in the water|working on'")
    const wide = run(home, codeOf(others, 'sh'))
    expect(wide.status).toBe(1)
  })

it('tells every role that a rule has', () => {
  const told = rowsUnder(guide, 'Roles').flatMap(([roles = '']) => roles.match(/[a-z-]+/g) ?? [])
  expect(told.sort()).toEqual([...new Set(RULES.map(({ role }) => role))].sort())
})

it('names files that are there', () => {
  const named = filesIn(guide)
  expect(named.length).toBeGreaterThan(20)
  for (const path of named) expect(readFileSync(join(root, path), 'utf8').length).toBeGreaterThan(0)
})
