import { describe, expect, it } from 'vitest'
import { NO_POLL } from '../../../extension/storage/storedKeys.ts'
import { atomAt } from '../../../scripts/replay/atom.ts'
import { readRecording } from '../../../scripts/replay/readRecording.ts'
import { bucketOf } from '../../../shared/polling/bucket.ts'
import { firstState } from '../../../shared/polling/pollState.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { nightly } from '../../support/nightly.ts'
import { HOUR, MINUTE, SECOND } from '../polling/world.ts'
import { type Machine, machine } from './machine.ts'
import { reply } from './page.ts'
import { CALM, ESCALATION, on, SPREADING } from './stories.ts'

const INCIDENTS = 'incidents.json'
const WORK = 'scheduled-maintenances.json'
const DAY = 24 * HOUR

/** A day after what happened. */
const after = { playing: SPREADING, from: '2026-05-05T10:00:00Z' }
const filled = (m: Machine) => m.storage.value('filled')
const titlesIn = (m: Machine) => [...new Set(m.log.kept.map(({ document }) => document.title))]
/** A bucket with so many requests. */
const withBucket = (m: Machine, requests: number): void => {
  const at = m.at.clock()
  const row = { ...firstState(at), bucket: bucketOf(requests, at) }
  m.storage.put({ poll: { ...NO_POLL, row } })
}

/** A list with so many incidents on its page, one a day before a time. */
const listOf = (count: number, page: number, from: number) =>
  reply(
    200,
    JSON.stringify({
      page: { id: kustomer.page.id },
      incidents: Array.from({ length: count }, (_, at) => ({
        id: `p${page}i${at}`,
        name: 'Trouble with chat',
        status: 'resolved',
        started_at: new Date(from - (page * 50 + at) * DAY).toISOString(),
        incident_updates: [],
        components: [],
      })),
    }),
  )

describe('a history that begins', () => {
  it('is filled from both lists of the page, after the page itself has answered, and once', async () => {
    const m = machine(after)
    await m.open()
    await m.play(5 * SECOND)
    expect(m.log.lists).toEqual([INCIDENTS, WORK])
    expect(m.log.requests).toHaveLength(3)
    expect(titlesIn(m)).toEqual([SPREADING[0]?.title])
    expect(filled(m)).toMatchObject({ feed: '', open: [] })
    await m.play(3 * HOUR)
    expect(m.log.lists).toHaveLength(2)
  })

  it('asks nothing where the page does not answer, nor where a relay does', async () => {
    const m = machine(after)
    m.box.fault = 'offline'
    await m.open()
    await m.play(10 * MINUTE)
    expect(m.log.lists).toEqual([])
    const feed = 'https://relay.test/v1/kustomer/summary.json'
    const relay = machine({ ...after, settings: { feed } })
    await relay.open()
    await relay.play(10 * MINUTE)
    expect(relay.log.lists).toEqual([])
  })

  it('leaves the page a request, and asks again as soon as there are more', async () => {
    const m = machine(after)
    withBucket(m, 1)
    await m.open()
    await m.play(SECOND)
    expect(m.log.lists).toEqual([])
    await m.play(20 * MINUTE)
    expect(m.log.lists).toEqual([INCIDENTS, WORK])
  })

  it('asks for more pages where the first is full and recent, up to four, or until one says nothing new', async () => {
    const from = Date.parse(after.from)
    const pages = async (
      count: (page: number) => number,
      pageOf = (page: number) => page,
    ): Promise<readonly string[]> => {
      const m = machine(after)
      m.box.list = (name) => {
        const page = Number(/page=(\d)/.exec(name)?.[1] ?? 1)
        return name === WORK ? reply(404, '') : listOf(count(page), pageOf(page), from)
      }
      withBucket(m, 10)
      await m.open()
      await m.play(MINUTE)
      return m.log.lists.filter((name) => name.startsWith(INCIDENTS))
    }
    const second = `${INCIDENTS}?page=2`
    expect(await pages(() => 49)).toEqual([INCIDENTS])
    expect(await pages((page) => (page === 1 ? 50 : 3))).toEqual([INCIDENTS, second])
    // Some servers don't know of pages, and give the first one again.
    expect(
      await pages(
        () => 50,
        () => 1,
      ),
    ).toEqual([INCIDENTS, second])
    const all = await pages(() => 50)
    expect(all).toEqual([INCIDENTS, second, `${INCIDENTS}?page=3`, `${INCIDENTS}?page=4`])
  })

  it.each<[string, string]>([
    ['fails', ''],
    ['is another page’s', JSON.stringify({ page: { id: 'another' }, incidents: [] })],
    ['has no list', JSON.stringify({ page: { id: kustomer.page.id } })],
  ])('asks a day later again where a list %s, and never in a loop', async (_, body) => {
    const m = machine({ ...after, playing: CALM })
    m.box.list = () => reply(body === '' ? 500 : 200, body)
    m.box.isSaving = true
    await m.open()
    await m.play(DAY - HOUR)
    expect(m.log.lists.sort()).toEqual(['history.atom', INCIDENTS, WORK])
    await m.play(2 * HOUR)
    expect(m.log.lists.filter((name) => name === INCIDENTS)).toHaveLength(2)
    m.box.list = null
    await m.play(DAY)
    expect(filled(m)).toMatchObject({ open: [] })
    expect(m.log.lists.filter((name) => name === INCIDENTS)).toHaveLength(3)
  })

  it('takes the Atom feed of the vendor’s page as the last resort, and that of no other address', async () => {
    const read = async (feed: string | null): Promise<Machine> => {
      const m = machine({ ...after, settings: { feed } })
      m.box.list = (name) =>
        name === 'history.atom' ? reply(200, atomAt(SPREADING, Date.parse(after.from), {})) : reply(500, '')
      await m.open()
      await m.play(10 * MINUTE)
      return m
    }
    const m = await read(null)
    expect(titlesIn(m)).toEqual([SPREADING[0]?.title])
    expect(filled(m)).toMatchObject({ open: expect.arrayContaining(['incidents']) })
    expect((await read('https://copy.test/summary.json')).log.lists).not.toContain('history.atom')
  })

  it('is asked for once and loses nothing, whatever call is the background’s last', async () => {
    for (const lastCall of ['done', 'undone'] as const)
      for (let calls = 1; calls < 60; calls += nightly(1, 3)) {
        const m = machine({ ...after, lastCall })
        await m.open()
        m.doom(calls)
        await m.play(10 * MINUTE)
        const asked = m.log.lists.filter((name) => name === INCIDENTS).length
        expect(asked, `call ${calls}`).toBeLessThanOrEqual(1)
        await m.closedUntil('2026-05-06T10:30:00Z')
        await m.play(10 * MINUTE)
        expect(filled(m), `call ${calls}`).toMatchObject({ open: [] })
        expect(titlesIn(m)).toEqual([SPREADING[0]?.title])
      }
  })

  it('asks for nothing that it could not remember to have asked for', async () => {
    const m = machine(after)
    m.storage.state.refusesSet = true
    await m.open()
    for (let times = 0; times < 10; times++) {
      m.kill()
      await m.play(2 * MINUTE)
    }
    expect(m.log.lists).toEqual([])
  })

  it('keeps nothing of a list that comes after everything was deleted', async () => {
    const m = machine(after)
    let answer: ((value: ReturnType<typeof reply>) => void) | undefined
    m.box.list = () =>
      new Promise((resolve) => {
        answer = resolve
      }) as never
    await m.open()
    await m.play(SECOND)
    await m.ask({ type: 'page-bg:reset' })
    m.box.list = null
    answer?.(m.page.list(INCIDENTS, m.at.clock()))
    await m.play(SECOND)
    expect(m.log.kept).toEqual([])
    expect(filled(m)).toBeNull()
  })
})

