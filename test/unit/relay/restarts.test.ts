import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../relay/http/handler.ts'
import { createMemoryStore } from '../../../relay/node/fileStore.ts'
import type { Time } from '../../../relay/time.ts'
import { createPublisher } from '../../../relay/upstream/judge.ts'
import type { News, Source } from '../../../relay/upstream/source.ts'
import { type Rows, readNews, type Store } from '../../../relay/upstream/stored.ts'
import { createUpstream } from '../../../relay/upstream/upstream.ts'
import { summaryAt } from '../../../scripts/replay/documents.ts'
import { load } from '../../../scripts/replay/load.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'

/** What a relay that ends and begins again owes those who follow it: no change twice, and none lost. */

const QUARTER = 15_000
const LONGEST = 120_000
const recordings = load(['2024-12-19-chat-attachments'])
const START = Date.parse('2024-12-19T08:10:00Z')

const documentAt = (at: number): string => JSON.stringify(summaryAt(recordings, at))

/** A store that lives on, as text, while those who use it come and go. */
const createKept = (): Store & { readonly rows: () => Rows } => {
  let text = '{}'
  return {
    rows: () => JSON.parse(text) as Rows,
    read: async () => JSON.parse(text) as Rows,
    write: async (rows) => {
      text = JSON.stringify({ ...JSON.parse(text), ...rows })
    },
  }
}

/** A world with a page and an alarm, in which relays are born again and again. */
const createWorld = (store: Store = createMemoryStore()) => {
  const world = { now: START, page: documentAt(START), alarm: null as number | null, asked: 0 }
  const time: Time = { clock: () => world.now, timer: () => () => undefined, onMachine: (at) => at }
  const begin = () =>
    createUpstream({
      vendor: kustomer,
      hosts: ['https://status.example/api/v2/summary.json'],
      time,
      random: () => 0,
      store,
      setAlarm: async (at) => {
        world.alarm = at
      },
      alarm: async () => world.alarm,
      log: () => undefined,
      fetch: async () => {
        world.asked++
        return new Response(world.page)
      },
    })
  return { world, begin, time }
}

const numbersOf = (news: News | null | undefined): Record<string, number> =>
  Object.fromEntries((news?.pods ?? []).map(({ pod, number }) => [pod, number]))

it('gives a change the same number after a restart', async () => {
  const store = createKept()
  const { world, begin } = createWorld(store)
  const first = begin()
  await first.look()
  const before = (await first.news(null))?.news
  expect(before?.pods.map(({ judgement }) => judgement.level)).toContain('degraded')
  // What is read back is the same, with its keys in another order: compared as it stands, it would be a change.
  const kept = readNews(store.rows().news, kustomer)
  expect(kept).toEqual(before)
  expect(JSON.stringify(kept)).not.toBe(JSON.stringify(before))

  world.now += QUARTER
  const second = begin()
  await second.look()
  const after = (await second.news(null))?.news
  expect(world.asked).toBe(2)
  expect(numbersOf(after)).toEqual(numbersOf(before))
  expect(after?.revision).toBe(before?.revision)
})

it('tells of a change only once it is kept', async () => {
  const kept = createKept()
  let release = (): void => undefined
  let isHeld = false
  const written = new Promise<void>((resolve) => {
    release = resolve
  })
  let begun = (): void => undefined
  const isWriting = new Promise<void>((resolve) => {
    begun = resolve
  })
  const { world, begin } = createWorld({
    read: kept.read,
    async write(rows) {
      if (isHeld && rows.news !== undefined) {
        begun()
        await written
      }
      await kept.write(rows)
    },
  })
  const upstream = begin()
  await upstream.look()
  const before = await upstream.news(null)
  world.now = Date.parse('2024-12-19T08:56:00Z')
  world.page = documentAt(world.now)
  isHeld = true
  const looking = upstream.look()
  await isWriting
  const meanwhile = await upstream.news(null)
  expect([meanwhile?.revision, meanwhile?.fetchedAt]).toEqual([before?.revision, before?.fetchedAt])
  release()
  await looking
  expect((await upstream.news(null))?.revision).not.toBe(before?.revision)
})

describe('after a death while asking', () => {
  const bornAgain = async (alarm: number) => {
    const { world, begin } = createWorld(createKept())
    await begin().look()
    expect(world.alarm).toBe(START + QUARTER)
    world.alarm = alarm
    world.now += 5000
    await begin().health()
    return world
  }

  it('whoever reads brings the alarm forward to when the page is due', async () => {
    expect((await bornAgain(START + LONGEST)).alarm).toBe(START + QUARTER)
  })

  it('an alarm that is soon enough stays', async () => {
    expect((await bornAgain(START + 6000)).alarm).toBe(START + 6000)
  })
})

describe('numbers', () => {
  const publish = createPublisher(kustomer)
  const at = { now: START, fetchedAt: START }
  const snapshotOf = (title: string) => {
    const [recording] = recordings
    if (recording === undefined) throw new Error('There is nothing to play.')
    const updates = recording.updates.map((update) => ({ ...update, body: 'Messages in chat fail.' }))
    const read = readStatuspage(
      summaryAt([{ ...recording, title, updates, components: [] }], START),
      kustomer,
    )
    if (!read.ok) throw new Error(read.detail)
    return read.value
  }
  const publishAll = (titles: readonly string[]): News[] => {
    const all: News[] = [{ epoch: 'e', revision: 0, document: 0, pods: [] }]
    for (const title of titles)
      all.push(
        publish(
          snapshotOf(title),
          at,
          all.at(-1) ?? { epoch: 'e', revision: 0, document: 0, pods: [] },
          false,
        ).news,
      )
    return all.slice(1)
  }

  it('a pod that was gone comes back with one that it never had', () => {
    const [first, gone, back] = publishAll([
      'Chat fails on Prod7',
      'Chat fails on Prod2',
      'Email fails on Prod7',
    ])
    expect([first, gone, back].map((news) => 'prod7' in numbersOf(news))).toEqual([true, false, true])
    expect(numbersOf(back)['prod7']).toBeGreaterThan(numbersOf(first)['prod7'] ?? Number.NaN)
  })

  it('all pods together have another id when one of them is gone', async () => {
    const all = publishAll(['Chat fails on Prod7', 'Chat fails on Prod2', 'Email fails on Prod7'])
    const ids = await Promise.all(all.map((news) => firstId(news, 'pods')))
    expect(new Set(ids).size).toBe(3)
  })

  /** The id of what a stream tells first. */
  const firstId = async (news: News, what: string): Promise<string | undefined> => {
    const { time } = createWorld()
    const never = (): never => {
      throw new Error('Nobody asks for this.')
    }
    const reply = { fetchedAt: START, age: 0, revision: `e.${news.revision}`, news }
    const source: Source = { news: async () => reply, document: never, hook: never, health: never }
    const settings = {
      vendor: kustomer,
      hosts: ['https://a.example'] as const,
      statuspageSecret: null,
      pingoruSecret: null,
      streams: 10,
    }
    const handle = createHandler(settings, { time, random: () => 0, log: () => undefined })
    const response = await handle(new Request(`http://relay/v1/kustomer/${what}/events`), source)
    const reader = response.body?.getReader()
    let text = ''
    while (reader && !text.includes('\n\nevent'))
      text += new TextDecoder().decode((await reader.read()).value)
    await reader?.cancel()
    return /^id: (.*)$/m.exec(text)?.[1]
  }
})
