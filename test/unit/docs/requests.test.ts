import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { summaryAt } from '../../../scripts/replay/documents.ts'
import type { Recording } from '../../../scripts/replay/recording.ts'
import type { Judgement } from '../../../shared/model/verdict.ts'
import type { Judging } from '../../../widget/protocol.ts'
import { rowsUnder } from '../../support/tables.ts'
import { machine } from '../extension/machine.ts'
import type { Fault } from '../extension/page.ts'
import { CALM, on, SPREADING } from '../extension/stories.ts'
import { chance, MINUTE } from '../polling/world.ts'
import { type Answer, openPage } from '../widget/support/loaderPage.ts'

// What docs/polling.md says of how often the status page is asked in an hour is what is asked in one.

/** Every so often somebody opens the popup, or turns away from the page and back. */
const EVERY = MINUTE / 3
const TIMES = 180

interface Way {
  readonly playing: readonly Recording[]
  readonly fault: Fault | null
  readonly answer: Answer | null
}

const WELL = summaryAt(CALM, Date.parse(on('10:05')))
const OTHER = summaryAt(CALM, Date.parse(on('10:05')), {
  id: 'someone-else',
  url: 'https://status.example.com',
})

const ways: Readonly<Record<string, Way>> = {
  'all well': { playing: CALM, fault: null, answer: { document: WELL } },
  trouble: { playing: SPREADING, fault: null, answer: { document: { ...WELL, incidents: [{}] } } },
  '`429`': { playing: CALM, fault: 'limited', answer: { status: 429 } },
  '`429`, `Retry-After: 120` that may be read': {
    playing: CALM,
    fault: 'limited for a while',
    answer: { status: 429, retryAfter: 120 },
  },
  '`500`': { playing: CALM, fault: 'broken', answer: { status: 500 } },
  'no answer': { playing: CALM, fault: 'hang', answer: null },
  'not JSON': { playing: CALM, fault: 'garbage', answer: { text: 'OK' } },
  'another page': { playing: CALM, fault: 'other', answer: { document: OTHER } },
  'too large': {
    playing: CALM,
    fault: 'huge',
    answer: { text: JSON.stringify(WELL) + ' '.repeat(5_000_000) },
  },
}

const byExtension = async ({ playing, fault }: Way, isWritable: boolean): Promise<number> => {
  const m = machine({ playing, from: on('10:05') })
  await m.open()
  m.box.fault = fault
  m.storage.state.refusesSet = !isWritable
  await m.play(5 * MINUTE)
  const before = m.log.requests.length
  for (let times = 0; times < TIMES; times++) {
    if (!isWritable) m.kill()
    m.ask({ type: 'page-bg:open' }).catch(() => undefined)
    await m.play(EVERY)
  }
  return m.log.requests.length - before
}

const troubled: Judging = {
  judge: () => ({ level: 'degraded', impacts: [{}] }) as unknown as Judgement,
  request: () => null,
  call: () => undefined,
  resume: () => undefined,
}

const byBanner = async ({ answer }: Way): Promise<number> => {
  const { fetch, pass, turn } = await openPage(answer, undefined, troubled)
  await pass(5 * MINUTE)
  const before = fetch.mock.calls.length
  for (let times = 0; times < TIMES; times++) {
    await turn(true)
    await turn(false)
    await pass(EVERY)
  }
  return fetch.mock.calls.length - before
}

describe('requests in an hour', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(on('10:05')), toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    vi.spyOn(Math, 'random').mockImplementation(chance(1))
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
  // Other files are read by the same worker after this one.
  afterAll(() => vi.resetModules())

  const docs = readFileSync(new URL('../../../docs/polling.md', import.meta.url), 'utf8')
  const rows = rowsUnder(docs, 'Requests in an hour')
  it('are told of each way', () => {
    expect(rows.map(([name]) => name)).toEqual(Object.keys(ways))
  })
  it.each(rows)('%s: %s, %s, %s', async (name = '', ...told) => {
    const way = ways[name]
    if (!way) throw new Error(`Nobody knows ${name}.`)
    const asked = [await byBanner(way), await byExtension(way, true), await byExtension(way, false)]
    expect(asked.map(String)).toEqual(told)
  })
})
