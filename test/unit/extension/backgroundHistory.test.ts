import { describe, expect, it } from 'vitest'
import { rowAfter } from '../../../extension/storage/history/observations.ts'
import { HOUR, MINUTE } from '../polling/world.ts'
import { type Machine, machine } from './machine.ts'
import { escalating, on, SPREADING } from './stories.ts'

const spreading = { playing: SPREADING, from: on('10:00') }

/** What the database of a machine holds of a pod. */
const rowsIn = (m: Machine) => {
  const rows: NonNullable<ReturnType<typeof rowAfter>>[] = []
  for (const row of m.log.recorded) {
    const next = rowAfter(rows.at(-1), row)
    if (next !== null) rows.push(next)
  }
  return rows
}

/** Levels and, in brackets, the minutes before in which nobody looked. */
const told = (m: Machine): string =>
  rowsIn(m)
    .map(({ at, before, level }) => {
      const minutes = Math.round((at - (before ?? at)) / MINUTE)
      return minutes > 15 ? `(${Math.floor(minutes / 60)} h) ${level}` : level
    })
    .join(', ')

describe('a time in which nobody looked', () => {
  it('is a gap in the history where the browser was closed, though all was well before and after', async () => {
    const m = machine({ playing: [], from: on('10:00') })
    await m.open()
    await m.playTo(on('10:10'))
    await m.closedUntil('2026-05-05T10:10:00Z')
    await m.play(5 * MINUTE)
    // Whoever wakes doesn't know at first.
    expect(told(m)).toBe('ok, (24 h) unknown, ok')
  })

  it('is one where the computer slept and the background lived through it', async () => {
    const m = machine({ playing: [], from: on('10:00') })
    await m.open()
    await m.playTo(on('10:10'))
    const known = m.log.recorded.length
    m.at.sleep(6 * HOUR, true)
    await m.play(5 * MINUTE)
    // The answer came before anybody looked at what was known.
    m.log.recorded.splice(known, 0, ...m.log.recorded.splice(known).filter(({ level }) => level === 'ok'))
    expect(told(m)).toBe('ok, (6 h) ok')
  })

  it('is none while it looks', async () => {
    const m = machine({ playing: [], from: on('10:00') })
    await m.open()
    await m.playTo(on('14:00'))
    expect(told(m)).toBe('ok')
  })
})

describe('what the page says of incidents', () => {
  it('is kept for all pods, once for each time that it changes and each life of a background', async () => {
    const m = machine({ ...spreading, settings: { pods: ['prod4'] } })
    await m.open()
    await m.playTo(on('10:09'))
    expect(m.log.kept).toEqual([])
    await m.playTo(on('10:35'))
    expect(m.log.kept.map(({ id }) => id)).toHaveLength(1)
    m.kill()
    await m.playTo(on('10:38'))
    expect(m.log.kept).toHaveLength(2)
  })

  it('is kept again after everything was deleted', async () => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('10:20'))
    await m.ask({ type: 'page-bg:reset' })
    const before = m.log.kept.length
    await m.settings({})
    await m.play(MINUTE)
    expect(m.log.kept.length).toBeGreaterThan(before)
  })
})

describe('what was told', () => {
  it('is kept under the id of the notification, with its incident and pods', async () => {
    const m = machine({ ...spreading, settings: { pods: ['prod1', 'prod2'] } })
    await m.open()
    await m.playTo(on('11:40'))
    expect(m.log.alerted.map(({ id, title, text }) => ({ id, title, text }))).toEqual(
      m.log.created.map(({ again: _, ...one }) => one),
    )
    expect(m.log.alerted.map(({ pods }) => pods)).toEqual([['prod1'], ['prod2'], ['prod1', 'prod2']])
    expect(m.log.alerted.map(({ incidents }) => incidents)).toEqual(Array(3).fill([m.log.kept[0]?.id]))
    expect(m.log.alerted[0]?.at).toBeGreaterThan(Date.parse(on('10:10')))
  })

  it.each(['noHistory', 'historyHangs'] as const)(
    'is told once where the database fails: %s',
    async (how) => {
      const m = machine(escalating)
      m.box[how] = true
      await m.open()
      await m.playTo('2026-03-24T09:10:00Z')
      expect(m.titles()).toHaveLength(4)
      expect(m.log.alerted).toEqual([])
      expect(m.storage.value('alerts')).toMatchObject({ outbox: [] })
    },
  )

  it('is kept though the background dies while it tells', async () => {
    for (let calls = 1; calls < 40; calls++) {
      const m = machine({ ...spreading, from: on('10:09'), lastCall: 'done' })
      await m.open()
      m.doom(calls)
      await m.playTo(on('10:15'))
      const ids = new Set(m.log.alerted.map(({ id }) => id))
      expect([...ids], `call ${calls}`).toEqual(m.log.created.map(({ id }) => id))
    }
  })
})
