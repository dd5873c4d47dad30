import { type PlistValue, parse } from 'plist'
import { rollOutFiles } from '../../../scripts/rollOut/files.ts'
import type { FlatPolicy } from '../../../scripts/rollOut/flatPolicy.ts'
import type { Ids } from '../../../scripts/rollOut/ids.ts'

export const IDS: Ids = {
  chrome: 'abcdefghijklmnopabcdefghijklmnop',
  edge: 'ponmlkjihgfedcbaponmlkjihgfedcba',
  firefox: 'podlight@podlight',
  host: null,
}
export const HOSTED: Ids = { ...IDS, host: { url: 'https://apps.example.com/podlight/', version: '1.2.3' } }

/** What a path holds, as it would be written. */
export const fileOf = (path: string, ids: Ids, policy: FlatPolicy): string | Uint8Array => {
  const content = rollOutFiles(ids, policy).get(path)
  if (content === undefined) throw new Error(`There is no ${path}.`)
  return content
}
export const textOf = (path: string, ids: Ids, policy: FlatPolicy): string => {
  const content = fileOf(path, ids, policy)
  if (typeof content !== 'string') throw new Error(`${path} is no text.`)
  return content
}

type Dict = { readonly [key: string]: PlistValue }
const isDict = (value: unknown): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A part of what was parsed; it has to be there. */
export const dictAt = (value: unknown, ...path: readonly string[]): Dict => {
  const found = path.reduce<unknown>((one, name) => (isDict(one) ? one[name] : undefined), value)
  if (!isDict(found)) throw new Error(`There is nothing at ${path.join('.')}.`)
  return found
}

/** A profile, and its payloads by their type. */
export const profileOf = (
  text: string,
): { readonly profile: Dict; readonly payloads: ReadonlyMap<string, Dict> } => {
  const profile = dictAt(parse(text))
  const content = profile['PayloadContent']
  if (!Array.isArray(content)) throw new Error('A profile without payloads.')
  return { profile, payloads: new Map(content.map((one) => [`${dictAt(one)['PayloadType']}`, dictAt(one)])) }
}

/** What is a payload’s own, without what every payload has. */
export const ownOf = (payload: Dict | undefined): Dict =>
  Object.fromEntries(Object.entries(payload ?? {}).filter(([key]) => !key.startsWith('Payload')))
