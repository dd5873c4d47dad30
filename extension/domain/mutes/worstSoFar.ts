import * as z from 'zod/mini'
import { isAtLeast, worse } from '../../../shared/model/effects.ts'
import { type Certainty, EFFECTS, type Effect } from '../../../shared/model/verdict.ts'

/** One way in which a capability is affected. */
export interface Extent {
  readonly effect: Effect
  readonly certainty: Certainty
}

/** The worst that is known of a capability: for sure, and perhaps. Both, since a guess may be of something worse. */
export const knownShape = z.object({
  confirmed: z.nullable(z.enum(EFFECTS)),
  possible: z.nullable(z.enum(EFFECTS)),
})
export type Known = z.infer<typeof knownShape>

const NOTHING: Known = { confirmed: null, possible: null }

const covers = (known: Effect | null, effect: Effect): boolean => known !== null && isAtLeast(known, effect)

/** Whether an impact says more than is known: a worse effect, or for sure what was a guess. */
export const isNews = ({ effect, certainty }: Extent, known: Known = NOTHING): boolean =>
  !covers(known.confirmed, effect) && (certainty === 'confirmed' || !covers(known.possible, effect))

/** What is known with one impact more. */
export const knowing = ({ effect, certainty }: Extent, known: Known = NOTHING): Known => ({
  ...known,
  [certainty]: worse(effect, known[certainty]),
})
