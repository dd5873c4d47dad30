import type { PolicyKeyName } from '../../extension/domain/policy/policyKeyNames.ts'
import { POLICY_KEYS, type PolicyType } from '../../extension/domain/policy/policyKeys.ts'
import type { Mistake } from '../../extension/domain/policy/readValues.ts'
import { isRow } from '../../shared/model/guards.ts'

export type PolicyValue = boolean | string | readonly string[] | Readonly<Record<string, string>>

/** What a company sets: keys of `POLICY_KEYS`, each with a value of its type. */
export type FlatPolicy = Readonly<Partial<Record<PolicyKeyName, PolicyValue>>>

const isText = (value: unknown): value is string => typeof value === 'string'
const IS: Readonly<Record<PolicyType, (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === 'boolean',
  text: isText,
  list: (value) => Array.isArray(value) && value.every(isText),
  table: (value) => isRow(value) && Object.values(value).every(isText),
}
const SHOULD_BE: Readonly<Record<PolicyType, string>> = {
  boolean: 'It must be true or false, without quotes.',
  text: 'It must be a text in quotes.',
  list: 'It must be a list of texts: ["one", "two"].',
  table: 'It must be a table of names and texts: {"name": "text"}.',
}

/** XML holds no other characters, whatever they are written as, and nobody types them. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const isWritable = (value: unknown): boolean =>
  isText(value)
    ? !UNWRITABLE.test(value)
    : !isRow(value) && !Array.isArray(value)
      ? true
      : Object.entries(value).every((pair) => pair.every(isWritable))

const isKey = (name: string): name is PolicyKeyName => Object.hasOwn(POLICY_KEYS, name)

const faultOf = (name: string, value: unknown): string | null => {
  // Podlight itself names a key that it doesn't know.
  if (!isKey(name)) return null
  const { type } = POLICY_KEYS[name]
  if (!IS[type](value)) return SHOULD_BE[type]
  return isWritable(value) ? null : 'It holds a control character. Remove it, and type the text again.'
}

/**
 * Reads a company's policy by its form alone: the keys and the type of each. Browsers drop what is of another type, and
 * some of the files couldn't hold it.
 */
export const readFlatPolicy = (
  value: unknown,
): { readonly policy: FlatPolicy; readonly mistakes: readonly Mistake[] } => {
  if (!isRow(value))
    return {
      policy: {},
      mistakes: [{ row: 'the file', reason: 'It must be a table of keys: {"pods": ["prod2"]}.' }],
    }
  const rows = Object.entries(value).map(([row, one]) => ({ row, one, reason: faultOf(row, one) }))
  return {
    policy: Object.fromEntries(
      rows.filter(({ reason }) => reason === null).map(({ row, one }) => [row, one]),
    ),
    mistakes: rows.flatMap(({ row, reason }) => (reason === null ? [] : [{ row, reason }])),
  }
}

/** What the documents show, for who hasn't written a policy yet. */
export const EXAMPLE_POLICY: FlatPolicy = Object.fromEntries(
  Object.entries(POLICY_KEYS).map(([name, { example }]) => [name, example]),
)