describe('a history that goes on', () => {
  const work = readRecording(
    {
      id: 'work',
      title: 'Scheduled maintenance',
      impact: 'maintenance',
      scheduled: { for: on('10:10'), until: on('10:40') },
      components: [{ group: 'Prod1 (US)', name: 'Channel - Chat', statuses: [] }],
      updates: [
        { status: 'scheduled', at: on('09:00'), body: 'We will maintain chat.' },
        { status: 'in_progress', at: on('10:10'), body: 'We maintain chat.' },
        { status: 'completed', at: on('10:40'), body: 'It is done.' },
      ],
    },
    'work',
  )

  it('asks for planned work where some that went on is gone', async () => {
    const m = machine({ playing: [work], from: on('10:00') })
    await m.open()
    await m.playTo(on('10:35'))
    expect(m.log.lists).toEqual([INCIDENTS, WORK])
    await m.playTo(on('11:30'))
    expect(m.log.lists).toEqual([INCIDENTS, WORK, WORK])
    expect(m.log.kept.at(-1)).toMatchObject({
      kind: 'maintenance',
      document: { phase: 'completed' },
    })
  })

  it('asks for incidents after each gap, and for planned work once a day at most', async () => {
    const m = machine({ playing: ESCALATION, from: '2026-03-24T01:00:00Z', settings: { pods: ['prod4'] } })
    await m.open()
    await m.playTo('2026-03-24T01:10:00Z')
    for (const hour of ['03', '05']) await m.closedUntil(`2026-03-24T${hour}:00:00Z`)
    await m.closedUntil('2026-03-25T06:00:00Z')
    await m.play(MINUTE)
    const count = (name: string) => m.log.lists.filter((one) => one === name).length
    expect(count(INCIDENTS)).toBe(4)
    expect(count(WORK)).toBe(2)
    expect(titlesIn(m)).toContain(ESCALATION[0]?.title)
  })
})
