import { readRelay } from '../../shared/feed/relay.ts'
import type { LastAnswer } from '../../shared/judge/judgementOf.ts'
import { ageOf, SLACK } from '../../shared/model/age.ts'
import { isRow, rowsOf, timeOf } from '../../shared/model/guards.ts'
import { podOf } from '../../shared/model/pod.ts'
import { type Judgement, REASONS, type Reason } from '../../shared/model/verdict.ts'
import type { Newest } from '../../shared/polling/oldCopy.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

// What the pages of a site share, or a program finds again when it begins anew. Anybody may have written there.

const VERSION = 1

/**
 * Storage is not ours alone: beyond this many characters the reasons go, then the pods that nobody watches here, and
 * where that is not enough all verdicts. Of a verdict nothing else is left out: the rest would not be the whole truth.
 */
const MOST = 6000
/** Nobody works with more pods than this. */
const MOST_PODS = 8

/** A verdict that was kept, as the answer of a relay: what it is worth depends on its age. */
export interface KeptVerdict {
  readonly verdict: Judgement
  readonly answer: LastAnswer
  readonly asOf: number
}

export interface WatchRecord {
  /** The addresses that were asked. */
  readonly feed: string
  /** The poller's row, for the poller to read. */
  readonly row: unknown
  /** When the last answer came; 0 where none did. */
  readonly at: number
  readonly newest: Newest
  /** Why the last request brought nothing; null where it did. */
  readonly trouble: Reason | null
  readonly verdicts: ReadonlyMap<string, KeptVerdict>
}

const past = (value: unknown, now: number): number =>
  typeof value === 'number' && value >= 0 && value <= now + SLACK ? value : 0

const keptVerdict = (value: unknown, now: number): KeptVerdict | null => {
  const asOf = isRow(value) ? timeOf(value['asOf']) : null
  if (asOf === null || ageOf(asOf, now) === 'stale') return null
  const read = readRelay(
    {
      podlight: 1,
      vendor: kustomer.id,
      page: kustomer.page.id,
      age: 0,
      verdict: value,
    },
    kustomer,
  )
  const verdict = read.ok ? read.value.judgements[0] : undefined
  if (!read.ok || verdict === undefined || podOf(verdict.pod) !== verdict.pod) return null
  return {
    verdict,
    asOf,
    answer: { news: { kind: 'relay', relayed: read.value }, at: asOf, trouble: null },
  }
}

/** Reads what was kept; null where it is no record of ours. */
export const readRecord = (text: string, now: number): WatchRecord | null => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRow(value) || value['version'] !== VERSION || typeof value['feed'] !== 'string') return null
  const kept = rowsOf(value['verdicts'])
    .slice(0, MOST_PODS)
    .map((row) => keptVerdict(row, now))
    .filter((one) => one !== null)
  return {
    feed: value['feed'],
    row: value['row'],
    at: past(value['at'], now),
    newest: { published: past(value['published'], now), at: past(value['publishedAt'], now) },
    trouble: REASONS.find((reason) => reason === value['trouble']) ?? null,
    verdicts: new Map(kept.map((one) => [one.verdict.pod, one])),
  }
}

const withoutReasons = (verdict: Judgement): Judgement => ({
  ...verdict,
  impacts: verdict.impacts.map((impact) => ({ ...impact, because: [] })),
})

/** A record as a text that is never long. The first verdicts, so many, are of pods that are watched here. */
export const recordText = (
  { feed, row, at, newest, trouble }: Omit<WatchRecord, 'verdicts'>,
  verdicts: readonly Judgement[],
  watched = verdicts.length,
): string => {
  const textWith = (kept: readonly Judgement[]): string =>
    JSON.stringify({
      version: VERSION,
      feed,
      row,
      at,
      published: newest.published,
      publishedAt: newest.at,
      trouble,
      verdicts: kept,
    })
  const few = verdicts.slice(0, MOST_PODS)
  const short = few.map(withoutReasons)
  const texts = [few, short, short.slice(0, watched), []].map(textWith)
  return texts.find((text) => text.length <= MOST) ?? textWith([])
}
