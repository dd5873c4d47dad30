import { idOf, isRow, type Row, rowsOf, textOf, timeOf } from '../model/guards.ts'
import type { Component, Group, Incident, Maintenance, Touched, Update } from '../model/snapshot.ts'
import { oneLine, plain } from './plainText.ts'

/** Reads every row that can be read; the others are left out and counted. */
export const readRows = <T>(value: unknown, read: (row: Row) => T | null): { rows: T[]; dropped: number } => {
  const rows: T[] = []
  let dropped = 0
  for (const raw of rowsOf(value)) {
    const row = isRow(raw) ? read(raw) : null
    if (row === null) dropped++
    else rows.push(row)
  }
  return { rows, dropped }
}

/** Hears of everything that is missing or cannot be read. */
export type Lose = () => void

/** Rows inside a row. A list that is none is lost as a whole. */
const readInner = <T>(value: unknown, read: (row: Row) => T | null, lose: Lose): T[] => {
  const { rows, dropped } = readRows(value, read)
  if (!Array.isArray(value) || dropped > 0) lose()
  return rows
}

/** A name as it reads; null where nothing of it can be seen. */
const nameOf = (value: unknown): string | null => oneLine(textOf(value) ?? '') || null

export const OPERATIONAL = 'operational'

const WORD = /^[a-z_]+$/

/** A status or a phase as the vendor spells it: "Major Outage " is `major_outage`. Unknown words are kept. */
const wordOf = (value: unknown): string | null =>
  typeof value === 'string' && WORD.test(value)
    ? value
    : (nameOf(value)
        ?.toLowerCase()
        .replace(/[\s-]+/g, '_') ?? null)

/** A row with children is a group, even if its flag was lost. */
export const isGroup = (row: Row): boolean => row['group'] === true || Array.isArray(row['components'])

export const readGroup = (row: Row): Group | null => {
  const id = idOf(row['id'])
  const name = nameOf(row['name'])
  if (id === null || name === null) return null
  return {
    id,
    name,
    children: rowsOf(row['components']).flatMap((child) => idOf(child) ?? []),
    status: wordOf(row['status']),
    updatedAt: timeOf(row['updated_at']),
  }
}

/** Whether a group says which rows it holds. An empty list is a lost one, for a group holds something. */
export const listsAll = (row: Row, { children }: Group): boolean =>
  children.length > 0 && children.length === rowsOf(row['components']).length

export const readComponent = (row: Row): Component | null => {
  const id = idOf(row['id'])
  const name = nameOf(row['name'])
  const status = wordOf(row['status'])
  if (id === null || name === null || status === null) return null
  return { id, name, group: idOf(row['group_id']), status, updatedAt: timeOf(row['updated_at']) }
}

/** A component that an incident lists is meant by its id or by its name; its status stands in its own row as well. */
const readListed = (row: Row, lose: Lose): Component | null => {
  const id = idOf(row['id'])
  const name = nameOf(row['name'])
  if (id === null && name === null) return null
  if (id === null) lose()
  return {
    id: id ?? '',
    name: name ?? id ?? '',
    group: idOf(row['group_id']),
    status: wordOf(row['status']),
    updatedAt: timeOf(row['updated_at']),
  }
}

const readTouched = (row: Row, lose: Lose): Touched | null => {
  const id = idOf(row['code'])
  const name = nameOf(row['name'])
  if (id === null && name === null) return null
  const status = wordOf(row['new_status'])
  if (id === null) lose()
  // Some hosts tell no statuses here; half a change is one that was lost.
  if (status === null && (row['new_status'] !== undefined || row['old_status'] !== undefined)) lose()
  return { id: id ?? name ?? '', name: name ?? '', status }
}

/** The moment of posting comes first: `display_at` may be edited and backdated. */
const readUpdate = (row: Row, lose: Lose): Update | null => {
  const phase = wordOf(row['status'])
  const text = plain(textOf(row['body']) ?? '')
  if (phase === null && text === '') return null
  if (phase === null || typeof row['body'] !== 'string') lose()
  // An update that speaks for no component says so by null.
  const touched = row['affected_components'] ?? []
  return {
    phase: phase ?? 'unknown',
    text,
    at: timeOf(row['created_at']) ?? timeOf(row['display_at']) ?? timeOf(row['updated_at']),
    touched: readInner(touched, (one) => readTouched(one, lose), lose),
  }
}

/** The document's order stands unless every moment is known: one lost time must not turn the story round. */
const newestFirst = (updates: Update[]): Update[] =>
  updates.every(({ at }) => at !== null) ? updates.sort((a, b) => (b.at ?? 0) - (a.at ?? 0)) : updates

/** What the updates last said of each component they spoke for. Said twice in one of them, trouble is believed. */
export const lastTouched = (updates: readonly Update[]): Map<string, Touched> => {
  const last = new Map<string, Touched>()
  for (const { touched } of updates) {
    const fresh = touched.filter(({ id }) => !last.has(id))
    for (const one of fresh) if (one.status !== OPERATIONAL || !last.has(one.id)) last.set(one.id, one)
  }
  return last
}

/** Whether the updates tell which components are in trouble, so that the list of them may be missing. */
const tellTrouble = (updates: readonly Update[]): boolean => {
  const last = [...lastTouched(updates).values()]
  return last.length > 0 && last.every(({ status }) => status !== OPERATIONAL)
}

/** Trouble with half its fields lost is still trouble, so a row is refused only when it says nothing at all. */
export const readIncident = (row: Row, lose: Lose): Incident | null => {
  const phase = wordOf(row['status'])
  const updates = newestFirst(readInner(row['incident_updates'], (update) => readUpdate(update, lose), lose))
  const id = idOf(row['id']) ?? idOf(row['shortlink'])
  const title = nameOf(row['name'])
  if (title === null && phase === null && id === null && updates.length === 0) return null
  const listed = row['components']
  const components = readInner(listed ?? [], (one) => readListed(one, lose), lose)
  const isListed = Array.isArray(listed) || tellTrouble(updates)
  if (!isListed || phase === null || typeof row['name'] !== 'string') lose()
  return {
    id: id ?? `unnamed ${title ?? ''}`.trim(),
    title: title ?? '',
    phase: phase ?? updates[0]?.phase ?? 'unknown',
    impact: wordOf(row['impact']),
    startedAt: timeOf(row['started_at']) ?? timeOf(row['created_at']) ?? updates.at(-1)?.at ?? null,
    link: textOf(row['shortlink']),
    updates,
    components,
  }
}

export const readMaintenance = (row: Row, lose: Lose): Maintenance | null => {
  const incident = readIncident(row, lose)
  return (
    incident && { ...incident, starts: timeOf(row['scheduled_for']), ends: timeOf(row['scheduled_until']) }
  )
}
