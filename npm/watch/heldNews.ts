import type { Before } from '../../shared/feed/fetchedAt.ts'
import type { News } from '../../shared/feed/news.ts'
import { unknown } from '../../shared/judge/judge.ts'
import { judgementOf } from '../../shared/judge/judgementOf.ts'
import { ageOf } from '../../shared/model/age.ts'
import { STALE } from '../../shared/model/limits.ts'
import type { Judgement, Reason } from '../../shared/model/verdict.ts'
import type { Timer } from '../../shared/polling/ports.ts'
import type { KeptVerdict } from './watchRecord.ts'

/** What was heard last, from the feed or from another page, until it is too old to be told. */
export const createHeldNews = (clock: () => number, timer: Timer, onStale: () => void) => {
  let own: { readonly news: News; readonly at: number; readonly fetched: number | null } | null = null
  let kept: ReadonlyMap<string, KeptVerdict> = new Map()
  /** Why the last request brought nothing. */
  let trouble: Reason | null = null
  let lost: Reason = 'never-asked'
  let cancel = (): void => undefined

  /** By a timer too: a clock that is set back would make old news look young. */
  const watchAge = (at: number): void => {
    cancel()
    cancel = timer(Math.max(0, at + STALE + 1 - clock()), () => drop('stale'))
  }
  const clear = (why: Reason): void => {
    cancel()
    own = null
    kept = new Map()
    lost = why
  }
  const drop = (why: Reason): void => {
    clear(why)
    onStale()
  }

  const isOwnNewer = (other: KeptVerdict): boolean => own !== null && own.at > other.asOf
  const verdictOf = (pod: string): Judgement => {
    const now = clock()
    const other = kept.get(pod)
    if (other && !isOwnNewer(other)) {
      // By the clock as it is now, and not as it was when it was read.
      const { answer, asOf } = other
      const verdict = judgementOf({ ...answer, trouble }, pod, now)
      return ageOf(asOf, now) === 'stale' ? unknown(pod, trouble ?? 'stale', asOf) : verdict
    }
    return own ? judgementOf({ ...own, trouble }, pod, now) : unknown(pod, trouble ?? lost)
  }

  /** When what is known of a pod was asked for; 0 where nothing is. */
  const askedAt = (pod: string): number => Math.max(kept.get(pod)?.asOf ?? 0, own?.at ?? 0)

  return {
    verdictOf,
    askedAt,
    /** What was heard last from the feed by this page itself. */
    last: (): Before => own ?? { news: null, at: null },
    /** Whether there is something to tell of a pod that is not too old. */
    isKnown: (pod: string): boolean => ageOf(askedAt(pod), clock()) !== 'stale',
    take: (news: News, at: number, fetched: number | null): void => {
      own = { news, at, fetched }
      kept = new Map()
      trouble = null
      watchAge(at)
    },
    /** Takes what another page heard. What it did not look for is still as it was. */
    takeKept: (verdicts: ReadonlyMap<string, KeptVerdict>, why: Reason | null): void => {
      trouble = why
      if (verdicts.size === 0) return
      kept = verdicts
      watchAge(Math.max(...[...verdicts.values()].map(({ asOf }) => asOf)))
    },
    fail: (reason: Reason): void => {
      trouble = reason
    },
    clear,
    /** As if nothing had been asked. */
    forget: (): void => {
      clear('never-asked')
      trouble = null
    },
  }
}
