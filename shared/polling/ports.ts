import type { Parsed } from '../model/parsed.ts'
import type { Reason } from '../model/verdict.ts'
import type { Hosts } from './hosts.ts'
import type { Schedule } from './waits.ts'

/** Runs something later; what it returns calls that off. */
export type Timer = (wait: number, run: () => void) => () => void

/** The few things used of a `Response`. */
export interface Reply {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: Stream | null
  text(): Promise<string>
}

/** The few things used of a body that arrives piece by piece. */
export interface Stream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
    cancel(): Promise<unknown>
  }
}

/**
 * The surface's own `fetch`. Only what keeps a request simple is handed to it: a header would add a preflight. What leads
 * on is not followed: it may lead in circles, and each turn is a request.
 */
export type Fetch<Signal> = (
  url: string,
  init: { readonly cache: 'no-cache'; readonly redirect: 'manual'; readonly signal: Signal },
) => Promise<Reply>

/** The text of a reply, or null where it is larger than the limit in bytes. */
export type ReadBody = (reply: Reply, limit: number) => Promise<string | null>

/** Where the row is kept. Either may throw, reject, never settle or lie. */
export interface Store {
  /** What was written last, as it was or as JSON; null or undefined where nothing was. */
  read(): unknown
  write(row: object): unknown
}

/** What came with an answer, of its age. */
export interface Sent {
  /** When it was asked for. */
  readonly at: number
  /** How old it was when a relay sent it, in seconds; null where that is not said. */
  readonly age: number | null
  /** How long it has lain in caches between here and there, in seconds. */
  readonly cached: number
  /** When a relay fetched it, by the relay's own clock; null where that is not said. */
  readonly fetched: number | null
  /** What a relay calls it: its events say the same. */
  readonly id: string | null
}

/** What it takes to ask one host. */
export interface AskPorts<A, Signal> {
  readonly fetch: Fetch<Signal>
  readonly timer: Timer
  /** Whole milliseconds since 1970. */
  readonly clock: () => number
  /** A new `AbortController`. */
  readonly abort: () => { readonly signal: Signal; abort(): void }
  readonly readBody: ReadBody
  /** Refuses whatever is not a document of the right page, see `ofPage`. */
  readonly parse: (body: string, host: string) => Parsed<A>
  /** The time that an answer is as old as; left out, that of the request. One beyond 15 minutes is no news. */
  readonly dateOf?: (answer: A, sent: Sent) => number
  /** Whether this answer calls for the shorter wait. */
  readonly isAffected: (answer: A) => boolean
}

/** Everything a poller needs of the world. */
export interface PollPorts<A, Signal> extends AskPorts<A, Signal> {
  readonly hosts: Hosts
  /** How often to ask; as a browser does where it is left out. */
  readonly schedule?: Schedule
  readonly random: () => number
  readonly store: Store
  /** Whether the user asked to save data. */
  readonly isSaving?: () => boolean
  /**
   * Runs a task where no other poller of this origin runs one, or does not run it at all: a Web Lock with
   * `ifAvailable`. Left out where there is only one poller, or no locks.
   */
  readonly alone?: (task: () => Promise<void>) => Promise<unknown>
  readonly onChange: (outcome: Outcome<A>) => void
}

/** What became of a round of requests. `at` is the time the news is as old as. */
export type Outcome<A> =
  | {
      readonly ok: true
      readonly news: A
      readonly at: number
      readonly host: string
      readonly sent?: Sent
    }
  | {
      readonly ok: false
      /** With `stale` and `never-asked`, kept news must be dropped: its age is beyond 15 min or not to be known. */
      readonly reason: Reason
      readonly detail: string
      readonly at: number
    }
