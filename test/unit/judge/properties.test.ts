import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import type { Judgement } from '../../../shared/model/verdict.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { ask, caseOf } from '../../support/ask.ts'
import { documentAt } from '../../support/exam.ts'

const judge = createJudge(kustomer, promiseOf)
const NOW = Date.UTC(2026, 4, 4, 12)

interface Feed {
  components: { id: string; group_id: string | null }[]
  incidents: object[]
}

const judged = (feed: unknown, pod: string): Judgement => {
  const parsed = readStatuspage(feed, kustomer)
  if (!parsed.ok) throw new Error(parsed.detail)
  return judge(parsed.value, pod, { now: NOW, fetchedAt: NOW })
}

const symptom = fc.constantFrom(
  'is down',
  'is slow',
  'fails with errors',
  'has recovered',
  'is not affected',
  'is unavailable for some',
)
const thing = fc.constantFrom(
  'Chat',
  'Email',
  'Voice',
  'Search',
  'Login',
  'The API',
  'Attachments in chat',
  'The platform',
)
const sentence = fc.tuple(thing, symptom).map(([what, how]) => `${what} ${how}.`)
/** Says only that something is wrong. */
const symptomatic = fc
  .tuple(thing, fc.constantFrom('is down', 'is slow', 'fails with errors'))
  .map(([what, how]) => `${what} ${how}.`)
const podName = fc.constantFrom('prod1', 'prod2', 'prod4')
const spelt = (pod: string): fc.Arbitrary<string> => {
  const number = pod.slice(4)
  return fc.constantFrom(
    `[PROD${number}]`,
    `Prod ${number}`,
    `prod-${number}`,
    `(Prod${number})`,
    `pod ${number}`,
  )
}
const phase = fc.constantFrom('investigating', 'identified', 'monitoring')
const row = fc.constantFrom('Channel - Chat', 'Channel - Email', 'Search', 'API', 'Workflow')
const status = fc.constantFrom('operational', 'degraded_performance', 'partial_outage', 'major_outage')

/** A scene whose every word and row is about one pod. */
const sceneOf = (pod: string) =>
  fc.record({
    title: fc.tuple(sentence, spelt(pod)).map((parts) => parts.join(' ')),
    updates: fc.array(
      fc.tuple(
        phase,
        fc.array(sentence, { maxLength: 3 }).map((list) => list.join(' ')),
      ),
      { maxLength: 3 },
    ),
    listed: fc.array(
      fc.tuple(row, status).map(([name, word]) => `${pod} ${name}=${word}`),
      { maxLength: 2 },
    ),
    impact: fc.constantFrom('none', 'minor', 'major', 'critical'),
  })

const feedOf = (scene: Parameters<typeof caseOf>[0]): Feed => {
  const test = caseOf(scene)
  return JSON.parse(JSON.stringify(documentAt(test, test.updates.length - 1, 'by-impact')))
}

const runs = { numRuns: 300 }

describe('judging', () => {
  it('does not depend on the order of components and incidents', () => {
    const shuffle = fc.infiniteStream(fc.nat(1000))
    fc.assert(
      fc.property(
        podName.chain((pod) => fc.tuple(sceneOf(pod), sceneOf(pod))),
        podName,
        shuffle,
        ([one, two], pod, chance) => {
          const feed = feedOf(one)
          const other = feedOf(two)
          feed.incidents.push({ ...other.incidents[0], id: 'second' })
          const mixed = <T>(list: T[]): T[] =>
            list
              .map((item) => [chance.next().value, item] as const)
              .sort(([a], [b]) => a - b)
              .map(([, item]) => item)
          const shuffled = { ...feed, components: mixed(feed.components), incidents: mixed(feed.incidents) }
          expect(judged(shuffled, pod)).toEqual(judged(feed, pod))
        },
      ),
      runs,
    )
  })

  it('leaves a pod alone when an incident names only others', () => {
    fc.assert(
      fc.property(
        podName.chain((pod) => fc.tuple(fc.constant(pod), sceneOf(pod))),
        podName,
        ([pod, scene], mine) => {
          fc.pre(pod !== mine)
          const feed = feedOf(scene)
          expect(judged(feed, mine)).toEqual(judged({ ...feed, incidents: [] }, mine))
        },
      ),
      runs,
    )
  })

  it('never calls a pod ok that the document does not list', () => {
    fc.assert(
      fc.property(podName.chain(sceneOf), podName, (scene, pod) => {
        const feed = feedOf(scene)
        const listed = feed.components.filter(({ group_id }) => !group_id?.includes(pod))
        expect(judged({ ...feed, components: listed }, pod).level).not.toBe('ok')
      }),
      runs,
    )
  })

  it('lets text widen pods only: what components hit stays hit', () => {
    fc.assert(
      fc.property(
        row,
        spelt('prod2'),
        fc.array(symptomatic, { minLength: 1, maxLength: 3 }),
        (name, other, texts) => {
          const scene = {
            title: `Trouble in ${other}`,
            listed: [`prod1 ${name}=operational`],
            updates: [texts.join(' ')],
          }
          expect(ask(scene, 'prod1').level).not.toBe('ok')
        },
      ),
      runs,
    )
  })

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(podName.chain(sceneOf), podName, (scene, pod) => {
        const feed = feedOf(scene)
        expect(judged(feed, pod)).toEqual(judged(feed, pod))
      }),
      runs,
    )
  })
})
