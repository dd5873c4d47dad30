import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLOURS, FIELDS } from '../../../scripts/playground/page/fields.ts'
import { attributesOf, ruleOf } from '../../../scripts/playground/page/written.ts'
import { firstCells } from '../../support/tables.ts'

const docs = readFileSync(new URL('../../../docs/widget.md', import.meta.url), 'utf8')

describe('the playground', () => {
  it('has every option of the tag, and no other', () => {
    expect(FIELDS.map(({ name }) => `data-${name}`).sort()).toEqual(firstCells(docs, 'Options').toSorted())
  })

  it('has colours by the names that the banner takes', () => {
    const named = firstCells(docs, 'Looks')
    for (const [name] of COLOURS) expect(named).toContain(`--podlight-${name}`)
  })
})

it('the tag says what was chosen, for the scene that is looked at', () => {
  const chosen = { lang: 'de', mode: 'announce', 'text-chat-down': 'A', 'text-back-works': 'B', theme: '' }
  expect(attributesOf(chosen, 'chat-down')).toEqual({
    'data-lang': 'de',
    'data-mode': 'announce:chat-down',
    'data-text-chat-down': 'A',
    'data-text-back-works': 'B',
  })
  expect(attributesOf({ mode: 'off' }, 'back')).toEqual({ 'data-mode': 'off' })
})

it('a style sheet has what was chosen, or is not there', () => {
  expect(ruleOf({})).toBe('')
  expect(ruleOf({ accent: '#123456', color: '' })).toBe(':root {\n  --podlight-accent: #123456;\n}')
})
