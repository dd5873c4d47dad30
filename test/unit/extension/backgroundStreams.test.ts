import { describe, expect, it } from 'vitest'
import { LONGEST, SHORTEST } from '../../../shared/polling/waits.ts'
import { HOUR, MINUTE, mostInAnHour, SECOND, settled } from '../polling/world.ts'
import { type Machine, machine } from './machine.ts'
import { playedRelay, RELAY } from './playedRelay.ts'
import { asked, heardAt, listening, WAIT } from './relayAgent.ts'
import { CALM, on, SPREADING } from './stories.ts'

describe('a stream of events', () => {
  const isNever = async (m: Machine): Promise<void> => {
    await m.open()
    await m.play(10 * MINUTE)
    expect(m.log.opened).toEqual([])
  }

  it('is not opened where the relay offers none', async () => {
    const m = machine({ playing: CALM, from: on('10:00'), settings: { feed: `${RELAY}/pods.json` } })
    playedRelay(m, CALM).box.offers = false
    await isNever(m)
  })

  it('is not opened to the vendor’s page, whatever that says', async () => {
    const m = machine({ playing: CALM, from: on('10:00') })
    playedRelay(m, CALM).box.headers = { 'podlight-events': '15' }
    await isNever(m)
  })

  it('is not opened while nobody watches a pod, and closed when the last is gone', async () => {
    const feed = `${RELAY}/pods.json`
    const m = machine({ playing: CALM, from: on('10:00'), settings: { feed, pods: [] } })
    playedRelay(m, CALM)
    await isNever(m)
    const { m: other } = await listening('pods', CALM)
    await other.settings({ pods: [], feed })
    expect(other.streams()).toEqual([])
  })

  it('is not opened where data is to be saved, and closed when that is chosen', async () => {
    const m = machine({ playing: CALM, from: on('10:00'), settings: { feed: `${RELAY}/pods.json` } })
    playedRelay(m, CALM)
    m.box.isSaving = true
    await isNever(m)
    m.box.isSaving = false
    await m.play(10 * MINUTE)
    expect(m.streams()).toHaveLength(1)
    m.box.isSaving = true
    await m.play(2 * MINUTE)
    expect(m.streams()).toEqual([])
  })

  it('is closed when the relay offers it no more, or another feed is chosen, or all is deleted', async () => {
    const { m, relay } = await listening('pods', CALM)
    relay.box.offers = false
    await m.play(MINUTE)
    await m.ask({ type: 'page-bg:check' })
    expect(m.streams()).toEqual([])
    const { m: other } = await listening('pods', CALM)
    await other.settings({ feed: null })
    expect(other.streams()).toEqual([])
    const { m: third } = await listening('pods', CALM)
    await third.ask({ type: 'page-bg:reset' })
    expect(third.streams()).toEqual([])
  })

  it('of another feed is opened once that was tried', async () => {
    const { m } = await listening('prod1', CALM)
    await m.play(20 * MINUTE)
    await m.ask({ type: 'page-bg:use', address: `${RELAY}/summary.json` })
    expect(m.streams().map(({ address }) => address)).toEqual([`${RELAY}/summary/events`])
  })

  it('of one pod is closed when it tells of another', async () => {
    const { m, relay } = await listening('prod1', CALM)
    const [stream] = m.streams()
    stream?.message('verdict', 'x', relay.bodyOf('prod2'))
    await settled()
    expect(stream?.isOpen).toBe(false)
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
  })

  it('is closed for a beat before anything was told', async () => {
    const { m, relay } = await listening('pods', CALM)
    const data = JSON.stringify({ ...JSON.parse(relay.bodyOf('pods')), verdicts: undefined })
    relay.box.isSilent = true
    await m.restart()
    // It is born, asks and opens one; this comes before anything else.
    for (let tries = 0; tries < 90 && m.streams().length === 0; tries++) await m.play(SECOND)
    const [stream] = m.streams()
    expect(stream?.isOpen).toBe(true)
    stream?.message('beat', 's1', data)
    await settled()
    expect(stream?.isOpen).toBe(false)
  })

  it('is not believed for what lay in a buffer while the machine slept', async () => {
    const { m, relay } = await listening('pods', CALM)
    const [stream] = m.streams()
    const data = relay.bodyOf('pods')
    const heard = heardAt(m)
    m.at.sleep(20 * MINUTE, true)
    // By its own word it is some seconds old.
    expect(JSON.parse(data).age).toBeLessThan(15)
    stream?.message('verdict', 's1', data)
    await settled()
    expect(heardAt(m)).toBe(heard)
    expect(stream?.isOpen).toBe(false)
  })

  it('ends nobody’s waiting: a relay that is full is met more and more seldom, and asked as ever', async () => {
    const m = machine({ playing: CALM, from: on('10:00'), settings: { feed: `${RELAY}/pods.json` } })
    playedRelay(m, CALM).box.isFull = true
    await m.open()
    await m.play(3 * HOUR)
    const { opened } = m.log
    const gaps = opened.slice(1).map((at, i) => at - (opened[i] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(SHORTEST)
    // From 30 s to between 30 s and 5 min: 165 s on average, and the schedule's look after it.
    expect(opened.length).toBeLessThan((3 * HOUR) / (LONGEST / 3))
    expect(opened.length).toBeGreaterThan((3 * HOUR) / LONGEST)
    const requests = [...m.log.requests]
    for (const at of opened) requests.splice(requests.indexOf(at), 1)
    const waits = requests.slice(1).map((at, i) => at - (requests[i] ?? 0))
    expect(Math.max(...waits)).toBeLessThanOrEqual(WAIT)
    expect(mostInAnHour(m.log.requests)).toBeLessThanOrEqual(120)
  })

  it('backs off as before where the background dies in between', async () => {
    const m = machine({ playing: CALM, from: on('10:00'), settings: { feed: `${RELAY}/pods.json` } })
    playedRelay(m, CALM).box.isFull = true
    await m.open()
    for (let minute = 0; minute < 3 * 60; minute++) {
      await m.play(MINUTE)
      m.kill()
    }
    expect(m.log.opened.length).toBeLessThan((3 * HOUR) / (LONGEST / 3))
  })

  it('is paid from the bucket: with nothing in it, none is opened', async () => {
    const { m, relay } = await listening('pods', CALM)
    await m.play(30 * MINUTE)
    const opened = m.log.opened.length
    relay.hangUp()
    // Its pause is over at last, and the bucket has paid for everybody else.
    for (let press = 0; press < 62; press++) {
      await m.ask({ type: 'page-bg:check' })
      await m.play(SECOND)
    }
    expect(m.log.opened.length).toBe(opened)
    await m.play(3 * MINUTE)
    expect(m.log.opened.length).toBe(opened + 1)
  })

  it('that fails again and again leaves an incident its requests', async () => {
    const plan = { playing: SPREADING, from: on('10:20'), settings: { feed: `${RELAY}/pods.json` } }
    const play = async (isFull: boolean) => {
      const m = machine(plan)
      const relay = playedRelay(m, SPREADING)
      relay.box.isFull = isFull
      relay.box.offers = isFull
      await m.open()
      await m.play(HOUR)
      return asked(m)
    }
    const [full, without] = [await play(true), await play(false)]
    expect(without).toBeGreaterThan(95)
    expect(full).toBeGreaterThan(without - 4)
  })
})
