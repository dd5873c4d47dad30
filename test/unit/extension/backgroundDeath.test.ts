import { describe, expect, it } from 'vitest'
import { nightly } from '../../support/nightly.ts'
import { chance, MINUTE } from '../polling/world.ts'
import { type Machine, machine } from './machine.ts'
import type { Plan } from './machinePlan.ts'
import { CALM, escalating, on, SPREADING, TWICE } from './stories.ts'

/** What is wrong with what was told, in words; nothing where each change has one notification. */
const faultsIn = (m: Machine, story: readonly string[]): string[] => {
  const faults: string[] = []
  const ids = m.log.created.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) faults.push(`shown twice: ${ids.join(', ')}`)
  if (m.log.created.some(({ again }) => again)) faults.push('shown while it was on the screen')
  if (JSON.stringify(m.titles()) !== JSON.stringify(story)) faults.push(`told: ${m.titles().join(', ')}`)
  const left = JSON.stringify(m.storage.value('alerts')) ?? ''
  if (!left.includes('"outbox":[]')) faults.push(`left in the outbox: ${left}`)
  return faults
}

interface Moment {
  readonly from: string
  /** By then the change has been told, and what follows is like any other minute. */
  readonly settled: string
  readonly until: string
  readonly story: readonly string[]
}

const TROUBLE: Moment = {
  from: '10:09',
  settled: '10:12',
  until: '10:15',
  story: ['Trouble on Prod1 (US)'],
}
const RECOVERY: Moment = {
  from: '11:29',
  settled: '11:32',
  until: '11:35',
  story: ['Trouble on Prod1 (US)', 'Prod1 (US) is back to normal'],
}

/** Plays a change, once for each call of a port, or each so many, that may be the background's last. */
const everyDeath = async ({ from, settled, until, story }: Moment, plan: Partial<Plan>, step = 1) => {
  const faults: string[] = []
  let calls = 1 - step
  for (let isReached = true; isReached; ) {
    calls += step
    const m = machine({ playing: SPREADING, from: on(from), ...plan })
    await m.open()
    m.doom(calls)
    await m.playTo(on(settled))
    isReached = m.log.deaths > 0
    await m.playTo(on(until))
    faults.push(...faultsIn(m, story).map((fault) => `call ${calls}: ${fault}`))
  }
  return { faults, calls }
}

describe('a background that dies at any call around a change', () => {
  it.each([
    ['trouble', 'done', TROUBLE],
    ['trouble', 'undone', TROUBLE],
    ['recovery', 'done', RECOVERY],
    ['recovery', 'undone', RECOVERY],
  ] as const)('has it told exactly once: %s, the last call %s', async (_, lastCall, moment) => {
    const { faults, calls } = await everyDeath(moment, { lastCall }, nightly(1, 3))
    expect(faults).toEqual([])
    expect(calls).toBeGreaterThan(30)
  })

  it('would tell it twice if it did not ask what is on the screen', async () => {
    const { faults } = await everyDeath(TROUBLE, { lastCall: 'done', careless: 'blind' })
    expect(faults.join()).toContain('shown twice')
  })

  it('would lose it if it did not write it before', async () => {
    const { faults } = await everyDeath(TROUBLE, { lastCall: 'done', careless: 'no outbox' })
    expect(faults.join()).toMatch(/told: $|told: ,/)
  })

  it('is woken again by an alarm though it dies while asking for the first time', async () => {
    let asking = 0
    for (const lastCall of ['done', 'undone'] as const)
      for (let calls = 1; calls < 22; calls++) {
        const m = machine({ playing: CALM, from: on('10:00'), lives: () => calls, lastCall })
        await m.open()
        if (m.log.requests.length === 0) continue
        asking += 1
        expect(m.log.stranded).toBe(0)
        m.box.mortal = false
        await m.play(3 * MINUTE)
        expect(m.toolbar()).toMatchObject({ icon: 'ok' })
      }
    expect(asking).toBeGreaterThan(2)
  })
})

const STORIES: readonly (readonly [string, Plan, string, readonly string[]])[] = [
  [
    'an escalation',
    escalating,
    '2026-03-24T09:00:00Z',
    [
      'Trouble on Prod4 (India)',
      'Prod4 (India) is getting worse',
      'Prod4 (India) is getting worse',
      'Prod4 (India) is back to normal',
    ],
  ],
  [
    'two pods, one after the other',
    { playing: SPREADING, from: on('10:00'), settings: { pods: ['prod1', 'prod2'] } },
    on('11:30'),
    ['Trouble on Prod1 (US)', 'Trouble on Prod2 (EU)', 'News about Prod1 (US) and Prod2 (EU)'],
  ],
  [
    'the same trouble twice',
    { playing: TWICE, from: on('10:00') },
    on('11:40'),
    [
      'Trouble on Prod1 (US)',
      'Prod1 (US) is back to normal',
      'Trouble on Prod1 (US)',
      'Prod1 (US) is back to normal',
    ],
  ],
]

/** Lives of chance length, most of them a few turns long and some not even one. */
const lives = (seed: number): (() => number) => {
  const luck = chance(seed)
  return () => 1 + Math.floor(-Math.log(1 - luck()) * 35)
}

const SEEDS = nightly(8, 3)

describe('backgrounds that die at random, again and again', () => {
  it.each(STORIES)('tell every change of it exactly once: %s', async (_, plan, end, story) => {
    let deaths = 0
    for (let seed = 1; seed <= SEEDS; seed++) {
      const m = machine({ ...plan, seed, lives: lives(seed) })
      await m.open()
      await m.playTo(end)
      m.box.mortal = false
      m.doom(Number.POSITIVE_INFINITY)
      await m.play(15 * MINUTE)
      expect({ seed, faults: faultsIn(m, story) }).toEqual({ seed, faults: [] })
      expect(m.toolbar()).toMatchObject({ icon: 'ok', text: '' })
      expect(m.storage.value('alerts')).toHaveProperty('alerted', {})
      deaths += m.log.deaths
    }
    expect(deaths).toBeGreaterThan(SEEDS * 20)
  })
})
