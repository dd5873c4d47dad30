import type { Judgement } from '../../shared/model/verdict.ts'
import { endedOn, mayHaveMissed, type Past, seenToEnd, withFound } from '../domain/past.ts'
import { viewOf } from '../domain/podView.ts'
import { lastAnswerIn } from '../storage/lastAnswer.ts'
import type { Store } from '../storage/store.ts'
import type { Values } from '../storage/storedKeys.ts'
import type { BackFill } from './backFill.ts'
import type { BackgroundPorts, TaskQueue } from './ports.ts'

/** What was known before an answer came, and what is since. */
export interface Heard {
  readonly before: Values
  readonly after: Values
  /** The address that answered, and when. */
  readonly host: string
  readonly at: number
}

/** Keeps what ended: what was seen to, and what the page's own list of incidents knows beyond that. */
export type LookBack = (heard: Heard) => Promise<void>

/** The pods as they were when the news came, however old that is by now. */
const judgementsIn = (values: Values): readonly Judgement[] => {
  const answer = lastAnswerIn(values)
  const then = { ...values.settings, ignored: [] }
  return viewOf({ ...answer, trouble: null }, then, [], answer.at ?? 0).pods.map(({ all }) => all)
}

export const createLookBack = (
  { clock }: Pick<BackgroundPorts, 'clock'>,
  store: Store,
  enqueue: TaskQueue,
  backFill: BackFill,
): LookBack => {
  const keep = (found: readonly Past[]): Promise<void> =>
    enqueue(async () => {
      const { past, settings } = (await store.read()).values
      // Everything may have been deleted while the list was on its way.
      const watched = found.filter(({ pod }) => settings.pods.includes(pod))
      const next = withFound(past, watched, clock())
      if (JSON.stringify(next) !== JSON.stringify(past)) await store.save({ past: [...next] })
    })

  return async ({ before, after, host, at }) => {
    const now = judgementsIn(after)
    const pairs = judgementsIn(before).flatMap((then) => {
      const next = now.find(({ pod }) => pod === then.pod)
      return next ? [[then, next] as const] : []
    })
    await keep(pairs.flatMap(([then, next]) => seenToEnd(then, next, at)))
    const { news } = lastAnswerIn(after)
    if (news?.kind !== 'page') return
    const isGap = pairs.some(([then, next]) => mayHaveMissed(then, next, at))
    const list = await backFill({ before, after, host, mayHaveMissed: isGap })
    if (list === null || !isGap) return
    await keep(endedOn(after.settings.pods, list, news.snapshot, clock()))
  }
}
