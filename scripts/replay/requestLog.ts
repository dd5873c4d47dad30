/** One request, as a test wants to know it. */
export interface LoggedRequest {
  readonly path: string
  readonly method: string
  /** Real time in milliseconds, by the clock the server was given. */
  readonly at: number
  /** The replay's time at that moment. */
  readonly time: number
  /** Whether the reader asked for news only (If-None-Match). */
  readonly conditional: boolean
  /** 0 where no head is ever sent. */
  readonly status: number
  readonly fault: string | null
}

/** What was asked for. Requests to the control path are not counted: they are not the reader's. */
export interface RequestLog {
  entries(): readonly LoggedRequest[]
  /** Of one path, or of all; of one method, or of all. */
  count(path?: string, method?: string): number
  counts(): Readonly<Record<string, number>>
  clear(): void
}

/** So that a replay left running for days does not grow without end. */
const KEPT = 10_000

export function createRequestLog(): RequestLog & { add(request: LoggedRequest): void } {
  let entries: LoggedRequest[] = []
  const count = (path?: string, method?: string): number =>
    entries.filter(
      (entry) => (path ?? entry.path) === entry.path && (method ?? entry.method) === entry.method,
    ).length
  return {
    entries: () => [...entries],
    count,
    counts: () =>
      Object.fromEntries([...new Set(entries.map(({ path }) => path))].map((path) => [path, count(path)])),
    clear() {
      entries = []
    },
    add(request) {
      entries.push(request)
      if (entries.length > KEPT) entries.shift()
    },
  }
}
