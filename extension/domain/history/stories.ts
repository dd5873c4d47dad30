import { lastTouched, OPERATIONAL } from '../../../shared/feed/rows.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promisedBy } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import { isOver, phaseOf } from '../../../shared/judge/phase.ts'
import type { Incident, Maintenance, Snapshot, Update } from '../../../shared/model/snapshot.ts'
import type { Impact } from '../../../shared/model/verdict.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import type { Promised, Stage, Story } from './model.ts'

/** Incidents and planned work as the page lists them. */
export type Document =
  | { readonly kind: 'incident'; readonly document: Incident }
  | { readonly kind: 'maintenance'; readonly document: Maintenance }

const judge = createJudge(kustomer, () => null)
const AT_WORK = 'investigating'

/** A page of which nothing was kept but what an incident itself says. */
const NO_PAGE: Snapshot = {
  page: kustomer.page.id,
  updatedAt: null,
  groups: [],
  components: null,
  incidents: [],
  maintenances: [],
  dropped: 0,
  gaps: [],
}

/** What components say now, they didn't say then: only an incident's own updates tell that. */
const atRest = (page: Snapshot): Snapshot => ({
  ...page,
  components: page.components?.map((component) => ({ ...component, status: OPERATIONAL })) ?? null,
  groups: page.groups.map((group) => ({ ...group, status: null })),
  incidents: [],
  maintenances: [],
  gaps: [],
})

/**
 * An incident when its updates stood as given. A component that only later updates speak for wasn't listed yet, unless
 * the very next one calls it well again: it was in trouble before that, and nothing else would tell.
 */
const asOf = <T extends Incident>(incident: T, updates: readonly Update[], phase: string): T => {
  const touched = lastTouched(updates)
  const later = lastTouched(incident.updates)
  const next = lastTouched(incident.updates.slice(0, -updates.length).slice(-1))
  const isListed = (id: string): boolean =>
    touched.has(id) || !later.has(id) || next.get(id)?.status === OPERATIONAL
  const components = incident.components
    .filter(({ id }) => isListed(id))
    .map((one) => ({ ...one, status: touched.get(one.id)?.status ?? null }))
  return { ...incident, phase, updates, components }
}

/** What an incident meant for a pod when its updates stood as given, by the same judge as everywhere. */
const impactsAt = (
  { kind, document }: Document,
  updates: readonly Update[],
  { phase, at }: { phase: string; at: number },
  pod: string,
  page: Snapshot,
): readonly Impact[] => {
  const then = { ...page, updatedAt: at }
  const moment =
    kind === 'incident'
      ? { ...then, incidents: [asOf(document, updates, phase)] }
      : { ...then, maintenances: [asOf(document, updates, phase)] }
  return judge(moment, pod, { now: at, fetchedAt: at }).impacts.filter(
    ({ incident }) => incident === document.id,
  )
}

/** When the page last called it over; null while it is open. */
const endOf = (incident: Incident): number | null => {
  if (!isOver(phaseOf(incident))) return null
  const { updates } = incident
  const open = updates.findIndex(({ phase }) => !isOver(phase))
  const ending = updates.slice(0, open < 0 ? updates.length : open)
  // Where its end has no date, it was open at the update before. A postmortem may come weeks later.
  const dates = [...ending.slice(-1), ...updates.slice(ending.length), ...ending].map(({ at }) => at)
  return dates.find((at) => at !== null) ?? null
}

const promisesIn = (updates: readonly Update[], endedAt: number | null): readonly Promised[] => {
  const dated = updates.flatMap(({ at, phase, text }) => (at === null ? [] : [{ at, phase, text }]))
  return dated
    .flatMap(({ at, phase, text }, index) => {
      const due = isOver(phase) ? null : promisedBy(text, at)
      if (due === null || due <= at || (endedAt !== null && at >= endedAt)) return []
      return [{ madeAt: at, due, cameAt: dated[index - 1]?.at ?? null }]
    })
    .reverse()
}

/**
 * How an incident went for a pod. `openUntil` is how long one is known to be open that isn't over. Null where it has
 * no time at all.
 */
export const storyOf = (
  one: Document,
  pod: string,
  page: Snapshot | null,
  openUntil: number | null,
): Story | null => {
  const { document, kind } = one
  const { id, title, updates } = document
  const dated = updates.flatMap((update, index) => (update.at === null ? [] : [{ at: update.at, index }]))
  const [latest, first] = [dated[0], dated.at(-1)]
  if (latest === undefined || first === undefined) return null
  const endedAt = endOf(document)
  const knownUntil = endedAt ?? Math.max(latest.at, openUntil ?? 0)
  const startedAt =
    kind === 'maintenance'
      ? (document.updates.findLast(({ phase }) => phase === 'in_progress')?.at ?? document.starts ?? first.at)
      : Math.min(document.startedAt ?? first.at, first.at)
  const rest = atRest(page ?? NO_PAGE)
  // What was told only when it was over had been at work until then.
  const isTold = kind === 'incident' && isOver(updates[first.index]?.phase ?? '')
  const stages = dated
    .map(({ at, index }, position): Stage => {
      const isFirst = position === dated.length - 1
      const said = updates.slice(index)
      const phase = said[0]?.phase ?? ''
      const then = isFirst && isTold ? said.map((update) => ({ ...update, phase: AT_WORK })) : said
      const impacts = impactsAt(one, then, { phase: then[0]?.phase ?? '', at }, pod, rest)
      const to = isFirst && isTold ? at : Math.min(dated[position - 1]?.at ?? knownUntil, knownUntil)
      return { from: isFirst && kind === 'incident' ? startedAt : at, to, phase, impacts }
    })
    // The last of one without an end is kept, though nobody knows how long it was.
    .filter(({ from, to }, position) => from < to || (position === 0 && endedAt === null))
    .reverse()
  return {
    id,
    kind,
    title,
    startedAt,
    firstUpdateAt: first.at,
    endedAt,
    knownUntil,
    isOpen: endedAt === null && openUntil !== null,
    stages,
    updates,
    promises: promisesIn(updates, endedAt),
  }
}

/** Whether an incident reached a pod at all. */
export const hasReached = ({ stages }: Story): boolean => stages.some(({ impacts }) => impacts.length > 0)
