import { worse } from '../../model/effects.ts'
import { BOTH_PODS, EVERY_POD, OTHER_PODS } from '../../model/pod.ts'
import type { Because, Effect } from '../../model/verdict.ts'
import type { Finding } from '../reading/attachmentsPart.ts'
import type { SentenceReading } from '../reading/sentence.ts'
import type { Working } from '../reading/statements.ts'
import { type Affected, isTakenBack, withFinding } from './affected.ts'
import type { ReadSentence } from './texts.ts'

/** What the sentences of an incident, read one after the other, add up to for a pod. */
export const createSum = (pod: string) => {
  const pods = new Map<string, Because>()
  const sparedPods = new Set<string>()
  /** Pods that were affected and are said to be well again. */
  const recoveredPods = new Map<string, Because>()
  const contextPods = new Map<string, Because>()
  const affected = new Map<string, Affected>()
  const working = new Map<string, Because>()
  const named = new Map<string, Because>()
  const hints: { finding: Finding; because: Because }[] = []
  const over = new Set<string>()
  let loose: { readonly effect: Effect; readonly because: Because } | null = null
  let recovered = false
  let isDoubted = false
  /** Which text is being read; the title is 0. */
  let text = -1

  const isOfPod = (where: readonly string[]): boolean => where.includes(pod) || where.includes(EVERY_POD)

  /** A pod that recovers beside others is spared; the only one that was named has its incident still open. */
  const spare = (one: string, because: Because): void => {
    if (pods.has(one) || pods.size === 0) recoveredPods.set(one, because)
    if (pods.size > 1 || !pods.has(one)) {
      sparedPods.add(one)
      pods.delete(one)
    } else if (one === pod) {
      affected.clear()
      loose = null
      recovered = true
    }
  }

  /** "Both pods" are those that were named, where two were; "other pods" may be any. */
  const resolved = (where: readonly string[]): readonly string[] => {
    if (!where.includes(BOTH_PODS) && !where.includes(OTHER_PODS)) return where
    const named = [...new Set([...pods.keys(), ...sparedPods])].filter((one) => one !== EVERY_POD)
    const both = named.length === 2 ? named : [EVERY_POD]
    return where.flatMap((one) => (one === BOTH_PODS ? both : one === OTHER_PODS ? EVERY_POD : one))
  }

  const addPods = (reading: SentenceReading, because: Because): void => {
    for (const one of resolved(reading.pods)) {
      if (!pods.has(one)) pods.set(one, because)
      if (one === EVERY_POD) sparedPods.clear()
      sparedPods.delete(one)
    }
    for (const one of resolved(reading.sparedPods.filter((other) => other !== OTHER_PODS)))
      spare(one, because)
    const { doubtedPods } = reading
    isDoubted ||= doubtedPods.includes(pod) || doubtedPods.includes(OTHER_PODS)
    for (const one of reading.contextPods) if (!contextPods.has(one)) contextPods.set(one, because)
  }

  const addFinding = (finding: Finding, because: Because): void => {
    const { capability, hint, unless } = finding
    if (unless.some((other) => affected.has(other))) return
    if (hint && !affected.has(capability)) {
      hints.push({ finding, because })
      return
    }
    affected.set(capability, withFinding(affected.get(capability), finding, because, text))
    working.delete(capability)
    over.delete(capability)
  }

  const addWorking = (one: Working, because: Because): void => {
    const { capability, pods: where } = one
    // "Chat works in Prod2" frees nothing in Prod1.
    if (where.length > 0 && !isOfPod(where)) return
    if (!isTakenBack(affected.get(capability), one, text)) return
    if (affected.delete(capability)) {
      recovered = true
      if (affected.size === 0 && where.includes(pod) && pods.size > 1) spare(pod, because)
    }
    working.set(capability, because)
  }

  /** "Both pods have recovered. || Errors have returned.": trouble that names no pod is that of those which recovered. */
  const reopen = ({ findings, loose: trouble, isReopened, ...reading }: SentenceReading): void => {
    const names = reading.pods.length + reading.sparedPods.length > 0
    const isTrouble = findings.length > 0 || trouble !== null
    if (names || !(isReopened || (isTrouble && pods.size === 0))) return
    for (const [one, because] of recoveredPods) {
      pods.set(one, because)
      sparedPods.delete(one)
    }
    if (isReopened) recovered = false
  }

  const addSentence = (reading: SentenceReading, because: Because, isOthers: boolean): void => {
    addPods(reading, because)
    reopen(reading)
    if (!isOthers) for (const finding of reading.findings) addFinding(finding, because)
    if (reading.loose !== null) {
      // "Chat works. Customers still cannot send messages."
      recovered = false
      working.clear()
      if (worse(loose?.effect ?? null, reading.loose) !== loose?.effect)
        loose = { effect: reading.loose, because }
    }
    for (const capability of reading.named) named.set(capability, because)
    // Where one sentence says both, one half works and the other does not.
    for (const one of reading.working)
      if (!reading.findings.some(({ capability }) => capability === one.capability)) addWorking(one, because)
  }

  return {
    /** A text that tells pod by pod what each has gives every pod its own. */
    add(sentences: readonly ReadSentence[], source: 'title' | 'update'): void {
      text++
      const isByPod = sentences.some(
        ({ reading }) => reading.findings.length > 0 && reading.pods.includes(pod),
      )
      for (const { sentence, reading } of sentences)
        addSentence(
          reading,
          { source, text: sentence },
          isByPod && reading.pods.length > 0 && !isOfPod(reading.pods),
        )
      for (const { reading } of sentences) for (const capability of reading.over) over.add(capability)
    },

    isEmpty: (): boolean => affected.size === 0,

    /** What is taken up again is where it was. */
    addEarlierPods(sentences: readonly ReadSentence[]): void {
      for (const { sentence, reading } of sentences)
        for (const one of reading.pods) pods.set(one, { source: 'update', text: sentence })
    },

    namesPods: (): boolean => pods.size > 0,

    end() {
      // People and things stand for a capability only where the incident names nothing else.
      if (affected.size === 0 && !recovered)
        for (const { finding, because } of hints)
          affected.set(
            finding.capability,
            withFinding(affected.get(finding.capability), finding, because, text),
          )
      // Where all of it is said to be over while the incident is open, its words still tell what it is about.
      if ([...affected.keys()].some((capability) => !over.has(capability)))
        for (const capability of over) affected.delete(capability)
      return {
        pods: pods.size > 0 ? pods : contextPods,
        sparedPods,
        isDoubted,
        affected,
        named,
        working,
        recovered,
        loose,
      }
    },
  }
}
