import type { Line } from '../../../shared/evidence/line.ts'
import type { Sign } from '../../../shared/evidence/sign.ts'

/** Whatever reads lines and may say something: the one that is judged, and the plain rules beside it. */
export interface Detector {
  take(line: Line): void
  /** Time passed, and nothing happened. */
  look?(now: number): void
  sign(): Sign | null
  isSuspicious(): boolean
}

/** A detector that knows nothing yet. */
export type NewDetector = (salt: number) => Detector
