import { isRow, type Row } from '../../../shared/model/guards.ts'
import { fill } from '../../../shared/text/fill.ts'
import { quote, UNSEEN } from '../../../shared/text/quote.ts'
import { extension } from '../../text/en.ts'
import type { PolicyKeyName } from './policyKeyNames.ts'

// The values of a policy, as browsers hand them over. Chromium has checked them against the schema; Firefox hands over
// whatever is there, and from the Windows registry a number for true or false, and sometimes JSON for a list.

/** An entry that can't be used, and why. */
export interface Mistake {
  /** The key, and where in it. */
  readonly row: string
  readonly reason: string
}

const { policy } = extension
type Wrong = keyof typeof policy.wrong

export const listed = (names: readonly string[]): string => names.join(', ')

/** Longer values are cut where they are quoted. */
const QUOTED = 60
/** Names and addresses are no longer. */
export const SHORT = 300
/** No list or table of a company needs more. */
const MOST_ROWS = 2000
/** More mistakes than anybody reads. */
const MOST_MISTAKES = 200

/** Notes what can't be used. */
export interface Notes {
  readonly mistakes: readonly Mistake[]
  add(row: string, why: Wrong, values?: { readonly value?: string; readonly names?: string }): null
}

export const createNotes = (): Notes => {
  const mistakes: Mistake[] = []
  return {
    mistakes,
    add: (row, why, values = {}) => {
      const { value = '', names = '' } = values
      const reason = fill(policy.wrong[why], { text: quote(value, QUOTED), what: names })
      if (mistakes.length < MOST_MISTAKES) mistakes.push({ row: quote(row, QUOTED * 2), reason })
      return null
    },
  }
}

/** A list or a table may come as JSON. */
const unpacked = (value: unknown): unknown => {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

const YES: readonly unknown[] = [true, 1, 'true', '1']
const NO: readonly unknown[] = [false, 0, 'false', '0']

/** One entry of a list or a table. */
export interface Entry {
  /** Where it stands. */
  readonly row: string
  /** What it is called in a table; its number in a list. */
  readonly name: string
  readonly text: string
}

/** The values of a policy by their keys, each null where there is none that can be used. */
export const createValues = (rows: Row, { add }: Notes) => {
  const text = (row: string, value: unknown, longest: number): string | null => {
    if (typeof value !== 'string') return add(row, 'text')
    // On one line, without what nobody sees.
    const clean = value.replace(/\s+/g, ' ').replace(UNSEEN, '').trim()
    if (clean === '') return add(row, 'empty')
    return clean.length > longest ? add(row, 'long', { value: String(longest) }) : clean
  }
  const entries = (
    key: PolicyKeyName,
    pairs: readonly (readonly [name: string, value: unknown])[],
    rowOf: (name: string) => string,
    longest: number,
  ): readonly Entry[] => {
    if (pairs.length > MOST_ROWS) add(key, 'many', { value: String(MOST_ROWS) })
    return pairs.slice(0, MOST_ROWS).flatMap(([name, value]) => {
      const row = rowOf(name)
      const read = text(row, value, longest)
      return read === null ? [] : { row, name: name.trim(), text: read }
    })
  }
  return {
    /** Whether there is anything under that key, even something that can't be used. */
    has: (key: PolicyKeyName): boolean => rows[key] !== undefined,
    boolean: (key: PolicyKeyName): boolean | null => {
      const value = rows[key]
      if (value === undefined) return null
      if (YES.includes(value)) return true
      return NO.includes(value) ? false : add(key, 'boolean')
    },
    text: (key: PolicyKeyName, longest: number): string | null =>
      rows[key] === undefined ? null : text(key, rows[key], longest),
    list: (key: PolicyKeyName): readonly Entry[] | null => {
      const value = unpacked(rows[key])
      if (value === undefined) return null
      // Firefox makes that of a registry key with nothing in it.
      if (isRow(value) && Object.keys(value).length === 0) return []
      // People count from one, as the Windows registry does.
      const numbered = (one: unknown, at: number) => [String(at + 1), one] as const
      const rowOf = (count: string): string => fill(policy.entry, { what: key, count })
      return Array.isArray(value) ? entries(key, value.map(numbered), rowOf, SHORT) : add(key, 'list')
    },
    table: (key: PolicyKeyName, longest: number): readonly Entry[] => {
      const value = unpacked(rows[key])
      if (value === undefined) return []
      const rowOf = (name: string): string => `${key}: ${quote(name, QUOTED)}`
      return isRow(value) ? entries(key, Object.entries(value), rowOf, longest) : (add(key, 'table') ?? [])
    },
  }
}
export type PolicyValues = ReturnType<typeof createValues>
