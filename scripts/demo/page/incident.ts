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

/** How long people felt it before anybody said a word. */
export const silenceOf = ({ moments }: Incident): number => {
  const at = (kind: Moment['kind']): number => moments.find((one) => one.kind === kind)?.at ?? 0
  return Math.max(0, at('post') - at('began'))
}
