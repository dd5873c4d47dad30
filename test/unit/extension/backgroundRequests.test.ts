import { describe, expect, it } from 'vitest'
import { incidentOf } from '../../../extension/domain/alerts/notificationText.ts'
import { NO_ALERTS } from '../../../extension/domain/alerts/storedAlerts.ts'
import { type Machine, machine } from './machine.ts'
import { escalating, on, SPREADING, TWICE } from './stories.ts'

/** Mutes the incident that the last notification was about. */
const muteLast = (m: Machine, isOn = true) => {
  const incident = incidentOf(m.log.created.at(-1)?.id ?? '')
  if (incident === null) throw new Error('nothing was told of an incident')
  return m.ask({ type: 'page-bg:mute', incident, on: isOn })
}

const tellBack = (m: Machine, pod: string, isOn = true) => m.ask({ type: 'page-bg:tell-back', pod, on: isOn })

describe('a mute', () => {
  it('silences the toolbar without turning it green, and ends when the incident worsens', async () => {
    const m = machine(escalating)
    await m.open()
    await m.playTo('2026-03-24T06:15:00Z')
    expect((await muteLast(m)).stored).toBe(true)
    expect(m.toolbar()).toMatchObject({ icon: 'notice', text: '' })
    await m.playTo('2026-03-24T06:34:00Z')
    expect(m.toolbar()).toMatchObject({ icon: 'notice', text: '' })
    await m.playTo('2026-03-24T06:37:00Z')
    expect(m.toolbar()).toMatchObject({ icon: 'degraded', text: '!' })
    expect(m.titles().slice(1)).toEqual(['Prod4 (India) is getting worse'])
  })

  it('ends when the incident reaches another pod', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00'), settings: { pods: ['prod1', 'prod2'] } })
    await m.open()
    await m.playTo(on('10:15'))
    await muteLast(m)
    await m.playTo(on('10:38'))
    expect(m.titles()).toHaveLength(1)
    await m.playTo(on('10:43'))
    expect(m.titles().slice(1)).toEqual(['Trouble on Prod2 (EU)'])
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
  })

  it('silences the end of what it silenced', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00') })
    await m.open()
    await m.playTo(on('10:15'))
    await muteLast(m)
    await m.playTo(on('12:00'))
    expect(m.titles()).toHaveLength(1)
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    expect(m.storage.value('alerts')).toHaveProperty('mutes', [])
    expect(m.storage.value('alerts')).toHaveProperty('alerted', {})
  })

  it('does not silence the end for whoever asked to be told of it', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00') })
    await m.open()
    await m.playTo(on('10:15'))
    await tellBack(m, 'prod1')
    await muteLast(m)
    await m.playTo(on('12:00'))
    expect(m.titles().slice(1)).toEqual(['Prod1 (US) is back to normal'])
  })

  it('holds over a time in which nothing is known', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00') })
    await m.open()
    await m.playTo(on('10:15'))
    await muteLast(m)
    m.box.fault = 'offline'
    await m.playTo(on('10:50'))
    expect(m.toolbar()).toMatchObject({ icon: 'unknown' })
    m.box.fault = null
    await m.playTo(on('11:10'))
    expect(m.toolbar()).toMatchObject({ icon: 'notice' })
    expect(m.titles()).toHaveLength(1)
  })

  it('can be taken back, and what it hid is no news then', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00') })
    await m.open()
    await m.playTo(on('10:15'))
    await muteLast(m)
    await muteLast(m, false)
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    await m.playTo(on('12:00'))
    expect(m.titles().slice(1)).toEqual(['Prod1 (US) is back to normal'])
  })
})

