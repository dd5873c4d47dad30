import { describe, expect, it } from 'vitest'
import { POLICY_KEY_NAMES } from '../../../extension/domain/policy/policyKeyNames.ts'
import { POLICY_KEYS } from '../../../extension/domain/policy/policyKeys.ts'
import { POLICY_SCHEMA, policySchema } from '../../../scripts/build/policySchema.ts'
import { manifestFor } from '../../support/manifestFor.ts'

interface Schema {
  readonly type?: string
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: Schema
}
const schema = policySchema() as Schema
const properties = schema.properties ?? {}

/** Every schema in it, from the top. */
const all = (one: Schema): readonly Schema[] => [
  one,
  ...[...Object.values(one.properties ?? {}), one.items, one.additionalProperties].flatMap((below) =>
    below ? all(below) : [],
  ),
]

describe('the schema of what a company sets', () => {
  it('has every key, with the words for it', () => {
    expect(Object.keys(properties)).toEqual(POLICY_KEY_NAMES)
    for (const name of POLICY_KEY_NAMES) {
      const { title, description } = properties[name] ?? {}
      expect([title, description]).toEqual([POLICY_KEYS[name].title, POLICY_KEYS[name].about])
    }
  })

  it('says nothing for which Chromium refuses to load the extension', () => {
    expect(Object.keys(schema)).toEqual(['type', 'properties'])
    expect(schema.type).toBe('object')
    for (const one of all(schema)) {
      expect(['object', 'array', 'string', 'boolean']).toContain(one.type)
      if (one.type === 'array') expect(one.items).toBeDefined()
      if (one !== schema && one.type === 'object') expect(one.additionalProperties).toBeDefined()
    }
  })

  it('has types alone, so that a wrong row reaches Podlight and is named', () => {
    const allowed = ['type', 'title', 'description', 'properties', 'items', 'additionalProperties']
    for (const one of all(schema))
      expect(Object.keys(one).filter((word) => !allowed.includes(word))).toEqual([])
  })

  it('takes the examples', () => {
    const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value)
    for (const name of POLICY_KEY_NAMES) {
      const { example } = POLICY_KEYS[name]
      const { type, items, additionalProperties } = properties[name] ?? {}
      expect([name, typeOf(example)]).toEqual([name, type])
      for (const inside of typeof example === 'object' ? Object.values(example) : [])
        expect([name, typeof inside]).toEqual([name, (items ?? additionalProperties)?.type])
    }
  })

  it('is named to Chromium, and to Firefox not, which knows none', () => {
    expect(manifestFor('chrome')['storage']).toEqual({ managed_schema: POLICY_SCHEMA })
    expect(manifestFor('firefox')['storage']).toBeUndefined()
  })
})
