import type { Judgement, Reason } from '../../shared/model/verdict.ts'
import type { LastOutcome } from '../../shared/polling/pollState.ts'

/** What is known of a pod. The number tells one change from the next, over restarts too. */
export interface PodNews {
  readonly pod: string
  readonly number: number
  /** As of the document; its `asOf` is left empty, as it moves with every answer of the page. */
  readonly judgement: Judgement
}

/** What the page says, judged for every pod. */
export interface News {
  /** Another one where the storage was lost, so that numbers of before mean nothing. */
  readonly epoch: string
  /** Moves on whenever the document or a verdict is another one. */
  readonly revision: number
  /** The revision in which the document was another one. */
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
  /** Whom the last document came from. */
  readonly host: string | null
  readonly failures: number
  readonly lastError: { readonly reason: Reason; readonly detail: string; readonly at: number } | null
  /** When it will be asked next; null where nobody has set that. */
  readonly nextLook: number | null
}

/** What became of a notice: the page is looked at for it; it came before; or there were so many that the next look must do. */
export interface HookOutcome {
  readonly outcome: 'looking' | 'seen' | 'later'
  /** Milliseconds until the page is looked at. */
  readonly wait: number
}

/** The one who asks the vendor, as those see it who answer everybody else. Any call may fail. */
export interface Source {
  /** The news; null where there is none yet. `have` is the revision that the reader knows. */
  news(have: string | null): Promise<NewsReply | null>
  /** The vendor's document as it came. */
  document(): Promise<{ readonly revision: string; readonly text: string } | null>
  /** Somebody says that the page has changed. `body` tells one such call from another. */
  hook(from: string, body: string): Promise<HookOutcome>
  health(): Promise<Health>
}

export const revisionOf = ({ epoch, revision }: News): string => `${epoch}.${revision}`
