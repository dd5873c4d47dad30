import { describe, expect, it } from 'vitest'
import { incidentOf } from '../../../extension/domain/alerts/notificationText.ts'
import { NO_ALERTS } from '../../../extension/domain/alerts/storedAlerts.ts'
import { MINUTE } from '../polling/world.ts'
import { machine } from './machine.ts'
import { CALM, escalating, on, SPREADING } from './stories.ts'

const TROUBLE = 'Trouble on Prod1 (US)'
const BACK = 'Prod1 (US) is back to normal'
const spreading = { playing: SPREADING, from: on('10:00') }

describe('what a background writes', () => {
  it.each([
    ['while all is well', '10:05', '10:09'],
    ['while a pod is hit', '10:15', '10:35'],
  ])('is the poll and nothing else where the page says the same, %s', async (_, from, to) => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on(from))
    const [before, asked] = [m.storage.state.writes.length, m.log.requests.length]
    await m.playTo(on(to))
    const writes = m.storage.state.writes.slice(before)
    expect(m.log.requests.length).toBeGreaterThan(asked + 2)
    expect(new Set(writes.flat())).toEqual(new Set(['poll']))
    // One for the request and one for its answer.
    expect(writes.length).toBeLessThanOrEqual(2 * (m.log.requests.length - asked))
  })

  it('is the news once it changed', async () => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('12:00'))
    const news = m.storage.state.writes.filter((names) => names.includes('news'))
    // The first, and three changes of the page.
    expect(news).toHaveLength(4)
  })

  it('is nothing while no pod is watched', async () => {
    const m = machine({ playing: SPREADING, from: on('10:00'), settings: { pods: [] } })
    await m.open()
    await m.playTo(on('11:00'))
    expect(m.storage.state.writes).toEqual([])
    expect(m.log.requests).toEqual([])
  })
})

describe('storage that cannot be read for a while', () => {
  it('is never shown as health, and loses nothing that was stored', async () => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('10:20'))
    m.storage.state.refusesGet = true
    await m.play(MINUTE)
    expect(m.toolbar()?.icon).not.toBe('ok')
    m.storage.state.refusesGet = false
    await m.playTo(on('12:00'))
    expect(m.titles()).toEqual([TROUBLE, BACK])
    expect(m.storage.value('settings')).toMatchObject({ pods: ['prod1'] })
  })
})

describe('a choice made while storage cannot be read', () => {
  it('is not stored over what was told, of which nothing is known then', async () => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('10:20'))
    m.storage.state.refusesGet = true
    await m.ask({ type: 'page-bg:tell-back', pod: 'prod1', on: true })
    m.storage.state.refusesGet = false
    expect(m.storage.value('alerts')).toMatchObject({ alerted: { prod1: { level: 'degraded' } } })
  })
})

describe('rows that cannot be used', () => {
  it('are dropped, counted and replaced, once', async () => {
    const m = machine({ playing: CALM, from: on('10:00') })
    m.storage.rows['alerts'] = 'nonsense'
    m.storage.rows['example'] = { version: 1, value: 'soon' }
    await m.open()
    await m.play(5 * MINUTE)
    await m.restart()
    expect(m.storage.value('dropped')).toBe(2)
    expect(m.storage.value('example')).toBe(null)
    expect(m.storage.value('settings')).toMatchObject({ pods: ['prod1'] })
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
  })

  it('are counted once though storage refuses to write for a while', async () => {
    const m = machine({ playing: CALM, from: on('10:00') })
    m.storage.rows['example'] = { version: 1, value: 'soon' }
    m.storage.state.refusesSet = true
    await m.open()
    await m.play(5 * MINUTE)
    m.storage.state.refusesSet = false
    await m.play(5 * MINUTE)
    expect(m.storage.value('dropped')).toBe(1)
  })

  it('are left alone byte for byte where a newer Podlight wrote them, and told as such', async () => {
    const m = machine({ playing: CALM, from: on('10:00') })
    m.storage.rows['settings'] = { version: 99, value: { pods: { first: 'prod1' } }, more: true }
    const before = JSON.stringify(m.storage.rows['settings'])
    await m.open()
    await m.play(5 * MINUTE)
    const reply = await m.settings({ pods: ['prod2'] })
    await m.restart()
    expect(reply).toMatchObject({ stored: false, losses: { newer: ['settings'] } })
    expect(JSON.stringify(m.storage.rows['settings'])).toBe(before)
    expect(m.storage.value('dropped')).toBe(undefined)
  })

  it('do not keep a poll of a newer Podlight from being left alone', async () => {
    const m = machine(spreading)
    m.storage.rows['poll'] = { version: 99, value: null }
    await m.open()
    await m.playTo(on('10:30'))
    expect(m.storage.rows['poll']).toEqual({ version: 99, value: null })
    expect(m.log.requests.length).toBeLessThanOrEqual(60)
  })
})

describe('forgetting everything', () => {
  it('leaves nothing but the bucket', async () => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('10:20'))
    expect((await m.ask({ type: 'page-bg:reset' })).stored).toBe(true)
    expect(m.log.forgotten).toBe(1)
    expect(m.storage.value('settings')).toMatchObject({ pods: [], feed: null })
    expect(m.storage.value('news')).toBe(null)
    expect(m.storage.value('alerts')).toEqual(NO_ALERTS)
    const asked = m.log.requests.length
    await m.playTo(on('11:00'))
    expect(m.log.requests).toHaveLength(asked)
  })

  it('is not said to be done where the history cannot be forgotten', async () => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('10:20'))
    m.box.noHistory = true
    expect((await m.ask({ type: 'page-bg:reset' })).stored).toBe(false)
    expect(m.log.forgotten).toBe(0)
    expect(m.storage.value('settings')).toMatchObject({ pods: [] })
    m.box.noHistory = false
    expect((await m.ask({ type: 'page-bg:reset' })).stored).toBe(true)
    expect(m.log.forgotten).toBe(1)
  })

  it.each(['forgotten', 'spoilt'] as const)(
    'keeps no later notification from the screen while old ones are still on it: %s',
    async (how) => {
      const m = machine(escalating)
      await m.open()
      await m.playTo('2026-03-24T06:40:00Z')
      expect(m.titles()).toHaveLength(2)
      if (how === 'forgotten') {
        await m.ask({ type: 'page-bg:reset' })
        await m.settings({})
      } else m.storage.rows['alerts'] = 'nonsense'
      await m.playTo('2026-03-24T06:55:00Z')
      const before = m.titles().length
      await m.playTo('2026-03-24T07:10:00Z')
      expect(m.titles().slice(before)).toEqual(['Prod4 (India) is getting worse'])
    },
  )
})

describe('a history that cannot be kept', () => {
  it('is told to pages, and keeps nothing else from being told', async () => {
    const m = machine(spreading)
    m.box.noHistory = true
    await m.open()
    await m.playTo(on('10:20'))
    expect(m.titles()).toEqual([TROUBLE])
    expect(incidentOf(m.log.created[0]?.id ?? '')).not.toBe(null)
    expect((await m.ask({ type: 'page-bg:open' })).losses.noHistory).toBe(true)
    m.box.noHistory = false
    await m.play(2 * MINUTE)
    expect((await m.ask({ type: 'page-bg:open' })).losses.noHistory).toBe(false)
  })
})
