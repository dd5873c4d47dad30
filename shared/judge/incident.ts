import type { Incident, Update } from '../feed/snapshot.ts'
import type { Vendor } from '../vendors/vendor.ts'
import { worse } from './effects.ts'
import type { Phrasebook } from './phrases.ts'
import { EVERY_POD } from './pods.ts'
import { type Fine, readSentence, type SentenceReading } from './sentence.ts'
import { sentencesOf, sentencesOfTitle } from './sentences.ts'
import type { Because, Effect } from './verdict.ts'

/** A capability that an incident's words speak of. */
export interface Told {
  effect: Effect | null
  /** Only ever named beside the part it carries. */
  beside: boolean
  /** Hit only as far as attachments go. */
  ofPart: boolean
  readonly because: Because[]
}

/** What the title and the live updates of an incident add up to, whichever pod is asked about. */
export interface IncidentReading {
  readonly pods: ReadonlyMap<string, Because>
  /** Left out where all pods are named. */
  readonly exceptPods: ReadonlySet<string>
  readonly told: ReadonlyMap<string, Told>
  /** Capabilities named without a word of trouble. */
  readonly named: ReadonlyMap<string, Because>
  /** Capabilities that the latest words about them say work. */
  readonly fine: ReadonlyMap<string, Because>
  /** Whether something that was hit is said to work again. */
  readonly recovered: boolean
  /** The worst symptom of nothing in particular. */
  readonly loose: { readonly effect: Effect; readonly because: Because } | null
}

export type SentenceReader = (text: string, isTitle: boolean) => SentenceReading

/** The same boilerplate stands in many updates: each sentence is read once per document. */
export const sentenceReader = (book: Phrasebook, vendor: Vendor): SentenceReader => {
  const known = new Map<string, SentenceReading>()
  return (text, isTitle) => {
    const key = isTitle ? `#${text}` : text
    const reading = known.get(key) ?? readSentence(text, isTitle, book, vendor)
    known.set(key, reading)
    return reading
  }
}

export const isOver = (phase: string): boolean => /^(?:resolved|postmortem|completed)$/.test(phase)

/** Live updates, oldest first. After a reopening only what came since counts, if that says anything at all. */
const liveUpdates = (updates: readonly Update[]): { live: Update[]; earlier: Update[] } => {
  const resolved = updates.findIndex(({ phase }) => isOver(phase))
  const since = resolved < 0 ? updates : updates.slice(0, resolved)
  const before = resolved < 0 ? [] : updates.slice(resolved).filter(({ phase }) => !isOver(phase))
  return { live: [...since].reverse(), earlier: before.reverse() }
}

const MOST_SENTENCES = 6

export const readIncident = (incident: Incident, read: SentenceReader, vendor: Vendor): IncidentReading => {
  const pods = new Map<string, Because>()
  const exceptPods = new Set<string>()
  const contextPods = new Map<string, Because>()
  const told = new Map<string, Told>()
  const fine = new Map<string, Because>()
  const named = new Map<string, Because>()
  const over = new Set<string>()
  let loose: IncidentReading['loose'] = null
  let recovered = false

  const add = (text: string, source: 'title' | 'update'): void => {
    const freed: (Fine & { because: Because })[] = []
    const closed: string[] = []
    for (const sentence of source === 'title' ? sentencesOfTitle(text) : sentencesOf(text)) {
      const reading = read(sentence, source === 'title')
      const because: Because = { source, text: sentence }
      for (const pod of reading.pods) if (!pods.has(pod)) pods.set(pod, because)
      for (const pod of reading.exceptPods) exceptPods.add(pod)
      for (const pod of reading.contextPods) if (!contextPods.has(pod)) contextPods.set(pod, because)
      for (const { capability, effect, beside, ofPart } of reading.hits) {
        const before = told.get(capability)
        const reasons = before?.because ?? []
        const known = reasons.some((reason) => reason.text === sentence)
        if (!known && reasons.length < MOST_SENTENCES) reasons.push(because)
        told.set(capability, {
          effect: worse(effect, before?.effect ?? null),
          beside: beside && (before?.beside ?? true),
          ofPart:
            effect === null ? (before?.ofPart ?? false) : ofPart && (before?.effect == null || before.ofPart),
          because: reasons,
        })
        fine.delete(capability)
        over.delete(capability)
      }
      if (reading.loose !== null && worse(loose?.effect ?? null, reading.loose) !== loose?.effect)
        loose = { effect: reading.loose, because }
      for (const capability of reading.named) named.set(capability, because)
      freed.push(...reading.fine.map((good) => ({ ...good, because })))
      closed.push(...reading.over)
    }
    // Templates repeat the old complaint in the update that says a thing works again: the good word wins there.
    for (const { capability, narrowed, because, pods: where } of freed) {
      // "Chat works in Prod2" frees nothing in Prod1.
      const everywhere =
        where.length === 0 || (pods.size > 0 && [...pods.keys()].every((pod) => where.includes(pod)))
      if (!everywhere && told.has(capability)) continue
      const before = told.get(capability)
      const sameKind =
        narrowed === null || before?.because.some((reason) => reason.text.toLowerCase().includes(narrowed))
      if (before !== undefined && (before.ofPart || !sameKind)) continue
      if (told.delete(capability)) recovered = true
      fine.set(capability, because)
    }
    for (const capability of closed) over.add(capability)
  }

  const { live, earlier } = liveUpdates(incident.updates)
  add(incident.title, 'title')
  for (const update of live) add(update.text, 'update')
  if (told.size === 0) for (const update of earlier) add(update.text, 'update')
  // What is taken up again is where it was.
  if (pods.size === 0)
    for (const { text } of earlier)
      for (const sentence of sentencesOf(text))
        for (const pod of read(sentence, false).pods) pods.set(pod, { source: 'update', text: sentence })

  if ([...told.keys()].some((capability) => !over.has(capability)))
    for (const capability of over) told.delete(capability)
  return {
    pods: pods.size > 0 ? pods : contextPods,
    exceptPods,
    told: settled(incident, told, vendor),
    named,
    fine,
    recovered,
    loose,
  }
}

/** Attachments without a channel belong to chat, unless the incident is about other channels alone. */
const settled = (incident: Incident, told: Map<string, Told>, vendor: Vendor): Map<string, Told> => {
  const { capability: part, of } = vendor.part
  const open = told.get(`${part}?`)
  if (open !== undefined) {
    told.delete(`${part}?`)
    const listed = incident.components.map(({ name }) => vendor.components.get(name.toLowerCase()) ?? '')
    const channels = [...told.keys(), ...listed].filter((name) =>
      vendor.everyChannel.capabilities.includes(name),
    )
    const others = channels.filter((name) => name !== of)
    const owners = others.length > 0 && !channels.includes(of) && !told.has(part) ? others : [part]
    for (const owner of owners) {
      const before = told.get(owner)
      told.set(owner, {
        effect: worse(open.effect, before?.effect ?? null),
        beside: false,
        ofPart: owner !== part,
        because: [...(before?.because ?? []), ...open.because].slice(0, MOST_SENTENCES),
      })
    }
  }
  const carrier = told.get(of)
  if (told.has(part) && carrier !== undefined && (carrier.beside || carrier.effect === null)) told.delete(of)
  return told
}

export const namesPod = (reading: IncidentReading, pod: string): Because | undefined =>
  reading.pods.get(pod) ?? (reading.exceptPods.has(pod) ? undefined : reading.pods.get(EVERY_POD))
