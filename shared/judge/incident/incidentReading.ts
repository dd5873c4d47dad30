import { EVERY_POD } from '../../model/pod.ts'
import type { Incident } from '../../model/snapshot.ts'
import type { Because, Effect } from '../../model/verdict.ts'
import type { Vendor } from '../../vendors/vendor.ts'
import { createSum } from './addUp.ts'
import type { Affected } from './affected.ts'
import { withAttachments } from './attachments.ts'
import type { TextReader } from './texts.ts'
import { textsOf } from './updates.ts'

/** What the title and the live updates of an incident add up to for a pod. */
export interface IncidentReading {
  readonly pods: ReadonlyMap<string, Because>
  /** Left out, or said to have recovered. */
  readonly sparedPods: ReadonlySet<string>
  /** Whether it is not known yet if the pod is affected. */
  readonly isDoubted: boolean
  readonly affected: ReadonlyMap<string, Affected>
  /** Capabilities named without a word of trouble. */
  readonly named: ReadonlyMap<string, Because>
  /** Capabilities that the latest words about them say work. */
  readonly working: ReadonlyMap<string, Because>
  /** Whether something that was affected is said to work again. */
  readonly recovered: boolean
  /** The worst symptom of nothing in particular. */
  readonly loose: { readonly effect: Effect; readonly because: Because } | null
}

export const readIncident = (
  incident: Incident,
  pod: string,
  read: TextReader,
  vendor: Vendor,
): IncidentReading => {
  const total = createSum(pod)
  const { live, earlier } = textsOf(incident)
  total.add(read(incident.title, true), 'title')
  for (const text of live) total.add(read(text, false), 'update')
  if (total.isEmpty()) for (const text of earlier) total.add(read(text, false), 'update')
  if (!total.namesPods()) for (const text of earlier) total.addEarlierPods(read(text, false))
  const reading = total.end()
  return { ...reading, affected: withAttachments(incident, reading.affected, vendor) }
}

export const namesPod = (reading: IncidentReading, pod: string): Because | undefined =>
  reading.pods.get(pod) ?? (reading.sparedPods.has(pod) ? undefined : reading.pods.get(EVERY_POD))
