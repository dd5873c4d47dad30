import type { Impact, Judgement } from '../../../shared/model/verdict.ts'
import { urgency } from '../mostUrgentPod.ts'
import { keptMutes } from '../mutes/mutes.ts'
import { isNews, type Known, knowing } from '../mutes/worstSoFar.ts'
import type { PodView, View } from '../podView.ts'
import type { Alerted, Alerts } from './storedAlerts.ts'

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

/** A pod that the page does not list can be known no better than by nothing being reported about it. */
const isUnlisted = ({ level, reason }: Judgement): boolean => level === 'unknown' && reason === 'not-listed'
const isCalm = (judgement: Judgement): boolean =>
  judgement.level === 'ok' || judgement.level === 'notice' || isUnlisted(judgement)

/** Planned work and notices are no trouble, whatever else is. */
const troubles = ({ impacts }: Judgement): readonly Impact[] =>
  impacts.filter(({ effect }) => effect !== 'maintenance' && effect !== 'notice')

const isWorseThan = (alerted: Alerted, alarm: Judgement): boolean =>
  urgency(alarm) > urgency(alerted) ||
  troubles(alarm).some((impact) => isNews(impact, alerted.affected[impact.capability]))

/** The worst of a trouble so far. */
const alertedOf = (alarm: Judgement, before: Alerted | undefined): Alerted => {
  const affected: Record<string, Known> = { ...before?.affected }
  for (const impact of troubles(alarm))
    affected[impact.capability] = knowing(impact, affected[impact.capability])
  const incident = troubles(alarm).find((impact) => impact.incident !== null)?.incident
  return {
    level: before && urgency(before) > urgency(alarm) ? before.level : alarm.level,
    affected,
    incident: incident ?? before?.incident ?? null,
    muted: false,
  }
}

interface Step {
  readonly alerted?: Alerted
  readonly kind?: Change['kind']
}

/** What becomes of one pod: what stays of an alert, and what there is to tell. */
const step = (
  { unmuted, mine, alerting, serious }: PodView,
  alerted: Alerted | undefined,
  silent: boolean,
): Step => {
  if (isTrouble(alerting)) {
    // Heard again, by whoever unmuted it: then its end will be heard too.
    if (alerted && !isWorseThan(alerted, alerting)) return { alerted: { ...alerted, muted: false } }
    return { alerted: alertedOf(alerting, alerted), kind: alerted ? 'worse' : 'degraded' }
  }
  if (!alerted) return {}
  if (unmuted.level === 'unknown' && !isUnlisted(unmuted)) return { alerted }
  // What went silent by the user's own click ends without a word, unless they ask for it.
  if (!isCalm(mine))
    return { alerted: { ...alerted, muted: alerted.muted || (silent && isTrouble(serious)) } }
  return alerted.muted ? {} : { kind: 'back' }
}

const isBack = (whole: Judgement, asked: Alerts['awaited'][string] | undefined): boolean =>
  asked !== undefined && isCalm(whole) && urgency(whole) < urgency({ level: asked })

/** What there is to tell of the view, and what is then remembered. Pure: told twice, it tells the same. */
export const decide = (
  alerts: Alerts,
  { pods }: View,
  { notify, quiet, silent }: Manner,
): { readonly alerts: Alerts; readonly changes: readonly Change[] } => {
  const changes: Change[] = []
  const alerted: Record<string, Alerted> = {}
  const awaited: Alerts['awaited'] = {}
  for (const view of pods) {
    const { pod, mine } = view
    const before = alerts.alerted[pod]
    const next = step(view, before, silent)
    const asked = alerts.awaited[pod]
    if (isBack(mine, asked)) {
      // Asked for: told at any hour, and once.
      if (!silent) changes.push({ kind: 'back', view, incident: before?.incident ?? null })
      continue
    }
    if (asked !== undefined) awaited[pod] = asked
    // What is over by the user's own choice is not held back either: it is not over.
    if (next.kind !== undefined && notify && quiet && !(silent && next.kind === 'back')) {
      if (before) alerted[pod] = before
      continue
    }
    if (next.alerted) alerted[pod] = next.alerted
    if (next.kind !== undefined && notify && !silent)
      changes.push({ kind: next.kind, view, incident: (next.alerted ?? before)?.incident ?? null })
  }
  const mutes = keptMutes(
    alerts.mutes,
    pods.map(({ mine }) => mine),
  )
  return { alerts: { ...alerts, alerted, awaited, mutes: [...mutes] }, changes }
}
