import * as z from 'zod/mini'
import type { Impact, Judgement } from '../../../shared/model/verdict.ts'
import { isNews, type Known, knowing, knownShape } from './worstSoFar.ts'

/** An incident the user wants no more of, as bad as it was then; by "pod/capability". */
export const muteShape = z.object({ incident: z.string(), affected: z.record(z.string(), knownShape) })
export type Mute = z.infer<typeof muteShape>

const keyOf = (pod: string, { capability }: Impact): string => `${pod}/${capability}`

const impactsOf = (incident: string, judgements: readonly Judgement[]): (readonly [string, Impact])[] =>
  judgements.flatMap(({ pod, impacts }) =>
    impacts
      .filter((impact) => impact.incident === incident)
      .map((impact) => [keyOf(pod, impact), impact] as const),
  )

/** Silences an incident as bad as it is now. */
export const muteOf = (incident: string, judgements: readonly Judgement[]): Mute => {
  const affected: Record<string, Known> = {}
  for (const [key, impact] of impactsOf(incident, judgements)) affected[key] = knowing(impact, affected[key])
  return { incident, affected }
}

/** A mute ends when the incident worsens, or reaches another capability or pod. */
const holds = ({ incident, affected }: Mute, judgements: readonly Judgement[]): boolean =>
  impactsOf(incident, judgements).every(([key, impact]) => !isNews(impact, affected[key]))

/** Incidents that are silent now. */
export const mutedIn = (mutes: readonly Mute[], judgements: readonly Judgement[]): ReadonlySet<string> =>
  new Set(mutes.filter((mute) => holds(mute, judgements)).map(({ incident }) => incident))

/** The mutes that are still needed: those of incidents that are open and no worse. */
export const keptMutes = (mutes: readonly Mute[], judgements: readonly Judgement[]): readonly Mute[] => {
  // Where nothing is known, an incident may be open all the same.
  if (judgements.some(({ level, reason }) => level === 'unknown' && reason !== 'not-listed')) return mutes
  return mutes.filter((mute) => impactsOf(mute.incident, judgements).length > 0 && holds(mute, judgements))
}
