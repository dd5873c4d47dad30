import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../polling/world.ts'
import type { Machine } from '../machine.ts'
import { on } from '../stories.ts'
import { FAILING, LOST, WELL, watched, watchIn, work } from './agent.ts'

const notices = (m: Machine): string[] => m.titles().filter((title) => /own requests|can’t reach/.test(title))

describe('what is noticed of requests', () => {
  it('is kept from when it is noticed until it is over, and confirmed when the page tells of it', async () => {
    const m = await watched()
    const began = m.at.clock()
    await work(m, 5 * MINUTE, FAILING)
    const [sign] = watchIn(m).signs
    expect(sign).toMatchObject({ what: 'app', kind: 'failing', end: null, spoken: true, confirmed: null })
    expect((sign?.at ?? 0) - began).toBeLessThan(3 * MINUTE)
    expect(sign?.control).toBeGreaterThan(began - MINUTE)
    expect(sign?.codes).toEqual({ 503: expect.any(Number) })
    await work(m, 12 * MINUTE, WELL)
    expect(watchIn(m).signs).toMatchObject([{ end: expect.any(Number), confirmed: null }])
    await m.playTo(on('10:15'))
    // The page says when it began to tell, which is not when it was heard.
    expect(watchIn(m).signs).toMatchObject([{ confirmed: Date.parse(on('10:10')) }])
  })

  it('is not confirmed by what the page tells a day later', async () => {
    const m = await watched({}, { from: on('02:00') })
    await work(m, 5 * MINUTE, FAILING)
    await work(m, 12 * MINUTE, WELL)
    await m.playTo(on('10:15'))
    expect(watchIn(m).signs).toMatchObject([{ confirmed: null }])
  })

  it('is nothing new where the page told of it first', async () => {
    const m = await watched({}, { from: on('10:15') })
    await work(m, 5 * MINUTE, FAILING)
    expect(watchIn(m).signs).toEqual([])
  })

  it('is unreachable only while the page answers', async () => {
    const m = await watched()
    await work(m, 9 * MINUTE, LOST)
    expect(watchIn(m).signs).toMatchObject([{ kind: 'unreachable' }])
    const offline = await watched()
    offline.box.fault = 'offline'
    await work(offline, 9 * MINUTE, LOST)
    expect(watchIn(offline).signs).toEqual([])
  })

  it('has the page asked once more when suspicion begins, and no more than that', async () => {
    /** Requests that came before their time. */
    const early = async (answer: typeof FAILING): Promise<number> => {
      const m = await watched()
      const before = m.log.requests.length - 1
      await work(m, 10 * MINUTE, answer)
      const times = m.log.requests.slice(before)
      return times.filter((at, i) => i > 0 && at - (times[i - 1] ?? 0) < MINUTE).length
    }
    expect([await early(WELL), await early(FAILING)]).toEqual([0, 1])
  })

  it('is said only where that was chosen, and not while it is muted', async () => {
    const shadow = await watched({ evidence: 'shadow' })
    await work(shadow, 5 * MINUTE, FAILING)
    expect(watchIn(shadow).signs).toMatchObject([{ spoken: false }])
    const muted = await watched()
    await muted.ask({ type: 'page-bg:watch-mute', on: true })
    await work(muted, 5 * MINUTE, FAILING)
    expect(watchIn(muted).signs).toMatchObject([{ spoken: false }])
  })

  it('is written once a minute while it goes on, but for when it begins and ends', async () => {
    const m = await watched()
    await work(m, 3 * MINUTE, FAILING)
    const before = m.storage.state.writes.filter((names) => names.includes('watch')).length
    await work(m, 10 * MINUTE, FAILING)
    const writes = m.storage.state.writes.filter((names) => names.includes('watch')).length - before
    expect(writes).toBeGreaterThan(5)
    expect(writes).toBeLessThanOrEqual(11)
  })

  it('is what the user says it was, and that changes nothing else', async () => {
    const m = await watched()
    await work(m, 5 * MINUTE, FAILING)
    const before = watchIn(m)
    const at = before.signs[0]?.at ?? 0
    await m.ask({ type: 'page-bg:watch-said', at, said: 'false' })
    expect(watchIn(m)).toEqual({ ...before, signs: [{ ...before.signs[0], said: 'false' }] })
    await m.ask({ type: 'page-bg:watch-said', at, said: null })
    await m.ask({ type: 'page-bg:watch-mute', on: true })
    expect(watchIn(m)).toEqual({ ...before, mutedUntil: m.at.clock() + 4 * HOUR })
    await m.ask({ type: 'page-bg:watch-mute', on: false })
    expect(watchIn(m)).toEqual(before)
  })

  it('waits longer for the third time, as nothing came of the first two', async () => {
    const noticedAfter = async (said: 'false' | null): Promise<number> => {
      const m = await watched({}, { from: on('00:00') })
      for (let times = 0; times < 2; times++) {
        await work(m, 4 * MINUTE, FAILING)
        await work(m, 20 * MINUTE, WELL)
        const at = watchIn(m).signs.at(-1)?.at ?? 0
        await m.ask({ type: 'page-bg:watch-said', at, said })
      }
      await work(m, MINUTE, WELL)
      const began = m.at.clock()
      await work(m, 10 * MINUTE, FAILING)
      expect(watchIn(m).signs).toHaveLength(3)
      return (watchIn(m).signs.at(-1)?.at ?? 0) - began
    }
    expect(await noticedAfter('false')).toBeGreaterThan((await noticedAfter(null)) + MINUTE)
  })
})

describe('notifications of what is noticed', () => {
  it('come once when it is noticed and once when it is confirmed, where they are wanted', async () => {
    const m = await watched({ evidence: 'notify' })
    await work(m, 5 * MINUTE, FAILING)
    expect(notices(m)).toHaveLength(1)
    await work(m, 12 * MINUTE, WELL)
    expect(notices(m)).toHaveLength(1)
    await m.playTo(on('10:15'))
    expect(notices(m)).toHaveLength(2)
    expect(new Set(m.log.created.map(({ id }) => id)).size).toBe(m.log.created.length)
  })

  it.each([
    ['for those who did not choose them', { evidence: 'on' }],
    ['in quiet hours', { evidence: 'notify', quiet: { from: '09:00', to: '12:00' } }],
    ['where there are to be none at all', { evidence: 'notify', notify: false }],
  ] as const)('do not come %s', async (_, settings) => {
    const m = await watched(settings)
    await work(m, 5 * MINUTE, FAILING)
    expect(watchIn(m).signs).toHaveLength(1)
    await m.playTo(on('10:15'))
    expect(notices(m)).toEqual([])
  })
})
