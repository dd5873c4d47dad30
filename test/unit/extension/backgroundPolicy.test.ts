import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../../extension/domain/settings.ts'
import { MINUTE, settled } from '../polling/world.ts'
import { type Machine, machine } from './machine.ts'
import { on, SPREADING } from './stories.ts'

const SECOND = 1000
const FEED = 'https://status.example/summary.json'

/** A browser of a company, while chat fails on prod1. */
const opened = async (managed: unknown, settings: Partial<Settings> = { pods: [] }): Promise<Machine> => {
  const m = machine({ playing: SPREADING, from: on('10:15'), settings })
  m.box.managed = managed
  await m.open()
  await m.play(SECOND)
  return m
}
const settingsOf = (m: Machine) => m.storage.value('settings') as Settings

const keptIn = (m: Machine): unknown =>
  (m.storage.value('policy') as { set: unknown } | undefined)?.set ?? null

describe('a company’s policy', () => {
  it('lets a fresh profile know its pod, without a click', async () => {
    const without = await opened({})
    expect(without.toolbar()).toMatchObject({ icon: 'unknown' })
    expect(without.log.requests).toEqual([])

    const m = await opened({ pods: ['prod1'] })
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    // What the user has chosen is left as it is.
    expect(settingsOf(m).pods).toEqual([])
  })

  it('arrives while the browser runs, and goes again', async () => {
    const m = await opened({}, { pods: ['prod4'], notify: false })
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    await m.policy({ pods: ['prod1'] })
    await m.play(SECOND)
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    expect(m.toolbar()?.title).toContain('Prod1')
    await m.policy({})
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    expect(m.toolbar()?.title).toContain('Prod4')
    // What the company set is no news to be notified of.
    expect(m.log.created).toEqual([])
  })

  it('holds over what a page asks for, and leaves the rest of it', async () => {
    const m = await opened({ pods: ['prod1'], notifications: true, feed: FEED })
    const wanted: Settings = {
      ...DEFAULT_SETTINGS,
      pods: ['prod4'],
      notify: false,
      ignored: ['sms'],
      feed: null,
    }
    expect(await m.ask({ type: 'page-bg:settings', settings: wanted })).toMatchObject({ stored: true })
    expect(settingsOf(m)).toMatchObject({ pods: [], notify: true, ignored: ['sms'] })
    const before = m.log.requests.length
    expect(await m.ask({ type: 'page-bg:use', address: 'https://elsewhere.example/' })).toMatchObject({
      stored: false,
      tried: null,
    })
    expect(m.log.requests.length).toBe(before)
  })

  it.each([
    ['leaves to the user what they may choose', ['quietHours'], 1],
    ['leaves nothing else to them', [], 0],
  ])('%s', async (_, mayChange, told) => {
    const m = machine({ playing: SPREADING, from: on('10:00'), settings: { pods: [] } })
    m.box.managed = { quietHours: '10:00-11:00', pods: ['prod1'], mayChange }
    await m.open()
    await m.ask({ type: 'page-bg:settings', settings: { quiet: null } })
    await m.playTo(on('10:15'))
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    expect(m.log.created).toHaveLength(told)
  })

  it('keeps what a user chose before choices were recorded', async () => {
    const managed = { quietHours: '10:00-11:00', pods: ['prod1'], mayChange: ['quietHours', 'pods'] }
    const m = await opened(managed, { pods: ['prod4'], quiet: { from: '01:00', to: '02:00' } })
    expect(m.toolbar()?.title).toContain('Prod4')
    await m.ask({ type: 'page-bg:settings', settings: { pods: ['prod1'] } })
    await m.play(2 * MINUTE)
    expect(settingsOf(m).quiet).toEqual({ from: '01:00', to: '02:00' })
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
  })

  it('outlives a reset', async () => {
    const m = await opened({ pods: ['prod1'] }, { ignored: ['sms'] })
    await m.ask({ type: 'page-bg:reset' })
    await m.play(2 * MINUTE)
    expect(settingsOf(m)).toEqual(DEFAULT_SETTINGS)
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
  })

  it('is told on the console where something in it is wrong, once by each background', async () => {
    const m = await opened({ pods: ['prod1', 'moon'], notifications: 'yes' })
    const told = [
      'Podlight, company policy, pods, entry 2: “moon” isn’t a pod. A pod’s name is “prod” and a number, such as prod3.',
      'Podlight, company policy, notifications: This must be true or false.',
    ]
    expect(m.log.warned).toEqual(told)
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    await m.play(5 * MINUTE)
    expect(m.log.warned).toEqual(told)
    await m.restart()
    expect(m.log.warned).toEqual([...told, ...told])
    await m.policy({ pods: ['prod1'] })
    expect(m.log.warned).toHaveLength(4)
  })
})

describe('a background that dies', () => {
  it('at any call while a policy arrives takes all of it in the end, and notifies nobody of what it changed', async () => {
    for (const lastCall of ['done', 'undone'] as const)
      for (let calls = 1; calls < 40; calls++) {
        const m = machine({ playing: SPREADING, from: on('10:15'), settings: { pods: ['prod4'] }, lastCall })
        await m.open()
        await m.play(SECOND)
        // The news is there, and what it says of prod1 is told to nobody yet.
        m.doom(calls)
        void m.policy({ pods: ['prod1'] })
        await settled()
        await m.play(3 * MINUTE)
        expect(keptIn(m)).toEqual({ pods: ['prod1'] })
        expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
        expect(m.titles()).toEqual([])
      }
  })
})

