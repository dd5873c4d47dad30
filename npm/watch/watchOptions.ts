import type { Judgement } from '../../shared/model/verdict.ts'

/** Keeps a text for a program that ends and begins again. It may throw, reject, hang or forget: then memory stands in. */
export interface WatchStorage {
  /** What was written last; null or undefined where nothing was. */
  read(): string | null | undefined | Promise<string | null | undefined>
  write(text: string): unknown
}

export interface WatchOptions {
  /** The pod to watch, such as `prod2`. */
  readonly pod: string
  /**
   * The address of the status page's summary document, of a mirror of it, or of a relay; two of them make a fail-over.
   * Without it the vendor's own page is asked. In a page, an address may be relative to it.
   */
  readonly feed?: string | readonly string[] | undefined
  /** Ends the watching when it is aborted. */
  readonly signal?: AbortSignal | undefined
  /**
   * Where to keep when the page was asked and what it said. In a page that is `localStorage`, elsewhere memory. `none`
   * keeps nothing; in a page, that means one request a page view.
   */
  readonly storage?: 'none' | WatchStorage | undefined
}

/** Hears a verdict: at once what is known, and then one after every answered check. */
export type WatchListener = (verdict: Judgement) => void
