import { describe, expect, it } from 'vitest'
import { load } from '../../../scripts/replay/load.ts'
import type { Level } from '../../../shared/model/verdict.ts'
import { type Machine, machine } from './machine.ts'
import { escalating, on, SPREADING, TWICE } from './stories.ts'

const WHOLE_STORY = [
  'Trouble on Prod4 (India)',
  'Prod4 (India) is getting worse',
  'Prod4 (India) is getting worse',
  'Prod4 (India) is back to normal',
]

describe('what a background tells', () => {
  it('is trouble once, each time it worsens once, and its end once', async () => {
    const m = machine(escalating)
    await m.open()
    await m.playTo('2026-03-24T06:09:00Z')
    expect(m.toolbar()).toMatchObject({ icon: 'ok', text: '' })
    await m.playTo('2026-03-24T06:12:00Z')
    expect(m.titles()).toEqual(WHOLE_STORY.slice(0, 1))
    expect(m.toolbar()).toMatchObject({ icon: 'degraded', text: '!' })
    await m.playTo('2026-03-24T07:30:00Z')
    expect(m.titles()).toEqual(WHOLE_STORY.slice(0, 3))
    expect(m.toolbar()).toMatchObject({ icon: 'outage', text: '!!' })
    await m.playTo('2026-03-24T10:00:00Z')
    expect(m.titles()).toEqual(WHOLE_STORY)
    expect(m.toolbar()).toMatchObject({ icon: 'ok', text: '' })
    expect(new Set(m.log.created.map(({ id }) => id)).size).toBe(WHOLE_STORY.length)
  })

  it('is the same when the browser is closed and opened again all the while', async () => {
    const m = machine(escalating)
    await m.open()
    for (let hour = 6; hour < 10; hour++)
      for (const minute of [5, 15, 25, 40, 50]) {
        await m.playTo(`2026-03-24T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`)
        await m.restart()
      }
    expect(m.titles()).toEqual(WHOLE_STORY)
  })

  it('is perhaps trouble where the page does not name the pod, and worse once it does', async () => {
    const playing = load(['2025-04-22-pod-named-late'])
    const named = playing[0]?.truth?.pods
    const pod = Array.isArray(named) ? String(named[0]) : 'prod1'
    const start = Date.parse(playing[0]?.updates[0]?.at ?? '')
    const m = machine({ playing, from: new Date(start - 60_000).toISOString(), settings: { pods: [pod] } })
    await m.open()
    await m.play(5 * 60_000)
    expect(m.titles()).toHaveLength(1)
    expect(m.titles()[0]).toMatch(/^Possible issue on /)
    expect(m.toolbar()?.text).toMatch(/\?$/)
    await m.playTo(new Date(Date.parse(playing[0]?.updates.at(-1)?.at ?? '') + 600_000).toISOString())
    expect(m.titles()[1]).toMatch(/ is getting worse$/)
    expect(m.titles().at(-1)).toMatch(/ is back to normal$/)
  })

  it('is one notification for two pods that change at once', async () => {
    const playing = load(['2025-10-20-regional'])
    const start = Date.parse(playing[0]?.updates[0]?.at ?? '')
    const m = machine({
      playing,
      from: new Date(start - 300_000).toISOString(),
      settings: { pods: ['prod1', 'prod2'] },
    })
    await m.open()
    await m.play(600_000)
    expect(m.titles()).toEqual(['News about Prod1 (US) and Prod2 (EU)'])
  })

  it('is nothing where the user wants no notifications, and not all of it at once when they do again', async () => {
    const m = machine({ ...escalating, settings: { pods: ['prod4'], notify: false } })
    await m.open()
    await m.playTo('2026-03-24T07:30:00Z')
    expect(m.toolbar()).toMatchObject({ icon: 'outage' })
    await m.settings({ notify: true })
    await m.playTo('2026-03-24T08:50:00Z')
    expect(m.titles()).toEqual([])
    await m.playTo('2026-03-24T09:10:00Z')
    expect(m.titles()).toEqual(['Prod4 (India) is back to normal'])
  })
})

