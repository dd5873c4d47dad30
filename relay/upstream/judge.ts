import { createJudge } from '../../shared/judge/judge.ts'
import { promiseOf } from '../../shared/judge/nextUpdate/nextUpdate.ts'
import { isRow } from '../../shared/model/guards.ts'
import { podOfGroup } from '../../shared/model/pod.ts'
import type { Snapshot } from '../../shared/model/snapshot.ts'
import type { Judgement } from '../../shared/model/verdict.ts'
import type { Vendor } from '../../shared/vendors/vendor.ts'
import type { News, PodNews } from './source.ts'

/** A page that names more pods than this has a mistake in it. */
const MOST_PODS = 50

/** The pods of the vendor's file and of the page, in order. */
export const podsOf = (snapshot: Snapshot, vendor: Vendor): string[] => {
  const listed = snapshot.groups.map(({ name }) => podOfGroup(name)).filter((pod) => pod !== null)
  const spoken = snapshot.incidents.flatMap(({ title, updates }) =>
    [title, ...updates.map(({ text }) => text)].flatMap(podsIn),
  )
  const all = [...new Set<string>([...vendor.pods.keys(), ...listed, ...spoken])]
  return all.sort((a, b) => numberOf(a) - numberOf(b)).slice(0, MOST_PODS)
}

const numberOf = (pod: string): number => Number(pod.replace(/\D/g, ''))

const podsIn = (text: string): string[] =>
  [...text.matchAll(/\b(?:prod|pod)[\s_-]*[1-9]\d?\b/gi)].flatMap(([name]) => podOfGroup(name) ?? [])

const inOrder = (_: string, value: unknown): unknown =>
  isRow(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value

/** A text that is the same for the same content: rows from the store have their keys in another order. */
const textOf = (value: unknown): string => JSON.stringify(value, inOrder)

/** What tells a verdict from the one before: everything but its age, and what the clock alone makes of a promise. */
const contentOf = ({ nextUpdate, ...rest }: Judgement): string =>
  textOf({ ...rest, asOf: null, due: nextUpdate?.due ?? null })

/** Makes the function that judges a document for all pods, once each, and numbers what changed. */
export const createPublisher = (vendor: Vendor) => {
  const judge = createJudge(vendor, promiseOf)
  return (
    snapshot: Snapshot,
    at: { readonly now: number; readonly fetchedAt: number },
    before: News,
    isSameDocument: boolean,
  ): { readonly news: News; readonly changed: readonly PodNews[] } => {
    const known = new Map(before.pods.map((one) => [one.pod, one]))
    // One count for all pods: a pod that was gone for a while must not get a number that it had before.
    const nextNumber = before.revision + 1
    const pods = podsOf(snapshot, vendor).map((pod): PodNews => {
      const judgement = { ...judge(snapshot, pod, at), asOf: null }
      const last = known.get(pod)
      const isSame = last !== undefined && contentOf(last.judgement) === contentOf(judgement)
      return { pod, judgement, number: isSame ? last.number : nextNumber }
    })
    const changed = pods.filter(({ pod, number }) => known.get(pod)?.number !== number)
    // An update that became overdue is no change to tell, but readers must get it.
    const isSame = isSameDocument && textOf(pods) === textOf(before.pods)
    const document = isSameDocument ? before.document : nextNumber
    return {
      news: { ...before, pods, document, revision: isSame ? before.revision : nextNumber },
      changed,
    }
  }
}
