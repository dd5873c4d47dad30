import { parseAst } from 'vite'
import { describe, expect, it } from 'vitest'
import { withoutExamples } from '../../../scripts/build/withoutExamples.ts'

const RULES = '/podlight/shared/judge/reading/rules/symptoms.ts'

/** What a build takes of a module, without regard to spaces; null where it is left as it was. */
const taken = (code: string, path = RULES): string | null => {
  const { transform } = withoutExamples()
  if (typeof transform !== 'function') throw new Error('The plugin transforms nothing.')
  const result = transform.call({ parse: parseAst } as ThisParameterType<typeof transform>, code, path)
  if (result === null) return null
  const { code: kept } = result as { code: string }
  parseAst(kept)
  return kept.replace(/\s+/g, ' ').trim()
}

describe('builds leave out', () => {
  it('the name and the examples of a rule, and keep the rest', () => {
    const rule = (more: string): string => `const rows = [{ ${more} }]`
    expect(taken(rule(`name: 'a', role: 'not', examples: { 'b.': 'c' }`))).toBe(
      `const rows = [{ role: 'not', }]`,
    )
    expect(taken(rule(`role: 'not', name: 'a', phrases: 'x|y', examples: {}`))).toBe(
      `const rows = [{ role: 'not', phrases: 'x|y', }]`,
    )
    expect(taken(rule(`examples: { 'b.': { name: 1, examples: 2 } }, pattern: 'p', name: 'a',`))).toBe(
      `const rows = [{ pattern: 'p', }]`,
    )
    expect(taken(rule(`name: 'a', examples: {}`))).toBe('const rows = [{ }]')
  })

  it('those of every rule of a module, wherever it stands in it', () => {
    const rules = `export const a = [{ name: 'a', role: 'x', examples: {} }, { name: 'b', role: 'y', examples: {} }]
      const of = () => ({ name: 'c', read: ([name = '']) => ({ name }), examples: {} })`
    expect(taken(rules)).toBe(
      `export const a = [{ role: 'x', }, { role: 'y', }] const of = () => ({ read: ([name = '']) => ({ name }), })`,
    )
  })
})

describe('builds keep', () => {
  it.each([
    ['the name of what has no examples', `const pods = [{ name: 'Prod1' }]; const examples = 1`],
    ['the examples of what has no name', `const one = { examples: {} }`],
    ['what is taken out of a rule', `const say = ({ name, examples }) => [name, examples]`],
    ['what is asked of one', `const say = (rule) => rule.name + Object.keys(rule.examples)`],
    ['sentences', `const says = "{ name: 'a', examples: {} }"`],
  ])('%s', (_, code) => {
    expect(taken(code)).toBe(code)
  })

  it('modules that are no part of the judge', () => {
    const code = `const told = { name: 'a', examples: {} }`
    expect(taken(code, '/podlight/shared/vendors/kustomer.ts')).toBeNull()
    expect(taken(code, 'C:\\podlight\\shared\\judge\\promise\\news.ts')).toBe('const told = { }')
  })
})
