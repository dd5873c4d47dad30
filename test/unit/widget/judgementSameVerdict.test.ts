import { describe, expect, it } from 'vitest'
import { judgeDocument } from '../../../widget/judgement/judgeDocument.ts'
import { damaged } from '../../support/damaged.ts'
import { fixtureDocuments, recordedDocuments, unseenDocuments } from '../../support/everyDocument.ts'
import { nightly } from '../../support/nightly.ts'
import { chance } from '../polling/world.ts'
import { isoAt, NOON } from './support/bannerRequests.ts'
import { documentWith } from './support/documents.ts'
import { forPages, wholeJudgement } from './support/wholeJudge.ts'

const PODS = ['prod1', 'prod2', 'prod3', 'prod4']

const expectSame = (name: string, document: unknown): void => {
  for (const pod of PODS) {
    const whole = wholeJudgement(document, pod, NOON)
    const verdict = judgeDocument(document, pod, NOON)
    if (whole)
      expect(verdict, `${name}, ${pod}`).toEqual({
        ...whole,
        ...forPages(whole),
        nextUpdate: null,
        upcoming: [],
      })
    else expect(verdict, `${name}, ${pod}`).toMatchObject({ level: 'unknown', impacts: [], banner: null })
  }
}

/** On a push one of three: what differs in the judges differs in more than one text. */
const some = <T>(all: readonly T[]): readonly T[] => all.filter((_, i) => i % nightly(1, 3) === 0)

describe('customers get the agents’ verdict, without reasons, promises and upcoming work', () => {
  it('on the imagined incidents', () => {
    for (const { name, document } of some(fixtureDocuments())) expectSame(name, document)
  })

  it('on the recordings', () => {
    for (const { name, document } of recordedDocuments()) expectSame(name, document)
  })

  it('on documents of people who knew no rule', () => {
    for (const { name, document } of some(unseenDocuments())) expectSame(name, document)
  })

  it('on documents that are damaged', () => {
    const chat = { prod1: 'partial_outage' }
    const whole = documentWith({ id: 'slow', title: 'Chat fails on Prod1', says: 'Chat fails.', chat })
    for (const seed of Array(nightly(1000, 300)).keys())
      expectSame(`seed ${seed}`, damaged(whole, chance(seed)))
  })

  it('which says why it knows nothing, and as of when', () => {
    const asOf = isoAt(NOON)
    expect(judgeDocument({}, 'prod1', NOON)).toMatchObject({ level: 'unknown', reason: 'not-a-feed', asOf })
    expect(judgeDocument(documentWith(), 'prod3', NOON)).toMatchObject({
      level: 'unknown',
      reason: 'not-listed',
      asOf,
    })
  })
})
