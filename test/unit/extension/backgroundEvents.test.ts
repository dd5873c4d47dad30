import { describe, expect, it } from 'vitest'
import type { Recording } from '../../../scripts/replay/recording.ts'
import { SILENCE } from '../../../shared/model/limits.ts'
import { LONGEST, SHORTEST } from '../../../shared/polling/waits.ts'
import { nightly } from '../../support/nightly.ts'
import { HOUR, MINUTE, mostInAnHour, SECOND, settled } from '../polling/world.ts'
import { type Machine, machine, type Plan } from './machine.ts'
import { playedRelay, RELAY } from './playedRelay.ts'
import { CALM, on, SPREADING } from './stories.ts'

const KINDS = ['prod1', 'pods', 'summary'] as const
type Kind = (typeof KINDS)[number]

/** A relay asks every 15 s and a document is asked for within 2 s; the rest is on the way. */
const SOON = 19 * SECOND
/** The longest wait of a poller, and what its request takes. */
const WAIT = 76 * SECOND

/** An agent of prod1 who hears the events of a relay. */
const listening = async (kind: Kind, playing: readonly Recording[] = SPREADING, plan: Partial<Plan> = {}) => {
  const m = machine({ playing, from: on('10:00'), settings: { feed: `${RELAY}/${kind}.json` }, ...plan })
  const relay = playedRelay(m, playing)
  await m.open()
  // The bucket of a new profile pays for it after a while.
  for (let tries = 0; tries < 20 && m.streams().length === 0; tries++) await m.play(15 * SECOND)
  await m.play(16 * SECOND)
  expect(m.streams()).toHaveLength(1)
  return { m, relay }
}

const asked = (m: Machine): number => m.log.requests.length - m.log.opened.length
const heardAt = (m: Machine): number => (m.storage.value('poll') as { heard: { at: number } }).heard.at
const TOLD = ['Trouble on Prod1 (US)', 'Prod1 (US) is back to normal']

