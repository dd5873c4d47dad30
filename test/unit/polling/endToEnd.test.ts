import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { load } from '../../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../../scripts/replay/server.ts'
import { readJson } from '../../../shared/feed/body.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge, unknown } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import type { Parsed } from '../../../shared/model/parsed.ts'
import type { Snapshot } from '../../../shared/model/snapshot.ts'
import type { Judgement } from '../../../shared/model/verdict.ts'
import { wholeBody } from '../../../shared/polling/body.ts'
import { createPoller } from '../../../shared/polling/poller.ts'
import type { Outcome } from '../../../shared/polling/ports.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'

const judge = createJudge(kustomer, promiseOf)
const POD = 'prod2'

const parse = (body: string): Parsed<Snapshot> => {
  const json = readJson(body)
  return json.ok ? readStatuspage(json.value, kustomer) : json
}

/** The core as a surface would put it together: real requests to a played page, under a clock of the test's own. */
const surface = (page: Replay) => {
  let now = page.time()
  let row: object | null = null
  let verdict: Judgement = unknown(POD, 'never-asked')
  const onChange = (outcome: Outcome<Snapshot>): void => {
    verdict = outcome.ok
      ? judge(outcome.news, POD, { now: outcome.at, fetchedAt: outcome.at })
      : unknown(POD, outcome.reason, outcome.at)
  }
  const poller = createPoller<Snapshot, AbortSignal>({
    fetch: (url, { signal }) => fetch(url, { signal }),
    timer: () => () => undefined,
    clock: () => now,
    abort: () => new AbortController(),
    readBody: wholeBody,
    parse,
    isAffected: (snapshot) => judge(snapshot, POD, { now, fetchedAt: now }).level !== 'ok',
    hosts: [`${page.url}/api/v2/summary.json`],
    random: () => 0,
    store: {
      read: () => row,
      write: (written) => {
        row = written
      },
    },
    onChange,
  })
  return {
    poller,
    verdict: () => verdict,
    /** Lets the page and the poller be at a moment, and asks if it is time. */
    at: async (iso: string) => {
      now = Date.parse(iso)
      page.setTime(now)
      await poller.look()
    },
  }
}

describe('poller, feed and judge against a played page', () => {
  let page: Replay
  beforeEach(async () => {
    page = await startReplay({
      recordings: load(['2024-12-19-chat-attachments']),
      at: '2024-12-19T07:30:00Z',
    })
  })
  afterEach(() => page.close())

  it('follows an incident from health to trouble and back', async () => {
    const { at, verdict, poller } = surface(page)
    await at('2024-12-19T07:30:00Z')
    expect(verdict()).toMatchObject({ level: 'ok', asOf: '2024-12-19T07:30:00.000Z' })
    await at('2024-12-19T07:35:00Z')
    expect(verdict()).toMatchObject({
      level: 'degraded',
      banner: { subject: 'attachments', effect: 'failing' },
    })
    await at('2024-12-19T08:56:00Z')
    expect(verdict()).toMatchObject({ level: 'ok', banner: null })
    poller.stop()
  })

  it.each([
    ['500', 'http-error'],
    ['429', 'rate-limited'],
    ['html', 'html'],
    ['empty', 'empty'],
    ['truncated', 'truncated'],
    ['garbage', 'not-json'],
    ['other-page', 'other-page'],
    ['huge', 'too-large'],
    ['refuse', 'offline'],
  ] as const)('says why it does not know under %s, and knows again after', async (fault, reason) => {
    const { at, verdict, poller } = surface(page)
    page.setFault(fault)
    await at('2024-12-19T07:35:00Z')
    expect(verdict()).toMatchObject({ level: 'unknown', reason, impacts: [] })
    page.setFault(null)
    await at('2024-12-19T07:50:00Z')
    expect(verdict()).toMatchObject({ level: 'degraded' })
    poller.stop()
  })

  it('does not ask again before it is time', async () => {
    const { at, poller } = surface(page)
    await at('2024-12-19T07:30:00Z')
    await at('2024-12-19T07:30:20Z')
    expect(page.log.count('/api/v2/summary.json')).toBe(1)
    await at('2024-12-19T07:31:01Z')
    expect(page.log.count('/api/v2/summary.json')).toBe(2)
    poller.stop()
  })
})
