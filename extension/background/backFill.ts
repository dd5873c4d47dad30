import { DAY } from '../../shared/model/limits.ts'
import { withTimeout } from '../../shared/polling/withTimeout.ts'
import { keptOf } from '../storage/history/incidents.ts'
import { lastAnswerIn } from '../storage/lastAnswer.ts'
import type { Store } from '../storage/store.ts'
import { type Filled, type List, type Values, VENDOR_PAGE } from '../storage/storedKeys.ts'
import { createPageLists, hasLists, type Listed, MOST_PAGES } from './pageLists.ts'
import type { PayFor } from './payFor.ts'
import type { BackgroundPorts, TaskQueue } from './ports.ts'
import { PATIENCE } from './refresh.ts'

type Known = NonNullable<Filled>

/** What is known of a feed's lists; of another feed's nothing. */
const filledIn = ({ filled, settings }: Values): Known => {
  const feed = settings.feed ?? VENDOR_PAGE
  return filled?.feed === feed ? filled : { feed, incidents: 0, maintenances: 0, open: [] }
}

/** A clock that was set back must not make anybody wait for years. */
const isDayAgo = (at: number, now: number): boolean => Math.abs(now - at) >= DAY

const workOn = (values: Values): readonly string[] => {
  const { news } = lastAnswerIn(values)
  const all = news?.kind === 'page' ? news.snapshot.maintenances : []
  return all.filter(({ phase }) => /^(in_progress|verifying)$/.test(phase)).map(({ id }) => id)
}

/** What was known before an answer came, what is since, and who gave it. */
interface Answered {
  readonly before: Values
  readonly after: Values
  readonly host: string
  /** Something may have ended that nobody saw. */
  readonly mayHaveMissed: boolean
}

/** The lists that are worth a request: each once, again where something may have been missed, and a day after a failure. */
const wanted = ({ before, after, mayHaveMissed }: Answered, now: number): readonly List[] => {
  const filled = filledIn(after)
  const isDue = (list: List): boolean =>
    filled[list] === 0 || (filled.open.includes(list) && isDayAgo(filled[list], now))
  const still = workOn(after)
  const isWorkGone = workOn(before).some((id) => !still.includes(id))
  const lists: List[] = []
  if (mayHaveMissed || isDue('incidents')) lists.push('incidents')
  if (isWorkGone || isDue('maintenances') || (mayHaveMissed && isDayAgo(filled.maintenances, now)))
    lists.push('maintenances')
  return lists
}

/** Fills the history from the page's own lists, and gives the list of incidents where that was asked for. */
export const createBackFill = (
  ports: Pick<BackgroundPorts, 'clock' | 'fetch' | 'history' | 'timer'>,
  store: Store,
  enqueue: TaskQueue,
  payFor: PayFor,
) => {
  const { clock, history, timer } = ports
  const ask = createPageLists(ports, payFor)

  /** Notes that a list is being asked for, or false: without that it would be asked for again and again. */
  const begin = (list: List, feed: string, last: number, now: number): Promise<boolean> =>
    enqueue(async () => {
      const { values } = await store.read()
      const filled = filledIn(values)
      // Another feed was chosen meanwhile, another answer came first, or everything was deleted.
      if (filled.feed !== feed || filled[list] !== last || values.settings.pods.length === 0) return false
      return store.save({ filled: { ...filled, [list]: now, open: [...new Set([...filled.open, list])] } })
    })

  const keep = (list: List, feed: string, begun: number, listed: Listed): Promise<unknown> =>
    enqueue(async () => {
      const { filled } = (await store.read()).values
      // Everything may have been deleted while the list was on its way.
      if (filled?.feed !== feed || filled[list] !== begun) return
      await withTimeout(timer, PATIENCE, history.keep(keptOf(listed), clock()), () => undefined)
      if (listed.isWhole)
        await store.save({ filled: { ...filled, open: filled.open.filter((one) => one !== list) } })
    })

  return async (answered: Answered): Promise<Listed | null> => {
    const { after, host } = answered
    const { feed, ...filled } = filledIn(after)
    let incidents: Listed | null = null
    if (!hasLists(host)) return null
    for (const list of wanted(answered, clock())) {
      // The page itself goes first; but what may have ended is of use today.
      const isUrgent = list === 'incidents' && answered.mayHaveMissed
      if ((await payFor(host, isUrgent ? 0 : 1)) !== 'paid') break
      const begun = clock()
      if (!(await begin(list, feed, filled[list], begun))) break
      // After a gap the first page tells enough.
      const isToFill = filled[list] === 0 || filled.open.includes(list)
      const listed = await ask(host, list, isToFill ? MOST_PAGES : 1)
      if (listed === null) continue
      if (list === 'incidents') incidents = listed
      await keep(list, feed, begun, listed).catch(() => undefined)
    }
    return incidents
  }
}
export type BackFill = ReturnType<typeof createBackFill>
