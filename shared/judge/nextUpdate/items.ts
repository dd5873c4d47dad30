/** How a time stands in a sentence. */
export type TimeKind =
  /** A deadline or a rhythm: "within 30 minutes", "by 10:00 UTC", "hourly". */
  | 'deadline'
  /** A deadline that ends a wait: "not before 10:00 UTC". */
  | 'till'
  /** "at 10:00 UTC" */
  | 'moment'
  /** "30 minutes" */
  | 'span'

/** A time that was read in a sentence, and when it comes. */
export interface Time {
  readonly kind: TimeKind
  readonly due: number
  /** It counts from the text, and goes by no clock. */
  readonly counted: boolean
}

/** A word of a sentence, or a time that was read in it. */
export type Item = string | Time