describe('a policy that is far too large', () => {
  it('is told on the console, and keeps nothing else from working', async () => {
    const m = await opened({ contact: 'x'.repeat(600_000) }, { pods: ['prod1'] })
    expect(m.log.warned).toEqual(['Podlight, company policy: it is too large and is ignored.'])
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    await m.play(5 * MINUTE)
    expect(m.log.warned).toHaveLength(1)
    expect(keptIn(m)).toBeNull()
  })
})

describe('a browser that has just started', () => {
  const managed = { pods: ['prod1'], feed: FEED }

  it('goes by what it was told before, until it has read the policy', async () => {
    const m = await opened(managed)
    m.box.managedLate = 4 * SECOND
    await m.restart()
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    expect(m.toolbar()?.title).toContain('Prod1')
    await m.play(5 * SECOND)
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
  })

  it('does not take for the end of a policy that it has not read it yet', async () => {
    const m = await opened(managed)
    m.box.managed = {}
    await m.restart()
    await m.play(2 * SECOND)
    expect(keptIn(m)).toEqual(managed)
    await m.policy({ pods: ['prod4'] })
    expect(keptIn(m)).toEqual({ pods: ['prod4'] })
  })

  it.each([
    ['says nothing of it', {}],
    ['rejects, as Firefox does', new Error('no manifest')],
  ])('believes in a minute or two that a policy is gone, where it %s', async (_, gone) => {
    const m = await opened(managed)
    m.box.managed = gone
    await m.restart()
    await m.play(SECOND)
    expect(keptIn(m)).toEqual(managed)
    await m.play(3 * MINUTE)
    expect(keptIn(m)).toBeNull()
    expect(m.toolbar()).toMatchObject({ icon: 'unknown' })
  })

  it('believes it at the next start where nothing else would wake it', async () => {
    const m = await opened({ quietHours: 'none' })
    m.box.managed = {}
    for (let starts = 0; starts < 2; starts++) {
      await m.restart()
      await m.play(10 * MINUTE)
    }
    expect(m.hasAlarm()).toBe(false)
    expect(keptIn(m)).toBeNull()
  })

  it('takes a short silence for what it is, also after an earlier one', async () => {
    const m = await opened(managed)
    for (let times = 0; times < 3; times++) {
      m.box.managed = {}
      await m.restart()
      await m.play(2 * SECOND)
      expect(keptIn(m)).toEqual(managed)
      m.box.managed = managed
      await m.play(2 * MINUTE)
    }
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
  })

  it('does not put back what it heard late', async () => {
    const m = await opened(managed)
    m.box.managedLate = 5 * SECOND
    await m.restart()
    m.box.managedLate = 0
    await m.policy({ pods: ['prod4'] })
    await m.play(8 * SECOND)
    expect(keptIn(m)).toEqual({ pods: ['prod4'] })
  })

  it('goes on where the browser never says', async () => {
    const m = await opened(managed)
    m.box.managedLate = Number.MAX_SAFE_INTEGER
    await m.restart()
    const before = m.log.requests.length
    await m.play(2 * MINUTE)
    expect(m.log.requests.length).toBeGreaterThan(before)
    expect(keptIn(m)).toEqual(managed)
  })
})

describe('the welcome page', () => {
  const welcomed = async (managed: unknown, isForced: boolean, late = 0): Promise<number> => {
    const m = machine({ playing: SPREADING, from: on('10:15'), settings: { pods: [] } })
    m.box.isForced = isForced
    if (late === 0) m.box.managed = managed
    await m.open()
    void m.welcome()
    await m.play(SECOND)
    // Not while the browser is still starting.
    if (isForced) expect(m.log.welcomed).toBe(0)
    if (late > 0) {
      // A background lives no longer than it has something to do.
      m.kill()
      await m.play(late)
      await m.policy(managed)
      // Nor is it opened twice.
      await m.policy({ ...(managed as object), notifications: false })
    }
    await m.play(10 * MINUTE)
    return m.log.welcomed
  }

  it('opens for whoever installed Podlight themselves', async () => {
    expect(await welcomed({}, false)).toBe(1)
  })

  it('stays closed where the company did, or set anything, even if that comes late', async () => {
    expect(await welcomed({}, true)).toBe(0)
    expect(await welcomed({ pods: ['prod1'] }, false)).toBe(0)
    expect(await welcomed({ pods: ['prod1'] }, true, 7 * SECOND)).toBe(0)
    expect(await welcomed({ pods: ['moon'] }, true, 7 * SECOND)).toBe(0)
  })

  it('opens where the company asks for it, once, within minutes of the installation', async () => {
    expect(await welcomed({ welcome: true }, true)).toBe(1)
    expect(await welcomed({ pods: ['prod1'], welcome: true }, true, 7 * SECOND)).toBe(1)
    expect(await welcomed({ pods: ['prod1'], welcome: true }, false)).toBe(1)
    expect(await welcomed({ pods: ['prod1'], welcome: true }, true, 60 * MINUTE)).toBe(0)
    expect(await welcomed({ welcome: false }, false)).toBe(0)
  })
})