describe('what a background records', () => {
  /** The first row that is recorded of a pod, from a time on. */
  const firstFrom = (m: Machine, since: string, level?: Level) =>
    m.log.recorded.find(
      (row) =>
        row.pod === 'prod1' && row.at >= Date.parse(since) && (level === undefined || row.level === level),
    )

  it('says of a pod nothing about the time in which it was not watched, while another was', async () => {
    const m = machine({ playing: [], from: on('10:00') })
    await m.open()
    await m.playTo(on('10:10'))
    await m.settings({ pods: ['prod2'] })
    await m.playTo(on('13:00'))
    await m.settings({ pods: ['prod1', 'prod2'] })
    await m.playTo(on('13:10'))
    const first = firstFrom(m, on('12:30'))
    expect(first).toMatchObject({ level: 'ok' })
    // When it was last looked at.
    expect(first?.before ?? 0).toBeLessThanOrEqual(Date.parse(on('10:10')))
    expect(first?.before ?? 0).toBeGreaterThan(Date.parse(on('10:08')))
  })

  it('says of a pod nothing about the time in which none was watched', async () => {
    const m = machine({ playing: [], from: on('10:00') })
    await m.open()
    await m.playTo(on('10:10'))
    await m.settings({ pods: [] })
    await m.playTo(on('13:00'))
    await m.settings({})
    await m.playTo(on('13:10'))
    const first = firstFrom(m, on('12:30'))
    expect(first?.at ?? 0).toBeGreaterThanOrEqual(Date.parse(on('13:00')))
    // When it was last looked at, if anything.
    expect(first?.before ?? 0).toBeLessThanOrEqual(Date.parse(on('10:10')))
  })

  it('lets what is known again not reach back over the time in which nothing was', async () => {
    const m = machine({ playing: [], from: on('10:00') })
    await m.open()
    await m.playTo(on('10:10'))
    m.box.fault = 'offline'
    await m.playTo(on('10:40'))
    m.box.fault = null
    await m.playTo(on('10:50'))
    const unknown = firstFrom(m, on('10:10'), 'unknown')
    const ok = firstFrom(m, new Date(unknown?.at ?? 0).toISOString(), 'ok')
    expect(unknown).toMatchObject({ reason: 'offline' })
    expect(unknown?.before ?? 0).toBeGreaterThan(Date.parse(on('10:08')))
    expect(ok?.before ?? 0).toBeGreaterThanOrEqual(unknown?.at ?? Number.POSITIVE_INFINITY)
    expect(ok?.at ?? 0).toBeGreaterThan(ok?.before ?? Number.POSITIVE_INFINITY)
  })
})

describe('what a background does not take for news', () => {
  it('is the end of trouble on a pod that is watched no more', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00') })
    await m.open()
    await m.playTo(on('10:20'))
    expect(m.titles()).toEqual(['Trouble on Prod1 (US)'])
    await m.settings({ pods: ['prod4'] })
    await m.playTo(on('12:00'))
    expect(m.titles()).toEqual(['Trouble on Prod1 (US)'])
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
  })

  it('is trouble that was there when a pod was added; its end is', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00'), settings: { pods: ['prod4'] } })
    await m.open()
    await m.playTo(on('10:20'))
    await m.settings({ pods: ['prod4', 'prod1'] })
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    await m.playTo(on('11:20'))
    expect(m.titles()).toEqual([])
    await m.playTo(on('12:00'))
    expect(m.titles()).toEqual(['Prod1 (US) is back to normal'])
  })

  it('is a work choice that leaves out what is hit', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00') })
    await m.open()
    await m.playTo(on('10:20'))
    await m.settings({ ignored: ['chat', 'attachments', 'platform'] })
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    await m.playTo(on('12:00'))
    expect(m.titles()).toEqual(['Trouble on Prod1 (US)'])
  })

  it('is another incident of the same kind on another pod', async () => {
    const m = machine({ ...escalating, settings: { pods: ['prod1', 'prod2'] } })
    await m.open()
    await m.playTo('2026-03-24T10:00:00Z')
    expect(m.titles()).toEqual([])
  })

  it('is what was told before; the same trouble a second time is', async () => {
    const m = machine({ playing: TWICE, from: on('10:00') })
    await m.open()
    await m.playTo(on('12:00'))
    const [trouble, back] = ['Trouble on Prod1 (US)', 'Prod1 (US) is back to normal']
    expect(m.titles()).toEqual([trouble, back, trouble, back])
  })
})