describe.each(KINDS)('the events of %s', (kind) => {
  it('tell of a change within seconds, and once', async () => {
    const { m } = await listening(kind)
    await m.playTo(on('10:09'))
    const before = asked(m)
    await m.playTo(on('10:10'))
    expect(m.titles()).toEqual([])
    await m.play(SOON)
    expect(m.titles()).toEqual(TOLD.slice(0, 1))
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    await m.playTo(on('11:30'))
    expect(m.titles()).toEqual(TOLD.slice(0, 1))
    await m.play(SOON)
    expect(m.titles()).toEqual(TOLD)
    // A mirror is asked for the document each time that changes.
    expect(asked(m) - before).toBe(kind === 'summary' ? 2 : 0)
  })

  it('keep what is known fresh, and write one small row for each beat and each look at the time', async () => {
    const { m } = await listening(kind, CALM)
    const before = asked(m)
    const from = m.storage.state.writes.length
    await m.play(30 * MINUTE)
    expect(asked(m)).toBe(before)
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    expect(m.at.clock() - heardAt(m)).toBeLessThanOrEqual(17 * SECOND)
    const writes = m.storage.state.writes.slice(from)
    expect(new Set(writes.flat())).toEqual(new Set(['poll']))
    expect(writes.length).toBeLessThanOrEqual(30 * (4 + 1) + 1)
  })

  it('that fall silent are given up, and the schedule goes on from the last of them', async () => {
    const { m, relay } = await listening(kind, CALM)
    relay.box.beats = false
    const [before, last] = [asked(m), m.at.now()]
    await m.play(SILENCE - 16 * SECOND)
    expect(m.streams()).toHaveLength(1)
    await m.play(17 * SECOND)
    expect(m.streams()).toEqual([])
    await m.play(last + WAIT - m.at.now())
    expect(asked(m)).toBe(before + 1)
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    relay.box.beats = true
    await m.play(2 * MINUTE)
    expect(m.streams()).toHaveLength(1)
  })

  it('that end in the middle of an incident leave no gap, and nothing is told twice', async () => {
    const { m, relay } = await listening(kind)
    let oldest = 0
    for (let step = 0; step < 4 * 100; step++) {
      if (step % 9 === 4) relay.hangUp()
      await m.play(15 * SECOND)
      oldest = Math.max(oldest, m.at.clock() - heardAt(m))
    }
    expect(m.log.opened.length).toBeGreaterThan(20)
    expect(m.titles()).toEqual(TOLD)
    // One wait, and what the relay's own is old.
    expect(oldest).toBeLessThanOrEqual(WAIT + 15 * SECOND)
    expect(mostInAnHour(m.log.requests)).toBeLessThanOrEqual(120)
  })

  it('are opened again with what was told last, which a beat is the answer to', async () => {
    const { m, relay } = await listening(kind, CALM)
    expect(m.streams()[0]?.address).toBe(`${RELAY}/${kind}/events`)
    const before = asked(m)
    relay.hangUp()
    await m.play(62 * SECOND)
    expect(m.streams()[0]?.address).toMatch(/\/events\?last=s\d+$/)
    await m.play(10 * MINUTE)
    expect(asked(m) - before).toBeLessThanOrEqual(1)
    expect(m.at.clock() - heardAt(m)).toBeLessThanOrEqual(17 * SECOND)
  })

  it('renew what was told, though somebody asked meanwhile', async () => {
    const { m } = await listening(kind, CALM)
    await m.play(5 * MINUTE + 7 * SECOND)
    await m.ask({ type: 'page-bg:check' })
    const before = asked(m)
    await m.play(10 * MINUTE)
    expect(asked(m)).toBe(before)
    expect(m.at.clock() - heardAt(m)).toBeLessThanOrEqual(17 * SECOND)
  })

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['another vendor', { vendor: 'somebody' }],
    ['another page', { page: 'someone-else' }],
    ['no age', { age: null }],
    ['an age below nothing', { age: -1 }],
    ['an age beyond 15 minutes', { age: 901 }],
    ['a newer kind', { podlight: 2 }],
  ])('are closed for a lie, and Podlight goes back to asking: %s', async (_, lie) => {
    const { m, relay } = await listening(kind, CALM)
    const heard = heardAt(m)
    const answer = m.box.server
    relay.box.lie = lie
    // Only the events lie.
    m.box.server = (url) => {
      relay.box.lie = {}
      const reply = answer?.(url)
      relay.box.lie = lie
      if (!reply) throw new Error('no relay')
      return reply
    }
    const before = asked(m)
    await m.play(16 * SECOND)
    expect(m.streams()).toEqual([])
    expect(heardAt(m)).toBe(heard)
    await m.play(WAIT)
    expect(asked(m)).toBe(before + 1)
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
  })
})

