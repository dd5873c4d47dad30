import type { PodView, View } from '../../../extension/domain/podView.ts'
import { summaryAt } from '../../../scripts/replay/documents.ts'
import { momentsOf } from '../../../scripts/replay/moments.ts'
import type { Recording } from '../../../scripts/replay/recording.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import type { Impact, Judgement } from '../../../shared/model/verdict.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { impact, judgement } from '../text/voices.ts'

export const PODS = ['prod1', 'prod2', 'prod4'] as const

/** A judgement of a level, with one impact that sets it. */
export const trouble = (
  effect: Impact['effect'] = 'failing',
  more: Partial<Impact> = {},
  pod = 'prod1',
): Judgement => {
  const isGuess = more.certainty === 'possible'
  const level = { down: 'outage', failing: 'degraded', delayed: 'degraded' } as const
  const own = effect === 'maintenance' || effect === 'notice' ? effect : level[effect]
  return judgement({
    pod,
    level: isGuess && own === 'outage' ? 'degraded' : own,
    impacts: [impact('chat', effect, more)],
  })
}

export const well = (pod = 'prod1'): Judgement => judgement({ pod })

export const unknownPod = (pod = 'prod1'): Judgement =>
  judgement({ pod, level: 'unknown', reason: 'offline', asOf: null })

export const unlistedPod = (pod = 'prod1'): Judgement =>
  judgement({ pod, level: 'unknown', reason: 'not-listed' })

/** How a pod looks to somebody who works with everything and muted nothing. */
export const seen = (mine: Judgement, unmuted: Judgement = mine): PodView => ({
  pod: mine.pod,
  all: mine,
  mine,
  unmuted,
  alerting: unmuted,
  serious: mine,
  isMuted: unmuted.level === 'ok' && mine.impacts.length > 0,
})

export const viewOfAll = (...pods: readonly PodView[]): View => ({
  pods,
  failure: null,
  muted: new Set(),
})

const judge = createJudge(kustomer, promiseOf)

export interface Scene {
  readonly recording: Recording
  readonly now: number
  readonly judged: Judgement
}

/** Every pod at every moment at which a page that plays a recording changes. */
export const scenesOf = (recording: Recording): readonly Scene[] =>
  momentsOf([recording]).flatMap(({ at }) => {
    const now = at + 1000
    const parsed = readStatuspage(summaryAt([recording], now), kustomer)
    if (!parsed.ok) throw new Error(parsed.detail)
    const { value } = parsed
    return PODS.map((pod) => ({ recording, now, judged: judge(value, pod, { now, fetchedAt: now }) }))
  })
