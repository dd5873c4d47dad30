import { describe, expect, it } from 'vitest'
import { incidentOf } from '../../../extension/domain/alerts/notificationText.ts'
import { MINUTE } from '../polling/world.ts'
import { machine } from './machine.ts'
import type { Fault } from './page.ts'
import { CALM, escalating, on, SPREADING, TWICE } from './stories.ts'

const TROUBLE = 'Trouble on Prod1 (US)'
const BACK = 'Prod1 (US) is back to normal'
const spreading = { playing: SPREADING, from: on('10:00') }

describe('storage that refuses to write', () => {
  it('silences notifications, and the toolbar is drawn all the same', async () => {
    const m = machine(spreading)
    await m.open()
    m.storage.state.refusesSet = true
    await m.playTo(on('10:20'))
    expect(m.toolbar()).toMatchObject({ icon: 'degraded', text: '!' })
    await m.playTo(on('12:00'))
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    expect(m.titles()).toEqual([])
  })

  it('is told to the page that asks, with what would be stored', async () => {
    const m = machine({ playing: CALM, from: on('10:00') })
    await m.open()
    m.storage.state.refusesSet = true
    const reply = await m.settings({ pods: ['prod2'] })
    expect(reply).toMatchObject({ stored: false, losses: { isBroken: true } })
    expect(reply.rows?.['settings']).toMatchObject({ value: { pods: ['prod2'] } })
  })

  /** An hour in which somebody opens the popup now and then, and no background lives to see the next time. */
  const hourOfDeaths = async (forgets: boolean, fault: Fault | null = null): Promise<number> => {
    const m = machine(spreading)
    await m.open()
    m.box.fault = fault
    m.storage.state.refusesSet = true
    m.session.state.refusesSet = forgets
    await m.play(5 * MINUTE)
    const before = m.log.requests.length
    for (let opened = 0; opened < 180; opened++) {
      m.kill()
      m.ask({ type: 'page-bg:open' }).catch(() => undefined)
      await m.play(MINUTE / 3)
    }
    return m.log.requests.length - before
  }

  /** What the icon shows after a background heard of trouble, could not store that, and died. */
  const iconsAfterDeath = async (forgets: boolean): Promise<readonly string[]> => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('10:08'))
    m.storage.state.refusesSet = true
    m.session.state.refusesSet = forgets
    await m.playTo(on('10:15'))
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    const before = m.log.toolbars.length
    m.kill()
    m.ask({ type: 'page-bg:open' }).catch(() => undefined)
    await m.play(5 * MINUTE)
    return m.log.toolbars.slice(before).map(({ icon }) => icon)
  }

  it('lets no background draw the health that the one before it knew to be over', async () => {
    expect(await iconsAfterDeath(true)).toContain('ok')
    const icons = await iconsAfterDeath(false)
    expect(icons).not.toContain('ok')
    expect(icons.at(-1)).toBe('degraded')
  })

  it('costs no more than a request a minute, however often backgrounds die', async () => {
    for (const fault of [null, 'offline', 'broken'] as const) {
      expect(await hourOfDeaths(true, fault)).toBeGreaterThan(120)
      expect(await hourOfDeaths(false, fault)).toBeLessThanOrEqual(60)
    }
  })

  it('holds trouble back only until it can be written again', async () => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('10:08'))
    m.storage.state.refusesSet = true
    await m.playTo(on('10:20'))
    m.storage.state.refusesSet = false
    await m.playTo(on('10:25'))
    expect(m.titles()).toEqual([TROUBLE])
    await m.playTo(on('12:00'))
    expect(m.titles()).toEqual([TROUBLE, BACK])
  })

  it.each([
    ['trouble that came and went', '10:08', '10:50', [], [TROUBLE, BACK]],
    ['trouble that came, went and came again', '10:08', '11:15', [TROUBLE], [TROUBLE, BACK]],
    ['trouble that was told, went and came again', '10:20', '11:15', [TROUBLE], [TROUBLE, BACK]],
    ['trouble that was told, went, came again and went', '10:20', '11:50', [TROUBLE, BACK], [TROUBLE, BACK]],
  ])('lets only what is left of it be told afterwards: %s', async (_, from, to, then, end) => {
    const m = machine({ playing: TWICE, from: on('10:00') })
    await m.open()
    await m.playTo(on(from))
    const before = m.titles()
    m.storage.state.refusesSet = true
    await m.playTo(on(to))
    expect(m.titles()).toEqual(before)
    m.storage.state.refusesSet = false
    await m.play(2 * MINUTE)
    expect(m.titles()).toEqual(then)
    await m.playTo(on('12:00'))
    expect(m.titles()).toEqual(end)
  })

  it('makes no news of what the user chose meanwhile: a pod that was in trouble already', async () => {
    const m = machine({ ...spreading, settings: { pods: ['prod4'] } })
    await m.open()
    await m.playTo(on('10:15'))
    m.storage.state.refusesSet = true
    await m.settings({ pods: ['prod4', 'prod1'] })
    await m.playTo(on('10:20'))
    m.storage.state.refusesSet = false
    await m.playTo(on('11:20'))
    expect(m.titles()).toEqual([])
  })

  it('makes no news of what the user chose meanwhile: the end of what they muted', async () => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('10:15'))
    m.storage.state.refusesSet = true
    const incident = incidentOf(m.log.created.at(-1)?.id ?? '') ?? ''
    await m.ask({ type: 'page-bg:mute', incident, on: true })
    await m.playTo(on('10:20'))
    m.storage.state.refusesSet = false
    await m.playTo(on('12:00'))
    expect(m.titles()).toEqual([TROUBLE])
  })

  it('loses no choice, as it is stored once storage works again', async () => {
    const m = machine({ playing: CALM, from: on('10:00') })
    await m.open()
    m.storage.state.refusesSet = true
    await m.settings({ pods: ['prod2'] })
    m.storage.state.refusesSet = false
    await m.play(5 * MINUTE)
    expect(m.storage.value('settings')).toMatchObject({ pods: ['prod2'] })
    expect((await m.ask({ type: 'page-bg:open' })).losses.isBroken).toBe(false)
  })

  it('never asks more often for it', async () => {
    const m = machine({ ...escalating })
    await m.open()
    m.storage.state.refusesSet = true
    await m.play(60 * MINUTE)
    expect(m.log.requests.length).toBeLessThanOrEqual(120)
    expect(m.log.requests.length).toBeGreaterThan(30)
  })
})
