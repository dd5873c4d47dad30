import type { Document } from '../../../extension/domain/history/stories.ts'
import { incidentsAt, maintenancesAt, summaryAt } from '../../../scripts/replay/documents.ts'
import type { Recording } from '../../../scripts/replay/recording.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import type { Snapshot } from '../../../shared/model/snapshot.ts'
import type { Judgement } from '../../../shared/model/verdict.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'

export const read = (document: unknown): Snapshot => {
  const snapshot = readStatuspage(document, kustomer)
  if (!snapshot.ok) throw new Error(snapshot.detail)
  return snapshot.value
}

const judge = createJudge(kustomer, () => null)

/** What somebody who looks at the page at a moment is told of a pod. */
export const judgedOn = (page: Snapshot, at: number, pod: string): Judgement =>
  judge(page, pod, { now: at, fetchedAt: at })

const pages = new WeakMap<Recording, Map<number, Snapshot>>()

/** What somebody is told of a pod while one recording is all there is; the page is made once for all pods. */
export const judgedAlone = (recording: Recording, at: number, pod: string): Judgement => {
  const own = pages.get(recording) ?? new Map<number, Snapshot>()
  pages.set(recording, own)
  const page = own.get(at) ?? read(summaryAt([recording], at))
  own.set(at, page)
  return judgedOn(page, at, pod)
}

/** The page with nothing on it. */
export const emptyPage = (at: number): Snapshot => read(summaryAt([], at))

/** A recording as the page's own lists tell of it at a moment. */
export const listedAt = (recording: Recording, at: number): Document => {
  const incidents = incidentsAt([recording], at)
  const { incidents: listed, maintenances } = read({ ...incidents, ...maintenancesAt([recording], at) })
  const [incident, maintenance] = [listed[0], maintenances[0]]
  if (maintenance !== undefined) return { kind: 'maintenance', document: maintenance }
  if (incident === undefined) throw new Error(`${recording.id} isn't listed yet.`)
  return { kind: 'incident', document: incident }
}