describe('“tell me when it’s back”', () => {
  it('is told once, in quiet hours and without notifications, and not for the next trouble', async () => {
    const settings = { notify: false, quiet: { from: '09:00', to: '13:00' } }
    const m = machine({ playing: TWICE, from: on('10:00'), settings })
    await m.open()
    await m.playTo(on('10:20'))
    expect((await tellBack(m, 'prod1')).stored).toBe(true)
    await m.playTo(on('10:39'))
    expect(m.titles()).toEqual([])
    await m.playTo(on('14:00'))
    expect(m.titles()).toEqual(['Prod1 (US) is back to normal'])
  })

  it('adds nothing to the end that is told in any case', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00') })
    await m.open()
    await m.playTo(on('10:20'))
    await tellBack(m, 'prod1')
    await m.playTo(on('12:00'))
    expect(m.titles()).toEqual(['Trouble on Prod1 (US)', 'Prod1 (US) is back to normal'])
  })

  it('is not remembered of a pod that is well', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00'), settings: { notify: false } })
    await m.open()
    await m.playTo(on('10:05'))
    await tellBack(m, 'prod1')
    expect(m.storage.value('alerts') ?? NO_ALERTS).toHaveProperty('awaited', {})
    await m.playTo(on('12:00'))
    expect(m.titles()).toEqual([])
  })

  it('survives the browser, and can be taken back', async () => {
    for (const isOn of [true, false]) {
      const m = machine({ playing: SPREADING, from: on('10:00'), settings: { notify: false } })
      await m.open()
      await m.playTo(on('10:20'))
      await tellBack(m, 'prod1')
      if (!isOn) await tellBack(m, 'prod1', false)
      await m.restart()
      await m.playTo(on('12:00'))
      expect(m.titles()).toHaveLength(isOn ? 1 : 0)
    }
  })

  it('waits through a time in which nothing is known', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00'), settings: { notify: false } })
    await m.open()
    await m.playTo(on('10:20'))
    await tellBack(m, 'prod1')
    m.box.fault = 'broken'
    await m.playTo(on('12:00'))
    expect(m.titles()).toEqual([])
    m.box.fault = null
    await m.playTo(on('12:10'))
    expect(m.titles()).toEqual(['Prod1 (US) is back to normal'])
  })
})

describe('quiet hours', () => {
  const quiet = (from: string, to: string) =>
    machine({ ...escalating, settings: { pods: ['prod4'], quiet: { from, to } } })

  it('hold back what begins in them, and it is told after them as it is then', async () => {
    const m = quiet('06:00', '06:50')
    await m.open()
    await m.playTo('2026-03-24T06:48:00Z')
    expect(m.titles()).toEqual([])
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    await m.playTo('2026-03-24T06:53:00Z')
    expect(m.titles()).toEqual(['Trouble on Prod4 (India)'])
    expect(m.log.created[0]?.text).toContain('errors')
    await m.playTo('2026-03-24T09:10:00Z')
    expect(m.titles().slice(1)).toEqual(['Prod4 (India) is getting worse', 'Prod4 (India) is back to normal'])
  })

  it.each<[string, (m: Machine) => Promise<unknown>]>([
    ['looks at an example', (m) => m.ask({ type: 'page-bg:example' })],
    ['asks to be told when it is back', (m) => tellBack(m, 'prod4')],
    ['saves a setting that has nothing to do with it', (m) => m.settings({ ignored: ['csat'] })],
  ])('hold it back though the user %s meanwhile, and it is told after them', async (_, choose) => {
    const settings = { pods: ['prod4'], quiet: { from: '06:00', to: '06:30' } }
    const m = machine({ ...escalating, settings })
    await m.open()
    await m.playTo('2026-03-24T06:20:00Z')
    await choose(m)
    await m.playTo('2026-03-24T06:28:00Z')
    expect(m.titles().filter((title) => !title.startsWith('Example'))).toEqual([])
    await m.playTo('2026-03-24T06:33:00Z')
    expect(m.titles().filter((title) => !title.startsWith('Example'))).toEqual(['Trouble on Prod4 (India)'])
  })

  it('swallow what begins and ends in them', async () => {
    const m = quiet('06:00', '10:00')
    await m.open()
    await m.playTo('2026-03-24T10:30:00Z')
    expect(m.titles()).toEqual([])
  })

  it('hold back the end of what was told before them', async () => {
    const m = quiet('08:30', '09:30')
    await m.open()
    await m.playTo('2026-03-24T09:28:00Z')
    expect(m.titles()).toHaveLength(3)
    await m.playTo('2026-03-24T09:33:00Z')
    expect(m.titles().slice(3)).toEqual(['Prod4 (India) is back to normal'])
  })

  it('tell of the same trouble nothing twice where it was told before them', async () => {
    const m = quiet('06:20', '06:30')
    await m.open()
    await m.playTo('2026-03-24T06:34:00Z')
    expect(m.titles()).toEqual(['Trouble on Prod4 (India)'])
  })
})
