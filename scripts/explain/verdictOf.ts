import { readJson } from '../../shared/feed/body.ts'
import { readStatuspage } from '../../shared/feed/statusPage.ts'
import { createJudge, unknown } from '../../shared/judge/judge.ts'
import { promiseOf } from '../../shared/judge/nextUpdate/nextUpdate.ts'
import { isRow, textOf } from '../../shared/model/guards.ts'
import { type Parsed, taken } from '../../shared/model/parsed.ts'
import type { Snapshot } from '../../shared/model/snapshot.ts'
import type { Verdict } from '../../shared/model/verdict.ts'
import { badged } from '../../shared/text/universalVoice.ts'
import type { Vendor } from '../../shared/vendors/vendor.ts'
import { vendorOf } from './vendors.ts'

const judges = new Map<Vendor, ReturnType<typeof createJudge>>()

/** A judge reads all of a vendor's words first, which takes longer than judging. */
const judgeOf = (vendor: Vendor): ReturnType<typeof createJudge> => {
  const judge = judges.get(vendor) ?? createJudge(vendor, promiseOf)
  judges.set(vendor, judge)
  return judge
}

/** Says on whose page a document was, before it is read. */
const vendorOfDocument = (document: unknown): Vendor =>
  vendorOf(isRow(document) && isRow(document['page']) ? textOf(document['page']['id']) : null)

/** Judges a document as if it had just been fetched; now is the page's own time unless told otherwise. */
export const verdictOf = (
  feed: unknown,
  pod: string,
  now: number | null,
): { verdict: Verdict; snapshot: Snapshot | null; now: number } => {
  // A body that came as text, such as the web page of a feed that moved, is refused for what it is.
  const json = typeof feed === 'string' ? readJson(feed) : taken(feed)
  const vendor = vendorOfDocument(json.ok ? json.value : null)
  const parsed: Parsed<Snapshot> = json.ok ? readStatuspage(json.value, vendor) : json
  if (!parsed.ok)
    return {
      verdict: badged(unknown(pod, parsed.failure, now), now ?? 0, vendor),
      snapshot: null,
      now: now ?? 0,
    }
  const moment = now ?? parsed.value.updatedAt ?? latestTime(parsed.value)
  const judgement = judgeOf(vendor)(parsed.value, pod, { now: moment, fetchedAt: moment })
  return { verdict: badged(judgement, moment, vendor), snapshot: parsed.value, now: moment }
}

/** A page without a time of its own is as new as the newest thing on it. */
const latestTime = ({ incidents, components }: Snapshot): number =>
  [
    ...incidents.flatMap(({ updates }) => updates.map(({ at }) => at ?? 0)),
    ...(components ?? []).map(({ updatedAt }) => updatedAt ?? 0),
  ].reduce((latest, at) => Math.max(latest, at), 0)

interface Question {
  readonly id: string | number | null
  readonly pod: string
  readonly feed: unknown
}

/** An id is echoed, so it has to be something that can be printed. */
const idOf = (id: unknown): Question['id'] => (typeof id === 'string' || typeof id === 'number' ? id : null)

/** One line of the input; a line that is no question is answered as one whose document could not be read. */
export const questionOf = (line: string): Question => {
  try {
    const row: unknown = JSON.parse(line)
    if (isRow(row)) return { id: idOf(row['id']), pod: textOf(row['pod']) ?? '', feed: row['feed'] }
  } catch {
    // Answered as what it is.
  }
  console.error(`No question, and answered as unreadable: ${line.slice(0, 60)}`)
  return { id: null, pod: '', feed: null }
}
