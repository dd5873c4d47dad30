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
  /** Rows that could not be read and were left out, and how many of them were components. */
  readonly dropped: number
  readonly droppedComponents: number
}

export interface Group {
  readonly id: string
  readonly name: string
  /** Ids the group claims as its children: a pod is fully listed only when each has a row. */
  readonly children: readonly string[]
}

export interface Component {
  readonly id: string
  readonly name: string
  readonly group: string | null
  /** The vendor's word, kept as it is: unknown words mean that something is wrong. */
  readonly status: string
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
  /** Components this update spoke for, with the group's name before their own. */
  readonly touched: readonly { readonly id: string; readonly name: string }[]
}
