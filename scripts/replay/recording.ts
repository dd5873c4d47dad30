/**
 * One recording: an incident, a maintenance (it has `scheduled`) or only components (it has no updates).
 * Times are ISO 8601 texts, as in the file; test/recordings/README.md tells the format to people.
 */
export interface Recording {
  readonly id: string
  readonly title: string
  /** Null where nobody knows: played like `minor`. */
  readonly impact: Impact | null
  readonly scheduled: { readonly for: string; readonly until: string } | null
  readonly components: readonly RecordedComponent[]
  /** Oldest first, unlike the feed. */
  readonly updates: readonly RecordedUpdate[]
  readonly known: Known | null
  readonly truth: Truth | null
}

export const IMPACTS = ['none', 'minor', 'major', 'critical', 'maintenance'] as const
export type Impact = (typeof IMPACTS)[number]

export interface RecordedComponent {
  /** Null for a row that stands outside every group. */
  readonly group: string | null
  readonly name: string
  /** Oldest first. Empty: the status follows from impact and phase. */
  readonly statuses: readonly RecordedStatus[]
}

export interface RecordedStatus {
  readonly at: string
  /** Null: the incident lists the component no more. Any word is allowed, as on the vendor's page. */
  readonly status: string | null
}

export const INCIDENT_PHASES = [
  'investigating',
  'identified',
  'monitoring',
  'resolved',
  'postmortem',
] as const
export const MAINTENANCE_PHASES = ['scheduled', 'in_progress', 'verifying', 'completed'] as const
export type Phase = (typeof INCIDENT_PHASES)[number] | (typeof MAINTENANCE_PHASES)[number]

export interface RecordedUpdate {
  readonly status: Phase
  readonly at: string
  readonly body: string
  /** Where the vendor shows another time than that of writing. */
  readonly displayAt: string | null
}

/** What is known from elsewhere about the trouble itself, as opposed to the page. */
export interface Known {
  readonly effect_began?: string
  readonly first_customer_report?: string
  readonly effect_ended?: string
}

/** What a careful reader concludes; the form is that of the corpus, plus `from`. */
export interface Truth {
  readonly pods: 'unknown' | readonly string[]
  /** Capability to effect: `failing`, `failing or worse`, `any`. */
  readonly live: Readonly<Record<string, string>>
  readonly not: readonly string[]
  /** Live updates before this moment are not judged. */
  readonly from: string | null
  readonly note: string | null
}

export const FINISHED: ReadonlySet<Phase> = new Set<Phase>(['resolved', 'postmortem', 'completed'])

/** A mistake in a file or in what was asked for; the message is one sentence for people. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError'
}
