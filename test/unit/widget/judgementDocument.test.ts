import { describe, expect, it } from 'vitest'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { judgeDocument } from '../../../widget/judgement/judgeDocument.ts'
import { isoAt, NOON } from './support/bannerRequests.ts'
import { documentWith } from './support/documents.ts'

const PODS = [...kustomer.pods.keys()]

const DOWN = { id: 'down', title: 'Chat is down', says: 'Chat is unavailable.' }
const AT_PROD1 = { ...DOWN, chat: { prod1: 'major_outage' } }
const EVERYWHERE = {
  ...DOWN,
  chat: { prod1: 'major_outage', prod2: 'major_outage', prod4: 'major_outage' },
}

describe('the status page’s document', () => {
  it('is judged for the page’s pod', () => {
    const document = documentWith(AT_PROD1)
    expect(judgeDocument(document, 'prod1', NOON)).toMatchObject({
      pod: 'prod1',
      level: 'outage',
      asOf: isoAt(NOON),
      banner: { subject: 'chat', effect: 'down', certainty: 'confirmed' },
    })
    expect(judgeDocument(document, 'prod2', NOON)).toMatchObject({ pod: 'prod2', level: 'ok', banner: null })
  })

  it('of another page is no news', () => {
    const other = { ...(documentWith(AT_PROD1) as object), page: { id: 'abcdefghijkl' } }
    expect(judgeDocument(other, 'prod1', NOON)).toMatchObject({ level: 'unknown', banner: null, impacts: [] })
    for (const value of [null, [], 'x', 1, {}, { page: null }])
      expect(judgeDocument(value, 'prod1', NOON)).toMatchObject({ level: 'unknown', banner: null })
  })
})

describe('where no pod is known', () => {
  it('trouble of one pod, or of two, is not told', () => {
    // It would have been, for those pods.
    expect(judgeDocument(documentWith(AT_PROD1), 'prod1', NOON)?.banner).not.toBeNull()
    const two = { ...DOWN, chat: { prod1: 'major_outage', prod4: 'major_outage' } }
    for (const trouble of [AT_PROD1, two])
      expect(judgeDocument(documentWith(trouble), '', NOON)).toMatchObject({
        pod: '',
        level: 'unknown',
        impacts: [],
        banner: null,
      })
  })

  it('what hits all pods is told, and the level stays unknown', () => {
    expect(judgeDocument(documentWith(EVERYWHERE), '', NOON)).toMatchObject({
      pod: '',
      level: 'unknown',
      impacts: [],
      banner: { subject: 'chat', effect: 'down', certainty: 'confirmed' },
    })
    expect(judgeDocument(documentWith(DOWN), '', NOON)?.banner).toMatchObject({ certainty: 'possible' })
  })

  it('a calm page proves no health', () => {
    for (const pod of PODS) expect(judgeDocument(documentWith(), pod, NOON)?.level).toBe('ok')
    expect(judgeDocument(documentWith(), '', NOON)).toMatchObject({ pod: '', level: 'unknown', banner: null })
  })

  it.each([
    [
      'another effect',
      'Attachments are not sent',
      'Attachments in chat are not sent.',
      'degraded_performance',
    ],
    ['another subject', 'Delays of attachments', 'Attachments in chat are slow.', 'degraded_performance'],
    ['less certainty', 'Delays of chat', 'Chat is slow.', 'degraded_performance'],
  ])('pods that are hit in different ways, here with %s, get a guess', (_, title, says, status) => {
    const document = documentWith(
      {
        id: 'own',
        title: 'Delays of chat on Prod1',
        says: 'Chat is slow on Prod1.',
        chat: { prod1: status },
      },
      { id: 'all', title, says },
    )
    // A fact for the first pod, and another thing for the others.
    const [first, second] = PODS.map((pod) => judgeDocument(document, pod, NOON)?.banner)
    expect(first).toMatchObject({ subject: 'chat', certainty: 'confirmed' })
    expect(second).toMatchObject({ certainty: 'possible' })
    expect(judgeDocument(document, '', NOON)?.banner).toMatchObject({ certainty: 'possible' })
  })

  it('a fact about chat here and about files there is a guess as well', () => {
    const document = documentWith(
      { id: 'one', title: 'Delays of chat on Prod1', says: 'Chat is slow on Prod1.' },
      {
        id: 'two',
        title: 'Delays of attachments on Prod2 and Prod4',
        says: 'Attachments in chat are slow on Prod2 and Prod4.',
      },
    )
    expect(PODS.map((pod) => judgeDocument(document, pod, NOON)?.banner)).toMatchObject([
      { subject: 'chat', effect: 'delayed', certainty: 'confirmed' },
      { subject: 'attachments', effect: 'delayed', certainty: 'confirmed' },
      { subject: 'attachments', effect: 'delayed', certainty: 'confirmed' },
    ])
    expect(judgeDocument(document, '', NOON)?.banner).toMatchObject({ certainty: 'possible' })
  })

  it('trouble gets better only where it does so on all pods', () => {
    const phase = 'monitoring'
    const [one, two, four] = (['prod1', 'prod2', 'prod4'] as const).map((pod) => ({
      id: pod,
      title: `Chat is down on ${pod}`,
      says: `Chat is unavailable on ${pod}.`,
      chat: { [pod]: 'major_outage' },
    }))
    if (!one || !two || !four) throw new Error('Three pods are known.')
    const some = documentWith({ ...one, phase }, two, four)
    expect(judgeDocument(some, 'prod1', NOON)?.banner).toMatchObject({ recovering: true })
    expect(judgeDocument(some, '', NOON)?.banner).toMatchObject({ recovering: false })
    const all = documentWith({ ...one, phase }, { ...two, phase }, { ...four, phase })
    expect(judgeDocument(all, '', NOON)?.banner).toMatchObject({ recovering: true })
  })
})
