import { settingsUnder } from '../domain/policy/policy.ts'
import { type ReadPolicy, readPolicy } from '../domain/policy/readPolicy.ts'
import { KEYS, NAMES, type Name, type Values } from './storedKeys.ts'
import { readRow, type StoredKey, writtenRow } from './versionedRow.ts'

/** The few things used of a storage area. */
export interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
}

/** What storage could not do, to be told to the user. */
export interface Losses {
  /** It cannot be read or written at all: what is here lives until the browser closes. */
  readonly isBroken: boolean
  /** Rows that a newer Podlight wrote: left alone, and not used. */
  readonly newer: readonly Name[]
}

export interface Stored extends ReadPolicy {
  /** What holds: the company's settings stand over those that the user chose. */
  readonly values: Values
  /** What is kept: the user's own. */
  readonly kept: Values
  readonly losses: Losses
  /** Rows that could not be read, and are replaced at the next `mend`. */
  readonly spoilt: readonly Name[]
}

export interface Store {
  read(): Promise<Stored>
  /** Writes some values at once, all or none. False: they are not kept, though this store goes on as if they were. */
  save(values: Partial<Values>): Promise<boolean>
  /** Replaces rows that could not be read, and counts them. */
  mend(stored: Stored): Promise<void>
}

/** Values as they are stored. */
export const rowsOf = (values: Partial<Values>): Record<string, unknown> =>
  Object.fromEntries(
    (Object.keys(values) as Name[]).map((name) => [
      name,
      writtenRow(KEYS[name] as StoredKey<unknown>, values[name]),
    ]),
  )

/** Opens a storage area. It never throws: what storage refuses is held in memory and told as a loss. */
export const openStore = (area: Area): Store => {
  // Only what is not written; storage is the truth wherever it works.
  let unsaved: Partial<Values> = {}
  let newer: readonly Name[] = []
  // For a moment in which storage cannot be read: what was read before is nearer the truth than fallbacks.
  let known: Record<string, unknown> = {}

  /** What a newer Podlight wrote is left alone; what is chosen meanwhile holds in memory. */
  const writable = (values: Partial<Values>): Partial<Values> =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !newer.includes(name as Name)))

  const read = async (): Promise<Stored> => {
    let isBroken = false
    try {
      known = await area.get([...NAMES])
    } catch {
      isBroken = true
    }
    const rows = NAMES.map((name) => [name, readRow(KEYS[name] as StoredKey<unknown>, known[name])] as const)
    const named = (kind: string): Name[] => rows.filter(([, row]) => row.kind === kind).map(([name]) => name)
    newer = named('newer')
    isBroken ||= Object.keys(writable(unsaved)).length > 0
    const stored = Object.fromEntries(rows.map(([name, { value }]) => [name, value])) as unknown as Values
    const kept = { ...stored, ...unsaved }
    const { policy, mistakes } = readPolicy(kept.policy.set)
    const values = { ...kept, settings: settingsUnder(policy, kept.settings, kept.chosen) }
    // What is to be replaced already is not found spoilt again.
    const spoilt = named('spoilt').filter((name) => !Object.hasOwn(unsaved, name))
    return { values, kept, policy, mistakes, losses: { isBroken, newer }, spoilt }
  }

  const save = async (values: Partial<Values>): Promise<boolean> => {
    // What could not be written before goes with it: a moment's failure is made good by the next write.
    unsaved = { ...unsaved, ...values }
    const own = writable(unsaved)
    const rows = rowsOf(own)
    try {
      if (Object.keys(own).length > 0) await area.set(rows)
    } catch {
      return false
    }
    known = { ...known, ...rows }
    unsaved = Object.fromEntries(Object.entries(unsaved).filter(([name]) => !Object.hasOwn(own, name)))
    return Object.keys(values).every((name) => !newer.includes(name as Name))
  }

  return {
    read,
    save,
    async mend({ spoilt, values }) {
      if (spoilt.length === 0) return
      const fallbacks = Object.fromEntries(spoilt.map((name) => [name, KEYS[name].fallback]))
      await save({ ...fallbacks, dropped: values.dropped + spoilt.length })
    },
  }
}
