import { describe, expect, it } from 'vitest'
import { nightly } from '../../../support/nightly.ts'
import { chance, MINUTE, SECOND } from '../../polling/world.ts'
import type { Machine } from '../machine.ts'
import { on } from '../stories.ts'
import { FAILING, LOST, WELL, watched, watchIn, work } from './agent.ts'

const notices = (m: Machine): string[] => m.titles().filter((title) => /own requests|can’t reach/.test(title))

/** Kills the background again and again, as long as there are deaths left. */
const killing = (m: Machine, deaths: number, seed: number) => {
  const random = chance(seed)
  const state = { left: deaths, next: 0 }
  const each = (): void => {
    if (state.left === 0 || m.at.now() < state.next) return
    // No browser ends one sooner than that.
    state.next = m.at.now() + 16 * SECOND + Math.floor(random() * 30) * SECOND
    if (!m.isAlive()) return
    m.kill()
    state.left--
  }
  return { state, each }
}

const DEATHS = nightly(50, 12)
const LENGTH = nightly(25, 8) * MINUTE

describe('a background that dies again and again while requests fail', () => {
  it.each([
    ['failing', FAILING],
    ['unreachable', LOST],
  ] as const)('notices it once, and loses and repeats nothing: %s', async (kind, answer) => {
    const m = await watched({ evidence: 'notify' }, { from: on('08:00') })
    const began = m.at.clock()
    const { state, each } = killing(m, DEATHS, 7)
    await work(m, LENGTH, answer, each)
    while (state.left > 0) await work(m, MINUTE, answer, each)
    const [sign, ...more] = watchIn(m).signs
    expect(more).toEqual([])
    expect(sign).toMatchObject({ kind, end: null, spoken: true })
    expect((sign?.at ?? 0) - began).toBeLessThan((kind === 'failing' ? 4 : 8) * MINUTE)
    expect(notices(m)).toHaveLength(1)
    await work(m, 12 * MINUTE, WELL)
    expect(watchIn(m).signs).toMatchObject([{ end: expect.any(Number) }])
    expect(notices(m)).toHaveLength(1)
    expect(m.log.deaths).toBe(DEATHS)
  })

  it('notices it though nobody lived to hear that the network was back', async () => {
    const m = await watched({}, { from: on('08:00') })
    m.background().happened('offline')
    await m.play(20 * SECOND)
    m.kill()
    await work(m, 12 * MINUTE, LOST)
    expect(watchIn(m).signs).toMatchObject([{ kind: 'unreachable' }])
  })

  it('would never notice it without what is kept in the session', async () => {
    const m = await watched({}, { from: on('08:00') })
    m.session.state.refusesSet = true
    const { each } = killing(m, Number.POSITIVE_INFINITY, 7)
    await work(m, 8 * MINUTE, FAILING, each)
    expect(watchIn(m).signs).toEqual([])
  })

  it('writes what it counts at most every 15 seconds, and nothing while nothing happens', async () => {
    const m = await watched({}, { from: on('08:00') })
    const times: number[] = []
    const set = m.session.area.set
    m.session.area.set = async (items) => {
      if ('evidence' in items) times.push(m.at.clock())
      return set(items)
    }
    const { each } = killing(m, 8, 3)
    await work(m, 5 * MINUTE, WELL, each)
    expect(Math.min(...times.slice(1).map((at, i) => at - (times[i] ?? 0)))).toBeGreaterThanOrEqual(
      15 * SECOND,
    )
    expect(times.length).toBeGreaterThan(8)
    // From here on only the page is asked, and its answers are all there is to count.
    const [busy, polls] = [times.length, m.log.requests.length]
    await m.play(10 * MINUTE)
    expect(times.length - busy).toBeLessThanOrEqual(m.log.requests.length - polls + 1)
  })
})

describe('what is kept of requests', () => {
  it.each([
    ['text', 'x'],
    ['a list', [1]],
    ['a row of another kind', { organisation: 'acme', salt: {}, at: 'soon', suspected: [], counts: 5 }],
    ['counts that are none', { organisation: 'acme', counts: { version: 1, bins: [null], sign: 7 } }],
    [
      'damage that shows only in use',
      (row: { counts: object }) => ({
        ...row,
        counts: { ...row.counts, bins: [null], flights: [null], sign: 'x' },
      }),
    ],
  ])('may be damaged: %s', async (_, damage) => {
    const m = await watched({}, { from: on('08:00') })
    m.kill()
    const row = m.session.rows['evidence'] as { counts: object }
    m.session.rows['evidence'] = typeof damage === 'function' ? damage(row) : damage
    await work(m, 5 * MINUTE, FAILING)
    expect(watchIn(m).signs).toHaveLength(1)
  })

  it('may be refused, and is counted all the same while the background lives', async () => {
    const m = await watched({ evidence: 'notify' }, { from: on('08:00') })
    m.session.state.refusesSet = m.session.state.refusesGet = true
    await work(m, 5 * MINUTE, FAILING)
    expect(watchIn(m).signs).toHaveLength(1)
    expect(notices(m)).toHaveLength(1)
  })

  it('is told once it can be stored, and not before, as it would be told twice', async () => {
    const m = await watched({ evidence: 'notify' }, { from: on('08:00') })
    m.storage.state.refusesSet = true
    await work(m, 5 * MINUTE, FAILING)
    m.kill()
    await work(m, 2 * MINUTE, FAILING)
    expect(notices(m)).toEqual([])
    m.storage.state.refusesSet = false
    await work(m, 2 * MINUTE, FAILING)
    expect(watchIn(m).signs).toHaveLength(1)
    expect(notices(m)).toHaveLength(1)
  })

  it('is gone with the browser, and what went on then is over since it was last seen', async () => {
    const m = await watched({}, { from: on('06:00') })
    await work(m, 5 * MINUTE, FAILING)
    const last = watchIn(m).signs[0]?.updated
    m.session.rows['evidence'] = undefined
    await m.closedUntil(on('09:00'))
    await work(m, 2 * MINUTE, WELL)
    expect(watchIn(m).signs).toMatchObject([{ end: last }])
  })
})
