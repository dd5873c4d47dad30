import type { Impact, Judgement } from '../../shared/judge/verdict.ts'
import type { PodView, View } from '../state/view.ts'
import { urgency } from '../state/worst.ts'
import { isWorse, keptMutes } from './mutes.ts'
import type { Alerts, Hit, Told } from './shape.ts'

/*
 *            trouble: `degraded`
 *   ┌──────┐ ───────────────────► ┌──────┐ ──┐ worse than ever in this trouble:
 *   │ calm │                      │ told │   │ `worse`
 *   └──────┘ ◄─────────────────── └──────┘ ◄─┘
 *              well again: `back`
 *
 * For each pod. Not to know changes nothing: what was told stays told until it is known to be over. Better, and
 * again as bad as before, is no news. Quiet hours leave a pod where it is, so that it is told after them.
 */

/** One thing to tell. */
export interface Change {
  readonly kind: 'degraded' | 'worse' | 'back'
  readonly view: PodView
  /** Where a click leads. */
  readonly incident: string | null
}

export interface Manner {
  /** Whether the user wants notifications at all. */
  readonly notify: boolean
  readonly quiet: boolean
  /** The user just chose something: what differs now is their doing and no news. */
  readonly silent: boolean
}

const isTrouble = ({ level }: Judgement): boolean => level === 'degraded' || level === 'outage'
const isCalm = ({ level }: Judgement): boolean => level === 'ok' || level === 'notice'

/** Planned work and notices are no trouble, whatever else is. */
const troubles = ({ impacts }: Judgement): readonly Impact[] =>
  impacts.filter(({ effect }) => effect !== 'maintenance' && effect !== 'notice')

const hitOf = (alarm: Judgement, before: Readonly<Record<string, Hit>>): Record<string, Hit> => {
  const hit: Record<string, Hit> = { ...before }
  for (const { capability, effect, certainty } of troubles(alarm))
    if (isWorse({ effect, certainty }, hit[capability])) hit[capability] = { effect, certainty }
  return hit
}

const isWorseThan = (told: Told, alarm: Judgement): boolean =>
  urgency(alarm) > urgency(told) ||
  troubles(alarm).some((impact) => isWorse(impact, told.hit[impact.capability]))

/** What becomes of one pod: what stays told, and what there is to tell. */
const step = (
  view: PodView,
  told: Told | undefined,
  wasMuted: boolean,
): { told?: Told; kind?: Change['kind'] } => {
  const { loud, whole, alarm } = view
  if (loud.level === 'unknown') return told ? { told } : {}
  if (isTrouble(alarm)) {
    if (told && !isWorseThan(told, alarm)) return { told }
    const level = told && urgency(told) > urgency(alarm) ? told.level : alarm.level
    const incident = troubles(alarm).find((impact) => impact.incident !== null)?.incident ?? null
    return {
      told: { level, hit: hitOf(alarm, told?.hit ?? {}), incident: incident ?? told?.incident ?? null },
      kind: told ? 'worse' : 'degraded',
    }
  }
  if (told && !isCalm(whole)) return { told }
  // Whoever muted the trouble wants no word of its end either, unless they ask for it.
  return told && !wasMuted ? { kind: 'back' } : {}
}

const isBack = (whole: Judgement, asked: Alerts['backs'][string] | undefined): boolean =>
  asked !== undefined && isCalm(whole) && urgency(whole) < urgency({ level: asked })

/** What there is to tell of the view, and what is then remembered. Pure: told twice, it tells the same. */
export const decide = (
  alerts: Alerts,
  { pods }: View,
  { notify, quiet, silent }: Manner,
): { readonly alerts: Alerts; readonly changes: readonly Change[] } => {
  const changes: Change[] = []
  const told: Record<string, Told> = {}
  const backs: Alerts['backs'] = {}
  for (const view of pods) {
    const { pod, whole } = view
    const before = alerts.told[pod]
    const wasMuted = alerts.mutes.some(({ hit }) => Object.keys(hit).some((key) => key.startsWith(`${pod}/`)))
    const next = step(view, before, wasMuted)
    const asked = alerts.backs[pod]
    if (isBack(whole, asked)) {
      // Asked for: told at any hour, and once.
      if (!silent) changes.push({ kind: 'back', view, incident: before?.incident ?? null })
      continue
    }
    if (asked !== undefined) backs[pod] = asked
    if (next.kind !== undefined && notify && quiet && !silent) {
      if (before) told[pod] = before
      continue
    }
    if (next.told) told[pod] = next.told
    if (next.kind !== undefined && notify && !silent)
      changes.push({ kind: next.kind, view, incident: (next.told ?? before)?.incident ?? null })
  }
  const mutes = keptMutes(
    alerts.mutes,
    pods.map(({ whole }) => whole),
  )
  return { alerts: { ...alerts, told, backs, mutes: [...mutes] }, changes }
}
