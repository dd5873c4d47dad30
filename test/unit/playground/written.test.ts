import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLOURS, FIELDS } from '../../../scripts/playground/page/fields.ts'
import { attributesOf, policyOf, ruleOf, tagOf } from '../../../scripts/playground/page/written.ts'
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

describe('the tag', () => {
  it('is bare where nothing was chosen', () => {
    expect(tagOf({ lang: '' }, 'chat-down')).toBe(
      '<script async src="https://cdn.example/podlight.js"></script>',
    )
  })

  it('says what was chosen, for the scene that is looked at', () => {
    const chosen = { lang: 'de', mode: 'announce', 'text-chat-down': 'A', 'text-back-works': 'B' }
    expect(attributesOf(chosen, 'chat-down')).toEqual({
      'data-lang': 'de',
      'data-mode': 'announce:chat-down',
      'data-text-chat-down': 'A',
      'data-text-back-works': 'B',
    })
    expect(attributesOf({ mode: 'off' }, 'back')).toEqual({ 'data-mode': 'off' })
  })

  it('holds words as words', () => {
    expect(tagOf({ 'text-back': '"><script>alert(1)</script>&' }, 'back')).toContain(
      'data-text-back="&quot;>&lt;script>alert(1)&lt;/script>&amp;"',
    )
  })
})

describe('the policy', () => {
  it.each([
    ['', 'https://status.kustomer.com'],
    ['https://mirror.example/a/summary.json', 'https://mirror.example'],
    ['https://a.example/1 https://b.example/2', 'https://a.example https://b.example'],
    ['https://a.example/1 https://a.example/2', 'https://a.example'],
    ['nonsense', 'https://status.kustomer.com'],
  ])('with the news at "%s" allows %s', (feed, origins) => {
    expect(policyOf({ feed })).toBe(
      `script-src https://cdn.example; connect-src ${origins}; trusted-types podlight`,
    )
  })
})

it('a style sheet has what was chosen, or is not there', () => {
  expect(ruleOf({})).toBe('')
  expect(ruleOf({ accent: '#123456', color: '' })).toBe(':root {\n  --podlight-accent: #123456;\n}')
})
