import { isRow, type Row, rowsOf, textOf, timeOf } from './guards.ts'
import { oneLine, plain } from './plain.ts'
import type { Component, Group, Incident, Maintenance, Update } from './snapshot.ts'

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

/** A row with children is a group, even if its flag was lost. */
export const isGroup = (row: Row): boolean => row['group'] === true || Array.isArray(row['components'])

export const readGroup = (row: Row): Group | null => {
  const id = textOf(row['id'])
  const name = textOf(row['name'])
  if (id === null || name === null) return null
  const children = rowsOf(row['components']).filter((child) => typeof child === 'string')
  return { id, name: oneLine(name), children }
}

export const readComponent = (row: Row): Component | null => {
  const id = textOf(row['id'])
  const name = textOf(row['name'])
  const status = textOf(row['status'])
  if (id === null || name === null || status === null) return null
  return {
    id,
    name: oneLine(name),
    group: textOf(row['group_id']),
    status,
    updatedAt: timeOf(row['updated_at']),
  }
}

const readTouched = (row: Row): { id: string; name: string } | null => {
  const id = textOf(row['code'])
  return id === null ? null : { id, name: oneLine(textOf(row['name']) ?? '') }
}

/** The moment of posting comes first: `display_at` may be edited and backdated. */
const readUpdate = (row: Row): Update | null => {
  const phase = textOf(row['status'])
  const text = plain(textOf(row['body']) ?? '')
  if (phase === null && text === '') return null
  return {
    phase: phase ?? 'unknown',
    text,
    at: timeOf(row['created_at']) ?? timeOf(row['display_at']) ?? timeOf(row['updated_at']),
    touched: readRows(row['affected_components'], readTouched).rows,
  }
}

/** The document's order stands unless every moment is known: one lost time must not turn the story round. */
const newestFirst = (updates: Update[]): Update[] =>
  updates.every(({ at }) => at !== null) ? updates.sort((a, b) => (b.at ?? 0) - (a.at ?? 0)) : updates

/** Trouble with half its fields lost is still trouble, so a row is refused only when it says nothing at all. */
export const readIncident = (row: Row): Incident | null => {
  const title = textOf(row['name'])
  const phase = textOf(row['status'])
  const updates = newestFirst(readRows(row['incident_updates'], readUpdate).rows)
  const id = textOf(row['id']) ?? textOf(row['shortlink'])
  if (title === null && phase === null && id === null && updates.length === 0) return null
  return {
    id: id ?? `unnamed ${oneLine(title ?? '')}`.trim(),
    title: oneLine(title ?? ''),
    phase: phase ?? updates[0]?.phase ?? 'unknown',
    impact: textOf(row['impact']),
    startedAt: timeOf(row['started_at']) ?? timeOf(row['created_at']) ?? updates.at(-1)?.at ?? null,
    link: textOf(row['shortlink']),
    updates,
    components: readRows(row['components'], readComponent).rows,
  }
}

export const readMaintenance = (row: Row): Maintenance | null => {
  const incident = readIncident(row)
  return (
    incident && { ...incident, starts: timeOf(row['scheduled_for']), ends: timeOf(row['scheduled_until']) }
  )
}
