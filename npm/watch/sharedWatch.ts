import { fetchedAt } from '../../shared/feed/fetchedAt.ts'
import { type News, publishedAt, readNews } from '../../shared/feed/news.ts'
import { judgementOf } from '../../shared/judge/judgementOf.ts'
import { type Parsed, refused, taken } from '../../shared/model/parsed.ts'
import type { Pod } from '../../shared/model/verdict.ts'
import { streamedBody } from '../../shared/polling/body.ts'
import { isOldCopy, newestOf } from '../../shared/polling/oldCopy.ts'
import { createPoller } from '../../shared/polling/poller.ts'
import type { Outcome } from '../../shared/polling/ports.ts'
import { WELL } from '../../shared/polling/waits.ts'
import type { CheckedOptions } from './checkOptions.ts'
import { createHeldNews } from './heldNews.ts'
import { createListeners } from './listeners.ts'
import type { WatchPorts } from './ports.ts'
import { createRecordKeeper } from './recordKeeper.ts'
import type { WatchListener } from './watchOptions.ts'

/** What all watchers of a page or a program share. */
export interface SharedWatch {
  /** Begins to tell a listener; what it returns ends that. */
  add(options: CheckedOptions, listener: WatchListener): () => void
}

/** What can be asked for in one way at a time. */
type Setup = Pick<CheckedOptions, 'feed' | 'storage'>

const isSame = (one: Setup, other: Setup): boolean =>
  `${one.feed}` === `${other.feed}` && one.storage === other.storage

/** The poller at work, and what goes with it. */
interface Asker {
  /** Asks if that is due, once what was left is taken up again. */
  look(): void
  refreshNow(): void
  /** Ends it if nobody watches any more. A request under way is waited for: somebody may come again, and it is counted already. */
  endIfUnwatched(): void
  end(): void
}

/**
 * One poller, one bucket and one document for all who watch, however many pods they watch. It asks only while somebody
 * watches and the page is in sight.
 */
