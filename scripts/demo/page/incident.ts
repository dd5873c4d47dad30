// What the server tells the page of the incidents that can be played.

/** A known moment of an incident. */
export interface Moment {
  readonly kind: 'began' | 'complaint' | 'post' | 'update' | 'fix' | 'ended' | 'resolved'
  readonly at: number
}

/** An incident as the time bar has it. */
export interface Incident {
  readonly id: string
  readonly title: string
  readonly pod: string
  readonly from: number
  readonly until: number
  readonly moments: readonly Moment[]
}

export const momentOf = ({ moments }: Incident, kind: Moment['kind']): number | undefined =>
  moments.find((one) => one.kind === kind)?.at

/** How long people felt it before anybody said a word. */
export const silenceOf = (shown: Incident): number =>
  Math.max(0, (momentOf(shown, 'post') ?? 0) - (momentOf(shown, 'began') ?? 0))
