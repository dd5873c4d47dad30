import { describe, expect, it } from 'vitest'
import { agent } from '../../../shared/text/en.ts'
import { MINUTE } from '../polling/world.ts'
import { machine } from './machine.ts'
import { FAULTS, type Fault } from './page.ts'
import { CALM, on, SPREADING } from './stories.ts'

const KINDS = Object.keys(FAULTS) as Fault[]
const spreading = { playing: SPREADING, from: on('10:00') }

describe('a page that fails', () => {
  it.each(KINDS)(
    'leaves what is known for a quarter of an hour, with its age and the failure; then it is unknown, and known again by itself: %s',
    async (fault) => {
      const m = machine(spreading)
      await m.open()
      await m.playTo(on('10:05'))
      expect(m.toolbar()).toMatchObject({ icon: 'ok' })
      m.box.fault = fault
      await m.playTo(on('10:09'))
      const reason = agent.reasons[FAULTS[fault]]
      expect(m.toolbar()).toMatchObject({ icon: 'ok', text: '' })
      expect(m.toolbar()?.title.split('\n')[1]).toMatch(`Last check failed. ${reason} This is from 10:0`)
      expect(m.storage.value('poll')).toMatchObject({ trouble: { reason: FAULTS[fault] } })
      await m.playTo(on('10:19'))
      expect(m.toolbar()).toMatchObject({ icon: 'ok' })
      await m.playTo(on('10:21'))
      expect(m.toolbar()).toMatchObject({ icon: 'unknown', text: '?' })
      m.box.fault = null
      await m.playTo(on('10:30'))
      expect(m.toolbar()).toMatchObject({ icon: 'degraded', text: '!' })
      expect(m.storage.value('poll')).toMatchObject({ trouble: null })
    },
  )

  it.each(KINDS)('neither ends nor repeats what was told: %s', async (fault) => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('10:15'))
    m.box.fault = fault
    await m.playTo(on('10:40'))
    expect(m.toolbar()).toMatchObject({ icon: 'unknown', text: '?' })
    m.box.fault = null
    await m.playTo(on('11:20'))
    expect(m.titles()).toEqual(['Trouble on Prod1 (US)'])
    await m.playTo(on('11:40'))
    expect(m.titles().slice(1)).toEqual(['Prod1 (US) is back to normal'])
  })

  it('leaves no health standing whose age nobody knows, when the clock was set back meanwhile', async () => {
    const m = machine({ playing: CALM, from: on('10:00') })
    await m.open()
    await m.playTo(on('10:10'))
    m.box.fault = 'offline'
    await m.playTo(on('10:12'))
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    m.at.shift(-8 * MINUTE)
    const before = m.log.toolbars.length
    await m.play(20 * MINUTE)
    const icons = m.log.toolbars.slice(before).map(({ icon }) => icon)
    expect(icons.slice(icons.indexOf('unknown'))).not.toContain('ok')
    expect(icons).toContain('unknown')
  })

  it('is an older copy of what was heard: that is no news for a quarter of an hour, and then it is', async () => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('10:15'))
    const { title } = m.toolbar() ?? {}
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    m.box.served = Date.parse(on('10:01'))
    await m.playTo(on('10:25'))
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    expect(m.toolbar()?.title).toContain(title)
    expect(m.toolbar()?.title).toContain(agent.reasons['old-copy'])
    expect(m.titles()).toEqual(['Trouble on Prod1 (US)'])
    await m.playTo(on('10:40'))
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
  })

  it('was never asked by a background that is born into it', async () => {
    const m = machine(spreading)
    m.box.fault = 'offline'
    await m.open()
    await m.playTo(on('10:30'))
    expect(m.toolbar()).toMatchObject({ icon: 'unknown' })
    expect(m.titles()).toEqual([])
  })
})
