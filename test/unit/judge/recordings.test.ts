import { describe, expect, it } from 'vitest'
import { summaryAt } from '../../../scripts/replay/documents.ts'
import { HOME, load } from '../../../scripts/replay/load.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { fits } from '../../support/exam.ts'

const judge = createJudge(kustomer, promiseOf)
const PODS = ['prod1', 'prod2', 'prod4']
const LIVE = /^(?:investigating|identified|monitoring|in_progress|verifying)$/

/** The page as it stood a second after an update, judged for a pod. */
const verdictAt = (recording: Parameters<typeof summaryAt>[0][number], at: string, pod: string) => {
  const now = Date.parse(at) + 1000
  const parsed = readStatuspage(summaryAt([recording], now), kustomer)
  if (!parsed.ok) throw new Error(parsed.detail)
  return judge(parsed.value, pod, { now, fetchedAt: now })
}

describe('recordings', () => {
  it.each(load([HOME]).map((recording) => [recording.id, recording] as const))('%s', (_, recording) => {
    const { truth } = recording
    if (truth === null) throw new Error('a recording without truth proves nothing')
    const pods = truth.pods === 'unknown' ? PODS : truth.pods
    const faults: string[] = []
    recording.updates.forEach(({ status, at }, index) => {
      const live = LIVE.test(status)
      for (const pod of PODS) {
        const verdict = verdictAt(recording, at, pod)
        const say = (text: string) => faults.push(`#${index} ${pod}: ${text}`)
        if (
          live &&
          truth.from !== null &&
          truth.from !== undefined &&
          Date.parse(at) < Date.parse(truth.from)
        )
          continue
        if (!live || !pods.includes(pod)) {
          if (verdict.level !== 'ok') say(`level ${verdict.level}`)
          continue
        }
        for (const [capability, wanted] of Object.entries(truth.live)) {
          const impact = verdict.impacts.find((one) => one.capability === capability)
          if (!impact) say(`${capability} is missing`)
          else if (!fits(impact.effect, wanted)) say(`${capability} is ${impact.effect}, not ${wanted}`)
        }
        for (const capability of truth.not ?? [])
          if (verdict.impacts.some((one) => one.capability === capability)) say(`${capability} is invented`)
      }
    })
    expect(faults).toEqual([])
  })
})