export const createSharedWatch = (ports: WatchPorts): SharedWatch => {
  const { clock, timer } = ports
  const held = createHeldNews(clock, timer, () => listeners.tellUnknown())
  const listeners = createListeners(ports.report, held.verdictOf, held.isKnown)
  const keeper = createRecordKeeper(clock, timer, ports.pageStore, ({ verdicts, trouble }, difference) => {
    if (difference === 'nothing') return
    held.takeKept(difference === 'news' ? verdicts : new Map(), trouble)
    if (difference === 'news') listeners.tellAll()
    else listeners.tellUnknown()
    // What others heard may have been too long to be kept whole. Then theirs is not waited for.
    const isLeftOut = (pod: Pod): boolean => !verdicts.has(pod) && clock() - held.askedAt(pod) > WELL
    if (difference === 'news' && asker !== null && listeners.pods().some(isLeftOut))
      timer(0, asker.refreshNow)
  })
  let setup: Setup | null = null
  let asker: Asker | null = null
  /** Nobody could be told that this page asked, so it asks no more. */
  let hasAskedAlone = false

  const parse = (body: string, host: string): Parsed<News> => {
    const read = readNews(body)
    if (!read.ok) return read
    const isOld = isOldCopy(publishedAt(read.value), keeper.newest(), clock())
    return isOld ? refused('old-copy', `an older copy from ${host}`) : taken(read.value)
  }

  const isAffected = (news: News): boolean => {
    const now = clock()
    return listeners
      .pods()
      .map((pod) => judgementOf({ news, at: now, trouble: null }, pod, now))
      .some(({ level }) => level !== 'ok' && level !== 'unknown')
  }

  const end = (): void => {
    asker?.end()
    asker = null
    // What was kept in storage can be read again. Where nothing is kept, what was heard is held on to.
    if (!hasAskedAlone) held.forget()
  }

  const hear = (outcome: Outcome<News>): void => {
    if (outcome.ok) {
      const { news, at, sent } = outcome
      held.take(news, at, sent?.fetched ?? null)
      keeper.keepNews(at, newestOf(publishedAt(news), keeper.newest().published, clock()), {
        pods: listeners.pods(),
        isPage: news.kind === 'page',
        verdictOf: held.verdictOf,
      })
      listeners.tellAll()
    } else if (outcome.reason === 'stale' || outcome.reason === 'never-asked') {
      // Of what another page heard since, the poller knows nothing; that has a timer of its own.
      if (keeper.isOfOthers()) return
      held.clear(outcome.reason)
      listeners.tellUnknown()
      return
    } else {
      held.fail(outcome.reason)
      keeper.keepTrouble(outcome.reason)
      listeners.tellUnknown()
    }
    if (!keeper.isLone()) return
    hasAskedAlone = true
    end()
  }

  const begin = ({ feed }: Setup): Asker => {
    let isBusy = false
    let isResting = ports.isHidden()
    const poller = createPoller<News, AbortSignal>({
      clock,
      timer,
      random: ports.random,
      isSaving: ports.isSaving,
      fetch: (url, init) => ports.fetch(url, init, keeper.isLone()),
      abort: () => new AbortController(),
      readBody: streamedBody(() => new TextDecoder()),
      parse,
      dateOf: (news, sent) => fetchedAt(news, sent, held.last()),
      isAffected,
      hosts: feed,
      store: keeper.rows,
      alone: async (task) => {
        isBusy = true
        try {
          await ports.alone(task)
        } finally {
          isBusy = false
          timer(0, own.endIfUnwatched)
        }
      },
      onChange: hear,
    })
    const resume = (): boolean => {
      if (!isResting || ports.isHidden() || listeners.isEmpty()) return false
      isResting = false
      void poller.enter()
      return true
    }
    // In a turn of its own: a lock that Firefox is asked for while it difference a page back is never given.
    const wakeSoon = (): void => void timer(0, () => resume() || poller.wake())
    const rest = (): void => {
      isResting = true
      poller.leave()
    }
    const own: Asker = {
      look: () => {
        if (!resume()) void poller.look()
      },
      refreshNow: () => void poller.refreshNow(),
      endIfUnwatched: () => {
        // Another may have begun since.
        if (asker !== own || !listeners.isEmpty()) return
        if (isBusy) rest()
        else end()
      },
      end: () => {
        unlisten()
        poller.stop()
      },
    }
    const unlisten = ports.listen({
      leave: rest,
      enter: wakeSoon,
      online: wakeSoon,
      stored: keeper.takeStored,
    })
    if (isResting) poller.leave()
    return own
  }

  /** Begins once what is kept was read: that may say all, and that nothing is due. */
  const start = async (pod: Pod): Promise<void> => {
    if (asker === null) await keeper.recall()
    if (listeners.isEmpty() || setup === null || hasAskedAlone) return
    asker ??= begin(setup)
    asker.look()
    // What others heard says nothing of this pod, so their next answer is not waited for.
    if (!held.isKnown(pod) && keeper.hasNews()) asker.refreshNow()
  }

  const prepare = (wanted: Setup): void => {
    if (setup !== null && isSame(setup, wanted)) return
    if (setup !== null && !listeners.isEmpty())
      throw new Error(
        `Podlight asks one feed at a time, with one storage. Now it asks ${setup.feed.join(' and ')}: end those who watch that first.`,
      )
    end()
    // Of another feed, what was heard before is no news.
    held.forget()
    setup = wanted
    hasAskedAlone = false
    keeper.use(wanted.feed, wanted.storage)
  }

  return {
    add: ({ pod, feed, storage }, listener) => {
      prepare({ feed, storage })
      const watching = listeners.add(pod, listener)
      void start(pod).then(watching.tellFirst)
      return () => {
        watching.end()
        timer(0, () => asker?.endIfUnwatched())
      }
    },
  }
}
