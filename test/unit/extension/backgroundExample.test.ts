import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../polling/world.ts'
import { machine } from './machine.ts'
import { CALM, on, SPREADING } from './stories.ts'

const calm = { playing: CALM, from: on('10:00') }

describe('the example', () => {
  it('shows itself for half a minute, on the icon and as a notification, and goes by itself', async () => {
    const m = machine(calm)
    await m.open()
    await m.play(5 * SECOND)
    await m.ask({ type: 'page-bg:example' })
    expect(m.toolbar()?.title).toMatch(/^Example: /)
    expect(m.titles()).toEqual(['Example: Trouble on Prod1 (US)'])
    await m.play(31 * SECOND)
    expect(m.toolbar()).toMatchObject({ icon: 'ok', text: '' })
    expect(m.toolbar()?.title).not.toContain('Example')
  })

  it('goes though the background dies meanwhile', async () => {
    const m = machine(calm)
    await m.open()
    await m.play(5 * SECOND)
    await m.ask({ type: 'page-bg:example' })
    m.kill()
    await m.play(2 * MINUTE)
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    expect(m.toolbar()?.title).not.toContain('Example')
  })

  it('stays no longer where the clock is set back', async () => {
    const m = machine(calm)
    await m.open()
    await m.ask({ type: 'page-bg:example' })
    m.at.shift(-3_600_000)
    await m.restart()
    expect(m.toolbar()?.title).not.toContain('Example')
  })

  it('is never remembered as seen, and hides no news for longer', async () => {
    const m = machine({ playing: SPREADING, from: on('10:09') })
    await m.open()
    await m.playTo(on('10:10'))
    await m.ask({ type: 'page-bg:example' })
    await m.playTo(on('10:12'))
    expect(m.titles()).toEqual(['Example: Trouble on Prod1 (US)', 'Trouble on Prod1 (US)'])
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    expect(m.log.recorded.some(({ impacts }) => impacts.some(({ incident }) => incident === 'example'))).toBe(
      false,
    )
  })

  it('works before a pod was chosen', async () => {
    const m = machine({ ...calm, settings: { pods: [] } })
    await m.open()
    await m.ask({ type: 'page-bg:example' })
    expect(m.toolbar()?.title).toMatch(/^Example: /)
    expect(m.titles()).toHaveLength(1)
    expect(m.log.requests).toEqual([])
  })
})

describe('the example before a pod was chosen', () => {
  const alone = { ...calm, settings: { pods: [] }, isAlone: true }

  it('goes though the background dies at once, and nothing is woken for it any more', async () => {
    const m = machine(alone)
    await m.open()
    expect(m.hasAlarm()).toBe(false)
    await m.ask({ type: 'page-bg:example' })
    m.kill()
    expect(m.toolbar()?.title).toMatch(/^Example: /)
    expect(m.hasAlarm()).toBe(true)
    await m.play(31 * SECOND)
    expect(m.toolbar()?.title).not.toContain('Example')
    expect(m.toolbar()).toMatchObject({ icon: 'unknown', text: '' })
    await m.play(5 * MINUTE)
    expect(m.hasAlarm()).toBe(false)
    const drawn = m.log.toolbars.length
    await m.play(60 * MINUTE)
    expect(m.log.toolbars).toHaveLength(drawn)
  })

  it('goes by itself where the background lives on, and nothing is woken for it any more', async () => {
    const m = machine(alone)
    await m.open()
    await m.ask({ type: 'page-bg:example' })
    await m.play(31 * SECOND)
    expect(m.toolbar()?.title).not.toContain('Example')
    await m.play(5 * MINUTE)
    expect(m.hasAlarm()).toBe(false)
    expect(m.log.requests).toEqual([])
  })

  it.each(['done', 'undone'] as const)(
    'goes wherever in the work of showing it the background dies, its last call %s',
    async (lastCall) => {
      const left: number[] = []
      for (let calls = 1; calls <= 20; calls++) {
        const m = machine({ ...alone, lastCall })
        await m.open()
        m.doom(calls)
        void m.ask({ type: 'page-bg:example' })
        await m.play(2 * MINUTE)
        if (m.toolbar()?.title.startsWith('Example')) left.push(calls)
      }
      expect(left).toEqual([])
    },
  )
})
