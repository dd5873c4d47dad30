import { DAY, MINUTE } from '../../shared/model/limits.ts'
import type { Judgement } from '../../shared/model/verdict.ts'
import { epochOf } from '../../shared/text/time.ts'
import type { Noticed, Watch } from './evidence/watch.ts'
import { type Past, pastFor } from './past.ts'
import type { PodView } from './podView.ts'
import { podOfWatch } from './policy/podOfWatch.ts'
import type { Policy } from './policy/policy.ts'
import type { Settings } from './settings.ts'

/** What was last seen longer ago may be over: a browser that sleeps sees no end. */
const CURRENT = 10 * MINUTE

/** What this browser noticed and may say: beside what the page says, and never an input to it. */
export interface Spoken {
  readonly certainty: 'noticed'
  readonly sign: Noticed
  /** The pod that it is about. */
  readonly pod: string
  /** The user wants to hear nothing of it for now. */
  readonly isMuted: boolean
}

/** Whether Podlight may speak of it anywhere but among the options. */
const maySpeak = ({ evidence }: Pick<Settings, 'evidence'>): boolean =>
  evidence === 'on' || evidence === 'notify'

const isTrouble = ({ level }: Judgement): boolean =>
  level === 'maintenance' || level === 'degraded' || level === 'outage'

interface Known {
  readonly watch: Watch
  readonly settings: Settings
  readonly past: readonly Past[]
}

/** What is to be said now. Nothing where the page itself tells of trouble: it knows more. */
export const spokenOf = (
  { watch, settings }: Pick<Known, 'watch' | 'settings'>,
  policy: Policy,
  pods: readonly PodView[],
  now: number,
): Spoken | null => {
  const sign = watch.signs.at(-1)
  const pod = podOfWatch(watch, policy, settings)
  const view = pods.find((one) => one.pod === pod)
  if (!sign || !view || !maySpeak(settings) || isTrouble(view.all)) return null
  const isOver = sign.end !== null || Math.abs(now - sign.updated) > CURRENT
  // Without an answer of the page, nobody knows whether anything at all can be reached.
  const isMine = sign.kind === 'unreachable' && (sign.control === null || view.all.level === 'unknown')
  if (isOver || isMine || sign.said === 'false') return null
  return { certainty: 'noticed', sign, pod: view.pod, isMuted: watch.mutedUntil > now }
}

/** What counts as noticed of a pod, where Podlight may speak of it, without what the user calls a false alarm. */
export const noticedOn = (
  pod: string | null,
  { watch, settings }: Pick<Known, 'watch' | 'settings'>,
  policy: Policy,
): readonly Noticed[] =>
  maySpeak(settings) && podOfWatch(watch, policy, settings) === pod
    ? watch.signs.filter(({ said }) => said !== 'false')
    : []

/** What was noticed before the page told of some trouble, the earliest first. */
export const confirmedIn = (signs: readonly Noticed[], since: number, until: number): Noticed | undefined =>
  signs.find(({ confirmed }) => confirmed !== null && confirmed >= since && confirmed <= until)

/** What the page has confirmed of a pod: while that trouble goes on, and for a day after it. */
export const confirmedOf = (
  known: Known,
  policy: Policy,
  { pod, all }: PodView,
  now: number,
): Noticed | undefined => {
  const signs = noticedOn(pod, known, policy)
  if (!isTrouble(all))
    return pastFor(known.past, pod, [], now)
      .map(({ since, until }) => confirmedIn(signs, since, until))
      .find((one) => one)
  const starts = all.impacts.flatMap(({ since }) => epochOf(since) ?? [])
  return confirmedIn(signs, Math.min(...(starts.length > 0 ? starts : [now - DAY])), now)
}
