import { expect, it } from 'vitest'
import { readNews } from '../../../shared/feed/news.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { incident, MADE_AT, update, wholeDocument } from '../../support/wholeDocument.ts'

/** A document is read once, and each of its pods judged once; audiences filter what was found. */

const document = wholeDocument({}, [
  incident({
    name: 'Chat is slow in Prod1, email fails in Prod1',
    incident_updates: [update('investigating', 'Next update in 20 minutes.', 30)],
  }),
])
const now = Date.parse(MADE_AT)
const when = { now, fetchedAt: now }

it('judges a pod once, whoever asks and however often', () => {
  const read = readStatuspage(document, kustomer)
  if (!read.ok) throw new Error(read.detail)
  let judged = 0
  const judge = createJudge(kustomer, (one) => {
    judged++
    return promiseOf(one)
  })
  const all = judge(read.value, 'prod1', when)
  const mine = judge(read.value, 'prod1', when, ({ capability }) => capability === 'chat')
  const later = judge(read.value, 'prod1', { now: now + 12 * 60_000, fetchedAt: now + 11 * 60_000 })
  expect(judged).toBe(1)
  expect(all.impacts.map(({ capability }) => capability)).toEqual(['email', 'chat'])
  expect(mine.impacts.map(({ capability }) => capability)).toEqual(['chat'])
  expect([all.nextUpdate?.overdue, later.nextUpdate?.overdue]).toEqual([false, true])
  judge(read.value, 'prod2', when)
  expect(judged).toBeLessThanOrEqual(2)
})

it('gives the health of an audience that nothing concerns', () => {
  const read = readStatuspage(document, kustomer)
  if (!read.ok) throw new Error(read.detail)
  const judge = createJudge(kustomer, promiseOf)
  expect(judge(read.value, 'prod1', when, () => false)).toMatchObject({
    level: 'ok',
    impacts: [],
    banner: null,
  })
})

it('reads the same body once', () => {
  const body = JSON.stringify(document)
  expect(readNews(body)).toBe(readNews(`${body}`))
  expect(readNews(`${body} `)).not.toBe(readNews(body))
})
