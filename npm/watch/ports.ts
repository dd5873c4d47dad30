import type { Fetch, Timer } from '../../shared/polling/ports.ts'

/** Where a record is kept: `write` gives whether another page, or the next run, can read it. */
export interface RecordStore {
  read(): string | null | undefined | Promise<string | null | undefined>
  write(text: string): boolean | Promise<boolean>
}

/** What a page tells; elsewhere nothing is ever hidden. */
export interface PageEvents {
  readonly leave: () => void
  readonly enter: () => void
  readonly online: () => void
  /** Another page of the site wrote a record. */
  readonly stored: (text: string) => void
}

/** Everything that watching needs of the world. */
export interface WatchPorts {
  readonly clock: () => number
  readonly timer: Timer
  readonly random: () => number
  readonly isSaving: () => boolean
  /** `isLone`: nobody can know that this page asked, so the browser's own cache may answer. */
  readonly fetch: (
    ...given: [...Parameters<Fetch<AbortSignal>>, isLone: boolean]
  ) => ReturnType<Fetch<AbortSignal>>
  /** Runs a task where no other page of the origin runs one, or not at all. */
  readonly alone: (task: () => Promise<void>) => Promise<unknown>
  /** Tells of an error that is somebody else's. */
  readonly report: (error: unknown) => void
  /** A page's own storage; null where there is no page. */
  readonly pageStore: RecordStore | null
  readonly isHidden: () => boolean
  /** Listens until what it returns is called. */
  readonly listen: (events: PageEvents) => () => void
}
