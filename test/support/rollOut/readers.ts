import type { PolicyKeyName } from '../../../extension/domain/policy/policyKeyNames.ts'
import { POLICY_KEYS } from '../../../extension/domain/policy/policyKeys.ts'
import type { Key } from './regFile.ts'

// How browsers read the Windows registry: Chromium as its registry_dict.cc does, Firefox as its WindowsGPOParser.sys.mjs.

interface Schema {
  readonly type: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: Schema
}

const byName = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...map].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))

const isOf = (value: unknown, type: string): boolean =>
  type === 'array'
    ? Array.isArray(value)
    : type === 'object'
      ? typeof value === 'object' && value !== null && !Array.isArray(value)
      : typeof value === type

const converted = (value: string | number, schema: Schema): unknown => {
  if (isOf(value, schema.type)) return value
  if (schema.type === 'boolean') return Number(value) !== 0
  if (schema.type !== 'array' && schema.type !== 'object') return undefined
  try {
    const parsed: unknown = JSON.parse(String(value))
    return isOf(parsed, schema.type) ? parsed : undefined
  } catch {
    return undefined
  }
}

const isNumber = (name: string): boolean => /^-?\d+$/.test(name)

/** What Chromium makes of a key of the registry: by the schema, in the order of names, keys before values of one name. */
export const chromiumReads = (key: Key, schema: Schema): unknown => {
  if (schema.type === 'array')
    return byName(key.values)
      .filter(([name]) => isNumber(name))
      .map(([, value]) => converted(value, schema.items ?? { type: 'string' }))
      .filter((one) => one !== undefined)
  if (schema.type !== 'object') return undefined
  const below = (name: string): Schema | undefined => schema.properties?.[name] ?? schema.additionalProperties
  const all: [string, unknown][] = []
  for (const [name, value] of byName(key.values)) {
    const part = below(name)
    all.push([name, part && converted(value, part)])
  }
  for (const [name, one] of byName(key.keys)) {
    const part = below(name)
    all.push([name, part && chromiumReads(one, part)])
  }
  return Object.fromEntries(all.filter(([, value]) => value !== undefined))
}

/** What Firefox makes of a key: a list where the first name is 1, and texts as they are. */
export const firefoxReads = (key: Key): unknown => {
  const values = byName(key.values)
  if (values[0]?.[0] === '1') return values.map(([, value]) => value)
  const keys = byName(key.keys)
  if (keys[0]?.[0] === '1') return keys.map(([, one]) => firefoxReads(one))
  return Object.fromEntries([...values, ...keys.map(([name, one]) => [name, firefoxReads(one)] as const)])
}

/** What Podlight makes of it: numbers for yes and no, and lists and tables as JSON, are taken as well. */
export const podlightReads = (managed: unknown): unknown =>
  Object.fromEntries(
    Object.entries(managed as Record<string, unknown>).map(([name, value]) => {
      const { type } = POLICY_KEYS[name as PolicyKeyName]
      if (type === 'boolean') return [name, Boolean(value)]
      return [name, typeof value === 'string' && type !== 'text' ? JSON.parse(value) : value]
    }),
  )
