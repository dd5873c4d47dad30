import type { Incident, Update } from '../feed/snapshot.ts'
import type { Vendor } from '../vendors/vendor.ts'
import { worse } from './effects.ts'
import { EVERY_POD } from './pods.ts'
import type { Lexicon } from './reading/lexicon.ts'
import { readSentence, type SentenceReading, type Working } from './reading/sentence.ts'
import { sentencesOf, sentencesOfTitle } from './reading/sentences.ts'
import type { Because, Effect } from './verdict.ts'

/** A capability that an incident's words speak of. */
export interface Affected {
  effect: Effect | null
  /** Only ever named beside the part it carries. */
  beside: boolean
  /** Affected only as far as attachments go. */
  ofPart: boolean
  /** At which text it was said last; the title is 0. */
  text: number
  /** Every sentence that says so, in lower case: what works again must be all that they speak of. */
  readonly sentences: string[]
  readonly because: Because[]
}

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

interface Read {
  readonly sentence: string
  readonly reading: SentenceReading
}

/** What the sentences of a text say. */
export type TextReader = (text: string, isTitle: boolean) => readonly Read[]

/** The same boilerplate stands in many updates: each text, and each sentence, is read once per document. */
export const textReader = (lexicon: Lexicon, vendor: Vendor): TextReader => {
  const sentences = new Map<string, Read>()
  const texts = new Map<string, readonly Read[]>()
  return (text, isTitle) => {
    const read = (sentence: string): Read => {
      const key = isTitle ? `#${sentence}` : sentence
      const made = sentences.get(key) ?? {
        sentence,
        reading: readSentence(sentence, isTitle, lexicon, vendor),
      }
      sentences.set(key, made)
      return made
    }
    const key = isTitle ? `#${text}` : text
    const made = texts.get(key) ?? carried((isTitle ? sentencesOfTitle(text) : sentencesOf(text)).map(read))
    texts.set(key, made)
    return made
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

/** "In Prod1 texts are not sent. In Prod2 they are late.": the second sentence speaks of what the first one named. */
const carried = (readings: readonly Read[]): Read[] => {
  let last: SentenceReading['findings'] = []
  return readings.map(({ sentence, reading }) => {
    const { loose, pods, findings } = reading
    if (findings.length > 0) last = findings
    if (loose === null || pods.length === 0 || findings.length > 0) return { sentence, reading }
    const same = last.map((finding) => ({ ...finding, effect: finding.beside ? null : loose }))
    return { sentence, reading: same.length > 0 ? { ...reading, loose: null, findings: same } : reading }
  })
}

const MOST_SENTENCES = 6
const MOST_KEPT = 40

/** "send" is in "sending" and in "sent". */
const rootOf = (word: string): string => word.slice(0, Math.max(3, word.length - 3))

/** What works again is all that was said to be affected only where every word that narrows it narrowed that too. */
const coversAll = ({ qualifiers }: Working, before: Affected | undefined): boolean =>
  qualifiers.length === 0 ||
  (before !== undefined &&
    before.sentences.length < MOST_KEPT &&
    qualifiers.every((word) => before.sentences.every((sentence) => sentence.includes(rootOf(word)))))

export const readIncident = (
  incident: Incident,
  pod: string,
  read: TextReader,
  vendor: Vendor,
): IncidentReading => {
  const pods = new Map<string, Because>()
  const sparedPods = new Set<string>()
  const contextPods = new Map<string, Because>()
  const affected = new Map<string, Affected>()
  const working = new Map<string, Because>()
  const named = new Map<string, Because>()
  const hints: { capability: string; effect: Effect | null; because: Because }[] = []
  const over = new Set<string>()
  let loose: IncidentReading['loose'] = null
  let recovered = false
  let isDoubted = false
  let texts = -1

  /** A pod that recovers beside others is spared; the only one that was named has its incident still open. */
  const spare = (one: string): void => {
    if (pods.size > 1 || !pods.has(one)) {
      sparedPods.add(one)
      pods.delete(one)
    } else if (one === pod) {
      affected.clear()
      loose = null
      recovered = true
    }
  }

  const free = (one: Working, because: Because): void => {
    const { capability, pods: where, byDoing } = one
    const before = affected.get(capability)
    // "Chat works in Prod2" frees nothing in Prod1.
    if (where.length > 0 && !where.includes(pod) && !where.includes(EVERY_POD)) return
    if (before?.ofPart || !coversAll(one, before)) return
    // "Timelines load" is news only where something else was said before; the title stands.
    if (byDoing && (before === undefined || before.text === texts || before.because[0]?.source === 'title'))
      return
    // "No delays in search" says nothing of errors.
    if (one.denied !== null && before !== undefined && before.effect !== null && before.effect !== one.denied)
      return
    // What can be reached may still be slow.
    if (one.reachable && before !== undefined && before.effect !== null && before.effect !== 'down') return
    if (affected.delete(capability)) {
      recovered = true
      if (affected.size === 0 && where.includes(pod) && pods.size > 1) spare(pod)
    }
    working.set(capability, because)
  }

  const add = (text: string, source: 'title' | 'update'): void => {
    texts++
    const closed: string[] = []
    const readings = read(text, source === 'title')
    // A text that tells pod by pod what each has gives every pod its own.
    const isOwn = ({ findings, pods: where }: SentenceReading): boolean =>
      findings.length > 0 && where.includes(pod)
    const apart = readings.some(({ reading }) => isOwn(reading))
    for (const { sentence, reading } of readings) {
      const isOthers =
        apart && reading.pods.length > 0 && !reading.pods.includes(pod) && !reading.pods.includes(EVERY_POD)
      const because: Because = { source, text: sentence }
      for (const one of reading.pods) {
        if (!pods.has(one)) pods.set(one, because)
        sparedPods.delete(one)
      }
      for (const one of reading.sparedPods) spare(one)
      isDoubted ||= reading.doubtedPods.includes(pod)
      for (const one of reading.contextPods) if (!contextPods.has(one)) contextPods.set(one, because)
      for (const { capability, effect, beside, ofPart, hint, unless } of isOthers ? [] : reading.findings) {
        if (unless.some((other) => affected.has(other))) continue
        if (hint && !affected.has(capability)) {
          hints.push({ capability, effect, because })
          continue
        }
        const before = affected.get(capability)
        const reasons = before?.because ?? []
        const known = reasons.some((reason) => reason.text === sentence)
        if (!known && reasons.length < MOST_SENTENCES) reasons.push(because)
        const said = before?.sentences ?? []
        if (said.length < MOST_KEPT) said.push(sentence.toLowerCase())
        affected.set(capability, {
          effect: worse(effect, before?.effect ?? null),
          beside: beside && (before?.beside ?? true),
          ofPart:
            effect === null ? (before?.ofPart ?? false) : ofPart && (before?.effect == null || before.ofPart),
          text: texts,
          sentences: said,
          because: reasons,
        })
        working.delete(capability)
        over.delete(capability)
      }
      if (reading.loose !== null && worse(loose?.effect ?? null, reading.loose) !== loose?.effect)
        loose = { effect: reading.loose, because }
      for (const capability of reading.named) named.set(capability, because)
      // Where one sentence says both, one half works and the other does not.
      for (const one of reading.working)
        if (!reading.findings.some(({ capability }) => capability === one.capability)) free(one, because)
      closed.push(...reading.over)
    }
    for (const capability of closed) over.add(capability)
  }

  const { live, earlier } = liveUpdates(incident.updates)
  add(incident.title, 'title')
  for (const update of live) add(update.text, 'update')
  if (affected.size === 0) for (const update of earlier) add(update.text, 'update')
  // People and things stand for a capability only where the incident names nothing else.
  if (affected.size === 0 && !recovered)
    for (const { capability, effect, because } of hints)
      affected.set(capability, {
        effect: worse(effect, affected.get(capability)?.effect ?? null),
        beside: false,
        ofPart: false,
        text: texts,
        sentences: [],
        because: [because],
      })
  // What is taken up again is where it was.
  if (pods.size === 0)
    for (const { text } of earlier)
      for (const { sentence, reading } of read(text, false))
        for (const one of reading.pods) pods.set(one, { source: 'update', text: sentence })

  if ([...affected.keys()].some((capability) => !over.has(capability)))
    for (const capability of over) affected.delete(capability)
  return {
    pods: pods.size > 0 ? pods : contextPods,
    sparedPods,
    isDoubted,
    affected: settled(incident, affected, vendor),
    named,
    working,
    recovered,
    loose,
  }
}

/** Attachments without a channel belong to chat, unless the incident is about other channels alone. */
const settled = (
  incident: Incident,
  affected: Map<string, Affected>,
  vendor: Vendor,
): Map<string, Affected> => {
  const { capability: part, of } = vendor.part
  const open = affected.get(`${part}?`)
  if (open !== undefined) {
    affected.delete(`${part}?`)
    const listed = incident.components.map(({ name }) => vendor.components.get(name.toLowerCase()) ?? '')
    const channels = [...affected.keys(), ...listed].filter((name) =>
      vendor.everyChannel.capabilities.includes(name),
    )
    const others = channels.filter((name) => name !== of)
    const owners = others.length > 0 && !channels.includes(of) && !affected.has(part) ? others : [part]
    for (const owner of owners) {
      const before = affected.get(owner)
      affected.set(owner, {
        effect: worse(open.effect, before?.effect ?? null),
        beside: false,
        ofPart: owner !== part,
        text: open.text,
        sentences: [...(before?.sentences ?? []), ...open.sentences],
        because: [...(before?.because ?? []), ...open.because].slice(0, MOST_SENTENCES),
      })
    }
  }
  const carrier = affected.get(of)
  if (affected.has(part) && carrier !== undefined && (carrier.beside || carrier.effect === null))
    affected.delete(of)
  return affected
}

export const namesPod = (reading: IncidentReading, pod: string): Because | undefined =>
  reading.pods.get(pod) ?? (reading.sparedPods.has(pod) ? undefined : reading.pods.get(EVERY_POD))
