import { isRow } from '../../shared/model/guards.ts'
import { type Browser, registryKeys } from './browsers.ts'
import type { FlatPolicy } from './flatPolicy.ts'
import type { Ids } from './ids.ts'
import { installOf } from './install.ts'

/** A key of the Windows registry with its values: texts, and numbers as REG_DWORD. */
export interface RegistryKey {
  readonly path: string
  readonly values: Readonly<Record<string, string | number>>
}

type Value = FlatPolicy[keyof FlatPolicy]

/** Names that the registry, its files and both browsers take for what they are. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9 ._:/-]{0,99}$/

/**
 * The registry doesn't tell capitals apart, browsers take a key with the name 1 in it for a list, and there is no empty
 * list. What wouldn't come through is written as JSON, which Podlight reads as well.
 */
const comesThrough = (names: readonly string[]): boolean =>
  names.length > 0 &&
  names.every((name) => PLAIN_NAME.test(name) && name !== '1') &&
  new Set(names.map((name) => name.toLowerCase())).size === names.length

/** The browsers sort by name, where 10 comes before 2. */
const MOST_IN_ORDER = 9

const subkeyOf = (value: Value): Readonly<Record<string, string>> | null => {
  if (Array.isArray(value))
    return value.length > 0 && value.length <= MOST_IN_ORDER
      ? Object.fromEntries(value.map((one: string, i) => [`${i + 1}`, one]))
      : null
  return isRow(value) && comesThrough(Object.keys(value)) ? (value as Readonly<Record<string, string>>) : null
}

const singleValue = (value: Value): string | number =>
  typeof value === 'boolean' ? Number(value) : typeof value === 'string' ? value : JSON.stringify(value)

/** What a company sets, as it stands below a key of the registry. */
export const policyKeysBelow = (path: string, policy: FlatPolicy): readonly RegistryKey[] => {
  const rows = Object.entries(policy).map(([name, value]) => ({ name, value, subkey: subkeyOf(value) }))
  const values = Object.fromEntries(
    rows.filter(({ subkey }) => subkey === null).map(({ name, value }) => [name, singleValue(value)]),
  )
  const subkeys = rows.flatMap(({ name, subkey }) =>
    subkey === null ? [] : [{ path: `${path}\\${name}`, values: subkey }],
  )
  return [{ path, values }, ...subkeys]
}

/** What a browser is told to install, as values of the registry. */
export const installValues = (browser: Browser, ids: Ids): RegistryKey['values'] =>
  Object.fromEntries(
    Object.entries(installOf(browser, ids)).map(([name, value]) => [name, singleValue(value)]),
  )

/** All that a browser reads: what to install, and what the company sets. */
export const registryOf = (browser: Browser, ids: Ids, policy: FlatPolicy): readonly RegistryKey[] => {
  const { install, policy: own } = registryKeys(browser, ids)
  return [{ path: install, values: installValues(browser, ids) }, ...policyKeysBelow(own, policy)]
}
