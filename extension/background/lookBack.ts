import { readJson } from '../../shared/feed/body.ts'
import { readStatuspage } from '../../shared/feed/statusPage.ts'
import { MAX_BODY } from '../../shared/model/limits.ts'
import type { Snapshot } from '../../shared/model/snapshot.ts'
import type { Judgement } from '../../shared/model/verdict.ts'
import { streamedBody } from '../../shared/polling/body.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { MIRROR } from '../domain/feedAddress.ts'
import { endedOn, mayHaveMissed, type Past, seenToEnd, withFound } from '../domain/past.ts'
import { viewOf } from '../domain/podView.ts'
import { lastAnswerIn } from '../storage/lastAnswer.ts'
import type { Store } from '../storage/store.ts'
import type { Values } from '../storage/storedKeys.ts'
import { inTime } from './inTime.ts'
import type { PayFor } from './payFor.ts'
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

/** Beside the summary of a page stands its list of incidents; a relay has none, nor beside its mirror. */
const listBeside = (address: string): string | null =>
  address.endsWith('/summary.json') && !address.endsWith(MIRROR)
    ? address.replace(/summary\.json$/, 'incidents.json')
    : null

/** The pods as they were when the news came, however old that is by now. */
const judgementsIn = (values: Values): readonly Judgement[] => {
  const answer = lastAnswerIn(values)
  const then = { ...values.settings, ignored: [] }
  return viewOf({ ...answer, trouble: null }, then, [], answer.at ?? 0).pods.map(({ all }) => all)
}

export const createLookBack = (
  { clock, fetch, timer }: Pick<BackgroundPorts, 'clock' | 'fetch' | 'timer'>,
  store: Store,
  enqueue: TaskQueue,
  payFor: PayFor,
): LookBack => {
  const keep = (found: readonly Past[]): Promise<void> =>
    enqueue(async () => {
      const { past, settings } = (await store.read()).values
      // Everything may have been deleted while the list was on its way.
      const watched = found.filter(({ pod }) => settings.pods.includes(pod))
      const next = withFound(past, watched, clock())
      if (JSON.stringify(next) !== JSON.stringify(past)) await store.save({ past: [...next] })
    })

  const listAt = async (address: string): Promise<Snapshot | null> => {
    if ((await payFor(address)) !== 'paid') return null
    const body = await inTime(timer, async (signal) => {
      const reply = await fetch(address, { cache: 'no-cache', redirect: 'manual', signal })
      return reply.status === 200 ? streamedBody(() => new TextDecoder())(reply, MAX_BODY) : null
    })
    const json = readJson(body ?? '')
    const list = json.ok ? readStatuspage(json.value, kustomer) : json
    return list.ok ? list.value : null
  }

  return async ({ before, after, host, at }) => {
    const now = judgementsIn(after)
    const pairs = judgementsIn(before).flatMap((then) => {
      const next = now.find(({ pod }) => pod === then.pod)
      return next ? [[then, next] as const] : []
    })
    await keep(pairs.flatMap(([then, next]) => seenToEnd(then, next, at)))
    const address = listBeside(host)
    const { news } = lastAnswerIn(after)
    const isAsked = pairs.some(([then, next]) => mayHaveMissed(then, next, at))
    if (address === null || news?.kind !== 'page' || !isAsked) return
    const list = await listAt(address)
    if (list === null) return
    const pods = after.settings.pods
    await keep(endedOn(pods, list, news.snapshot, clock()))
  }
}