describe('a stream of events', () => {
  const isNever = async (m: Machine): Promise<void> => {
    await m.open()
    await m.play(10 * MINUTE)
    expect(m.log.opened).toEqual([])
  }

  it('is not opened where the relay offers none', async () => {
    const m = machine({ playing: CALM, from: on('10:00'), settings: { feed: `${RELAY}/pods.json` } })
    playedRelay(m, CALM).box.offers = false
    await isNever(m)
  })

  it('is not opened to the vendor’s page, whatever that says', async () => {
    const m = machine({ playing: CALM, from: on('10:00') })
    playedRelay(m, CALM).box.headers = { 'podlight-events': '15' }
    await isNever(m)
  })

  it('is not opened while nobody watches a pod, and closed when the last is gone', async () => {
    const feed = `${RELAY}/pods.json`
    const m = machine({ playing: CALM, from: on('10:00'), settings: { feed, pods: [] } })
    playedRelay(m, CALM)
    await isNever(m)
    const { m: other } = await listening('pods', CALM)
    await other.settings({ pods: [], feed })
    expect(other.streams()).toEqual([])
  })

  it('is not opened where data is to be saved, and closed when that is chosen', async () => {
    const m = machine({ playing: CALM, from: on('10:00'), settings: { feed: `${RELAY}/pods.json` } })
    playedRelay(m, CALM)
    m.box.isSaving = true
    await isNever(m)
    m.box.isSaving = false
    await m.play(10 * MINUTE)
    expect(m.streams()).toHaveLength(1)
    m.box.isSaving = true
    await m.play(2 * MINUTE)
    expect(m.streams()).toEqual([])
  })

  it('is closed when the relay offers it no more, or another feed is chosen, or all is deleted', async () => {
    const { m, relay } = await listening('pods', CALM)
    relay.box.offers = false
    await m.play(MINUTE)
    await m.ask({ type: 'page-bg:check' })
    expect(m.streams()).toEqual([])
    const { m: other } = await listening('pods', CALM)
    await other.settings({ feed: null })
    expect(other.streams()).toEqual([])
    const { m: third } = await listening('pods', CALM)
    await third.ask({ type: 'page-bg:reset' })
    expect(third.streams()).toEqual([])
  })

  it('of another feed is opened once that was tried', async () => {
    const { m } = await listening('prod1', CALM)
    await m.play(20 * MINUTE)
    await m.ask({ type: 'page-bg:use', address: `${RELAY}/summary.json` })
    expect(m.streams().map(({ address }) => address)).toEqual([`${RELAY}/summary/events`])
  })

  it('of one pod is closed when it tells of another', async () => {
    const { m, relay } = await listening('prod1', CALM)
    const [stream] = m.streams()
    stream?.message('verdict', 'x', relay.bodyOf('prod2'))
    await settled()
    expect(stream?.isOpen).toBe(false)
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
  })

  it('is closed for a beat before anything was told', async () => {
    const { m, relay } = await listening('pods', CALM)
    const data = JSON.stringify({ ...JSON.parse(relay.bodyOf('pods')), verdicts: undefined })
    relay.box.isSilent = true
    await m.restart()
    // It is born, asks and opens one; this comes before anything else.
    for (let tries = 0; tries < 90 && m.streams().length === 0; tries++) await m.play(SECOND)
    const [stream] = m.streams()
    expect(stream?.isOpen).toBe(true)
    stream?.message('beat', 's1', data)
    await settled()
    expect(stream?.isOpen).toBe(false)
  })

  it('is not believed for what lay in a buffer while the machine slept', async () => {
    const { m, relay } = await listening('pods', CALM)
    const [stream] = m.streams()
    const data = relay.bodyOf('pods')
    const heard = heardAt(m)
    m.at.sleep(20 * MINUTE, true)
    // By its own word it is some seconds old.
    expect(JSON.parse(data).age).toBeLessThan(15)
    stream?.message('verdict', 's1', data)
    await settled()
    expect(heardAt(m)).toBe(heard)
    expect(stream?.isOpen).toBe(false)
  })

  it('ends nobody’s waiting: a relay that is full is met more and more seldom, and asked as ever', async () => {
    const m = machine({ playing: CALM, from: on('10:00'), settings: { feed: `${RELAY}/pods.json` } })
    playedRelay(m, CALM).box.isFull = true
    await m.open()
    await m.play(3 * HOUR)
    const { opened } = m.log
    const gaps = opened.slice(1).map((at, i) => at - (opened[i] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(SHORTEST)
    // From 30 s to between 30 s and 5 min: 165 s on average, and the schedule's look after it.
    expect(opened.length).toBeLessThan((3 * HOUR) / (LONGEST / 3))
    expect(opened.length).toBeGreaterThan((3 * HOUR) / LONGEST)
    const requests = [...m.log.requests]
    for (const at of opened) requests.splice(requests.indexOf(at), 1)
    const waits = requests.slice(1).map((at, i) => at - (requests[i] ?? 0))
    expect(Math.max(...waits)).toBeLessThanOrEqual(WAIT)
    expect(mostInAnHour(m.log.requests)).toBeLessThanOrEqual(120)
  })

  it('backs off as before where the background dies in between', async () => {
    const m = machine({ playing: CALM, from: on('10:00'), settings: { feed: `${RELAY}/pods.json` } })
    playedRelay(m, CALM).box.isFull = true
    await m.open()
    for (let minute = 0; minute < 3 * 60; minute++) {
      await m.play(MINUTE)
      m.kill()
    }
    expect(m.log.opened.length).toBeLessThan((3 * HOUR) / (LONGEST / 3))
  })

  it('is paid from the bucket: with nothing in it, none is opened', async () => {
    const { m, relay } = await listening('pods', CALM)
    await m.play(30 * MINUTE)
    const opened = m.log.opened.length
    relay.hangUp()
    // Its pause is over at last, and the bucket has paid for everybody else.
    for (let press = 0; press < 62; press++) {
      await m.ask({ type: 'page-bg:check' })
      await m.play(SECOND)
    }
    expect(m.log.opened.length).toBe(opened)
    await m.play(3 * MINUTE)
    expect(m.log.opened.length).toBe(opened + 1)
  })

  it('that fails again and again leaves an incident its requests', async () => {
    const plan = { playing: SPREADING, from: on('10:20'), settings: { feed: `${RELAY}/pods.json` } }
    const play = async (isFull: boolean) => {
      const m = machine(plan)
      const relay = playedRelay(m, SPREADING)
      relay.box.isFull = isFull
      relay.box.offers = isFull
      await m.open()
      await m.play(HOUR)
      return asked(m)
    }
    const [full, without] = [await play(true), await play(false)]
    expect(without).toBeGreaterThan(95)
    expect(full).toBeGreaterThan(without - 4)
  })
})

describe('a mirror that is served from a cache', () => {
  it('is not renewed by beats of a document that was never read', async () => {
    const { m, relay } = await listening('summary', SPREADING)
    await m.playTo(on('10:09'))
    const old = m.box.server?.(`${RELAY}/summary.json`)
    if (!old) throw new Error('no relay')
    const text = await old.text()
    const kept = m.at.clock()
    const answer = m.box.server
    m.box.server = (url) => {
      const reply = answer?.(url) ?? old
      const age = String(Math.floor((m.at.clock() - kept) / SECOND))
      const headers = { get: (name: string) => (name === 'age' ? age : old.headers.get(name)) }
      return { ...reply, headers, text: async () => text }
    }
    await m.playTo(on('10:20'))
    // A cache says its age in whole seconds.
    expect(heardAt(m)).toBeLessThan(kept + SECOND)
    await m.playTo(on('10:26'))
    expect(m.toolbar()).toMatchObject({ icon: 'unknown' })
    expect(relay.box.beats).toBe(true)
  })
})

describe('a background that dies at any call while events come', () => {
  it.each([
    ['prod1', 'done'],
    ['prod1', 'undone'],
    ['summary', 'done'],
    ['summary', 'undone'],
  ] as const)('has each change told exactly once: %s, the last call %s', async (kind, lastCall) => {
    const step = nightly(9, 31)
    let calls = 1 - step
    for (let isReached = true; isReached; ) {
      calls += step
      const { m } = await listening(kind, SPREADING, { lastCall })
      await m.playTo(on('10:09'))
      m.doom(calls)
      await m.playTo(on('10:13'))
      isReached = m.log.deaths > 0
      await m.playTo(on('10:20'))
      expect({ calls, titles: m.titles() }).toEqual({ calls, titles: TOLD.slice(0, 1) })
      // It hears events again.
      expect(m.streams()).toHaveLength(1)
    }
    expect(calls).toBeGreaterThan(30)
  })
})
