import { SLACK } from '../../shared/model/age.ts'
import { type Log, messageOf } from '../log.ts'
import type { News, NewsReply, Source } from '../upstream/source.ts'

/** What this process knows, by its own clock. */
export interface Known {
  readonly news: News
  readonly revision: string
  /** When the document was fetched, by our own clock. */
  readonly at: number
  /** The same by the clock of whoever fetched it: it tells one fetch from the next. */
  readonly fetchedAt: number
}

/** The page's document, and the revision of the news that it belongs to. */
export interface PageText {
  readonly revision: string
  readonly text: string
}

/** How long an ordinary request may be answered from memory. */
export const READ_WITHIN = 5000
/** The same for event streams, which are to hear of changes sooner. */
export const LISTEN_WITHIN = 2000
/** The same while nothing is known at all. */
const COLD = 500
/** A request that has been asking for longer than this is taken for dead. */
const PATIENCE = 5000

/** How long ago that was. Infinity if it is in the future: the clock was set back. */
const since = (at: number, now: number): number => (now - at >= -SLACK ? now - at : Infinity)

export interface Memory {
  /** What is known and was learned within so many milliseconds, asking for it if need be; null where nothing is known. */
  known(source: Source, within: number): Known | null | Promise<Known | null>
  /** The page's document, as of what is known. */
  document(source: Source, known: Known): PageText | null | Promise<PageText | null>
}

/**
 * What one process remembers, so that nearly every request is answered without asking anybody. No request waits for
 * what another one began: an engine may end that one together with its caller. Who comes meanwhile gets what is known,
 * with its age.
 */
export const createMemory = (clock: () => number, log: Log): Memory => {
  let known: Known | null = null
  /** When what is known was asked for. */
  let knownSince = Number.NEGATIVE_INFINITY
  let learned = Number.NEGATIVE_INFINITY
  let asking = Number.NEGATIVE_INFINITY
  let text: PageText | null = null

  const learn = async (source: Source): Promise<Known | null> => {
    const asked = clock()
    asking = asked
    try {
      const reply = await source.news(known?.revision ?? null)
      // A later question may have been answered first.
      if (asked >= knownSince) take(reply, asked)
    } catch (cause) {
      log({ event: 'error', where: 'reading the news', message: messageOf(cause) })
    }
    // Also after a failure: the old news stays, and ages.
    learned = clock()
    asking = Number.NEGATIVE_INFINITY
    return known
  }

  const take = (reply: NewsReply | null, asked: number): void => {
    const news = reply?.news ?? known?.news
    if (reply === null || news === undefined) return
    knownSince = asked
    // Counted from when we asked: the age may only be too high.
    known = { news, revision: reply.revision, at: asked - reply.age, fetchedAt: reply.fetchedAt }
  }

  const fetchDocument = async (source: Source): Promise<PageText | null> => {
    try {
      const reply = await source.document()
      // It may be newer than the news: then it is given an age that is too high.
      if (reply !== null) text = reply
      return reply
    } catch (cause) {
      log({ event: 'error', where: 'reading the document', message: messageOf(cause) })
      return null
    }
  }

  return {
    known(source, within) {
      const now = clock()
      // The clock was set back, so nobody knows how old this is.
      if (known !== null && since(knownSince, now) === Infinity) {
        known = null
        knownSince = learned = Number.NEGATIVE_INFINITY
      }
      const isFresh = since(learned, now) < (known === null ? COLD : within)
      const isBeingAsked = known !== null && since(asking, now) < PATIENCE
      return isFresh || isBeingAsked ? known : learn(source)
    },
    document(source, at) {
      return text?.revision === at.revision ? text : fetchDocument(source)
    },
  }
}
