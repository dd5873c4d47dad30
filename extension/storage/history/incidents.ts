import * as z from 'zod/mini'
import { isOver } from '../../../shared/judge/phase.ts'
import type { Incident, Snapshot } from '../../../shared/model/snapshot.ts'
import { inDatabase, KEPT } from './database.ts'
import { readRow, timeShape } from './readRow.ts'

// Incidents and maintenance of the status page, of all pods, as it last told of them: it forgets them sooner.

const MOST_UPDATES = 200
const LONGEST_TEXT = 20_000
const LONGEST_TITLE = 500

const text = z.string()
const textOrNull = z.nullable(text)
const time = z.nullable(timeShape)

const incident = {
  id: text,
  title: text.check(z.maxLength(LONGEST_TITLE)),
  phase: text,
  impact: textOrNull,
  startedAt: time,
  link: textOrNull,
  updates: z
    .array(
      z.object({
        phase: text,
        text: text.check(z.maxLength(LONGEST_TEXT)),
        at: time,
        touched: z.array(z.object({ id: text, name: text, status: textOrNull })),
      }),
    )
    .check(z.maxLength(MOST_UPDATES)),
  components: z.array(
    z.object({ id: text, name: text, group: textOrNull, status: textOrNull, updatedAt: time }),
  ),
}
const row = { id: text, version: z.optional(z.number()) }

export const keptIncidentShape = z.union([
  z.object({ ...row, kind: z.literal('incident'), document: z.object(incident) }),
  z.object({
    ...row,
    kind: z.literal('maintenance'),
    document: z.object({ ...incident, starts: time, ends: time }),
  }),
])
export type KeptIncident = z.infer<typeof keptIncidentShape>

const bounded = <T extends Incident>(document: T): T => ({
  ...document,
  title: document.title.slice(0, LONGEST_TITLE),
  updates: document.updates
    .slice(0, MOST_UPDATES)
    .map((update) => ({ ...update, text: update.text.slice(0, LONGEST_TEXT) })),
})

/** What is to be kept of a document: with the keys of its shape and no others, as they are compared as texts. */
export const keptOf = ({ incidents, maintenances }: Pick<Snapshot, 'incidents' | 'maintenances'>) => [
  ...incidents.map((one) =>
    keptIncidentShape.parse({ id: one.id, kind: 'incident', document: bounded(one) }),
  ),
  ...maintenances.map((one) =>
    keptIncidentShape.parse({ id: one.id, kind: 'maintenance', document: bounded(one) }),
  ),
]

export const readIncident = (stored: unknown) =>
  readRow(stored, (one) => keptIncidentShape.safeParse(one).data ?? null)

/** When the page last spoke of it. */
const spokenAt = ({ document }: KeptIncident): number =>
  Math.max(0, ...document.updates.map(({ at }) => at ?? 0))

/** When it last mattered: planned work may be announced long before. */
const lastOf = (kept: KeptIncident): number => {
  const planned = kept.kind === 'maintenance' ? [kept.document.starts ?? 0, kept.document.ends ?? 0] : []
  return Math.max(spokenAt(kept), kept.document.startedAt ?? 0, ...planned)
}

/** The page's Atom feed tells of neither impact nor components: what else is known of them stays. */
const joined = (stored: KeptIncident, come: KeptIncident): KeptIncident => {
  if (come.document.impact !== null) return come
  const newer = come.document.updates.filter(({ at }) => (at ?? 0) > spokenAt(stored))
  const { phase } = newer.length > 0 ? come.document : stored.document
  const updates = [...newer, ...stored.document.updates].slice(0, MOST_UPDATES)
  return { ...stored, document: { ...stored.document, phase, updates } } as KeptIncident
}

/** The components of what is over are listed as they are today, which says nothing more of it. */
const said = ({ document, kind }: KeptIncident, isLeftAlone: boolean): string =>
  JSON.stringify([kind, isLeftAlone ? { ...document, components: [] } : document])

/** What is to be written of an incident that came; null where what is stored is as new, or newer. */
export const incidentAfter = (stored: unknown, come: KeptIncident): KeptIncident | null => {
  if (stored === undefined) return come
  const known = readIncident(stored)
  if (known === 'newer') return null
  if (known === 'damaged') return come
  const isOlder = spokenAt(come) < spokenAt(known)
  // A copy that is as old may be one from before its end.
  const isReopened =
    isOver(known.document.phase) && !isOver(come.document.phase) && spokenAt(come) === spokenAt(known)
  if (isOlder || isReopened) return null
  const next = joined(known, come)
  return said(next, isOver(known.document.phase)) === said(known, isOver(known.document.phase)) ? null : next
}

/** Keeps what is new, all of it or nothing, and drops what is too old. */
export const keepIncidents = (list: readonly KeptIncident[], now: number): Promise<void> =>
  inDatabase(async (database) => {
    const { store, done } = database.transaction('incidents', 'readwrite')
    const isOld = (kept: KeptIncident): boolean => lastOf(kept) < now - KEPT
    const work = async (): Promise<void> => {
      let isWritten = false
      for (const come of list) {
        const next = isOld(come) ? null : incidentAfter(await store.get(come.id), come)
        if (next === null) continue
        await store.put(next)
        isWritten = true
      }
      if (!isWritten) return
      for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
        const kept = readIncident(cursor.value)
        if (typeof kept === 'object' && isOld(kept)) await cursor.delete()
      }
    }
    await Promise.all([work(), done])
  })
