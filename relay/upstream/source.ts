import type { Judgement, Reason } from '../../shared/model/verdict.ts'
import type { LastOutcome } from '../../shared/polling/pollState.ts'

/** What is known of a pod. The number tells one change from the next, over restarts too. */
export interface PodNews {
  readonly pod: string
  readonly number: number
  /** Its `asOf` is left empty: that changes with every fetch, and stands beside it. */
  readonly judgement: Judgement
}

/** What the page says, judged for every pod. */
export interface News {
  /** Changes when the storage was lost: numbers from before it mean nothing then. */
  readonly epoch: string
  /** Goes up with each change of the document or of a verdict. */
  readonly revision: number
  /** The revision at which the document changed last. */
  readonly document: number
  readonly pods: readonly PodNews[]
}

/** The news, and how old it is. Times between machines are sent as ages: clocks differ. */
export interface NewsReply {
  /** When the document was fetched, by the clock of whoever fetched it. */
  readonly fetchedAt: number
  /** Milliseconds since then. */
  readonly age: number
  readonly revision: string
  /** Null where the reader has this revision already. */
  readonly news: News | null
}

export interface Health {
  /** Milliseconds since the document was fetched; null where there is none. */
  readonly age: number | null
  readonly state: LastOutcome | 'never-asked'
  /** The host that the last document came from. */
  readonly host: string | null
  readonly failures: number
  readonly lastError: { readonly reason: Reason; readonly detail: string; readonly at: number } | null
  /** When the page will be asked next; null if no alarm is set. */
  readonly nextLook: number | null
}

/** What became of a notice: the page is asked because of it; it came before; or there were too many, so it must wait. */
export interface HookOutcome {
  readonly outcome: 'looking' | 'seen' | 'later'
  /** Milliseconds until the page is looked at. */
  readonly wait: number
}

/** Where the workers that answer requests get the news from. Any call may fail. */
export interface Source {
  /** The news; null where there is none yet. `have` is the revision that the reader knows. */
  news(have: string | null): Promise<NewsReply | null>
  /** The vendor's document as it came. */
  document(): Promise<{ readonly revision: string; readonly text: string } | null>
  /** Somebody says that the page has changed. `body` is a digest, which tells one notice from another. */
  hook(from: string, body: string): Promise<HookOutcome>
  health(): Promise<Health>
}

export const revisionOf = ({ epoch, revision }: News): string => `${epoch}.${revision}`
