import { describe, expect, it } from 'vitest'
import { SILENCE } from '../../../shared/model/limits.ts'
import { nightly } from '../../support/nightly.ts'
import { MINUTE, mostInAnHour, SECOND } from '../polling/world.ts'
import { RELAY } from './playedRelay.ts'
import { asked, heardAt, KINDS, listening, SOON, TOLD, WAIT } from './relayAgent.ts'
import { CALM, on, SPREADING } from './stories.ts'

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
