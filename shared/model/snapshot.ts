/** What a status page said, in one shape, whichever of its documents said it. Times are epoch milliseconds. */
export interface Snapshot {
  /** The vendor's id of the page, or null where the document carries none (Atom). */
  readonly page: string | null
  /** When the page says it last changed. */
  readonly updatedAt: number | null
  readonly groups: readonly Group[]
  /** Component rows, groups left out. Null where this kind of document lists none, so it can never prove health. */
  readonly components: readonly Component[] | null
  /** Incidents of every phase, in the order of the document. */
  readonly incidents: readonly Incident[]
  readonly maintenances: readonly Maintenance[]
  /** Rows that could not be read and were left out. */
  readonly dropped: number
  /**
   * What was missing or could not be read, rows and parts of rows: each may have told of trouble. By the group it
   * belongs to, null where it may be any pod's.
   */
  readonly gaps: readonly (string | null)[]
}

export interface Group {
  readonly id: string
  readonly name: string
  /** Ids the group claims as its children: a pod is fully listed only when each has a row. */
  readonly children: readonly string[]
  /** The group's own word, which sums up its children's; null where it has none that can be read. */
  readonly status: string | null
  readonly updatedAt: number | null
}

export interface Component {
  /** Empty where a row of an incident has none. */
  readonly id: string
  readonly name: string
  readonly group: string | null
  /** The vendor's word; unknown ones mean that something is wrong. Null where a row of an incident has none. */
  readonly status: string | null
  readonly updatedAt: number | null
}

export interface Incident {
  readonly id: string
  readonly title: string
  /** The vendor's phase word. */
  readonly phase: string
  readonly impact: string | null
  readonly startedAt: number | null
  readonly link: string | null
  /** Newest first. */
  readonly updates: readonly Update[]
  /** Components listed now: one dropped by the vendor stands only in `touched`. */
  readonly components: readonly Component[]
}

export interface Maintenance extends Incident {
  readonly starts: number | null
  readonly ends: number | null
}

export interface Update {
  readonly phase: string
  /** Plain text, whatever markup the vendor used. */
  readonly text: string
  readonly at: number | null
  /** Components this update spoke for. */
  readonly touched: readonly Touched[]
}

export interface Touched {
  readonly id: string
  /** With the group's name before the component's own. */
  readonly name: string
  /** What the update made of it; null where it does not say. */
  readonly status: string | null
}
