/** What was noticed, and in which way. */
export const KINDS = ['failing', 'unreachable', 'slow'] as const
export type Kind = (typeof KINDS)[number]

/** What Podlight would say of this browser's own requests. It is no verdict, and never an input to one. */
export interface Sign {
  /** `app` for the vendor's app as a whole, or the one thing that people do. */
  readonly what: string
  readonly kind: Kind
  /** Requests that went badly in the last minutes, and all that were tried. */
  readonly bad: number
  readonly tried: number
  /** When it began, as far as this browser saw. */
  readonly since: number
  /** The bad ones by status, or by the browser's name for what went wrong. */
  readonly codes: Readonly<Record<string, number>>
}
