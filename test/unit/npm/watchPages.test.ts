import { describe, expect, it } from 'vitest'
import { CALM, on, SPREADING } from '../extension/stories.ts'
import { HOUR, MINUTE, mostInAnHour, SECOND } from '../polling/world.ts'
import { origin } from './support/origin.ts'

// Pages of one site: they come and go, are hidden and shown, and ask as one.

describe('the pages of a site', () => {
  it('add no request by being opened, and hear at once what the page before heard', async () => {
    const { open, play, requests } = origin(SPREADING, on('10:12'))
    const first = open()
    const before = first.watch({ pod: 'prod1' })
    await play(SECOND)
    first.close()
    for (let times = 0; times < 50; times++) {
      const page = open()
      const { told, verdicts } = page.watch({ pod: 'prod1' })
      await play(0)
      expect(told).toEqual(['degraded'])
      // With its reasons, as it was told the first time.
      expect(verdicts).toEqual(before.verdicts)
      await play(SECOND / 2)
      page.close()
    }
    expect(requests).toHaveLength(1)
  })

  it('ask as one, and each hears what any of them heard', async () => {
    const alone = origin(SPREADING, on('10:05'))
    alone.open().watch({ pod: 'prod1' })
    await alone.play(20 * MINUTE)
    const { open, play, requests } = origin(SPREADING, on('10:05'))
    const all = Array.from({ length: 10 }, (_, i) => open().watch({ pod: i % 2 ? 'prod1' : 'prod2' }))
    await play(20 * MINUTE)
    expect(requests.length).toBeLessThanOrEqual(alone.requests.length + 2)
    for (const { told } of all) expect(told).toHaveLength(requests.length)
    expect(all.map(({ told }) => told.at(-1))).toEqual(all.map((_, i) => (i % 2 ? 'degraded' : 'ok')))
  })

  it('ask one after the other also where there are no locks', async () => {
    const { open, play, requests, box } = origin(CALM, on('10:00'))
    box.hasLocks = false
    for (let i = 0; i < 5; i++) open().watch({ pod: 'prod1' })
    await play(20 * MINUTE)
    expect(mostInAnHour(requests)).toBeLessThan(25)
  })

  it('ask nothing while hidden, and at once on return if the news is old', async () => {
    const { open, play, requests } = origin(CALM, on('10:00'))
    const page = open()
    page.watch({ pod: 'prod1' })
    await play(SECOND)
    page.hide()
    await play(30 * SECOND)
    page.show()
    await play(SECOND)
    expect(requests).toHaveLength(1)
    page.hide()
    await play(10 * MINUTE)
    expect(requests).toHaveLength(1)
    page.show()
    await play(SECOND)
    expect(requests).toHaveLength(2)
  })

  it('begin hidden without a word, and ask when they are seen', async () => {
    const { open, play, requests } = origin(CALM, on('10:00'))
    const page = open()
    page.hide()
    const { told } = page.watch({ pod: 'prod1' })
    await play(5 * MINUTE)
    expect([told, requests]).toEqual([[], []])
    page.show()
    await play(SECOND)
    expect(told).toEqual(['ok'])
  })

  it('say that they do not know after a quarter of an hour hidden', async () => {
    const { open, play } = origin(CALM, on('10:00'))
    const page = open()
    const { told } = page.watch({ pod: 'prod1' })
    await play(SECOND)
    page.hide()
    await play(16 * MINUTE)
    expect(told).toEqual(['ok', 'unknown stale'])
  })

  it('try again at once when the browser is online again', async () => {
    const { open, play, box } = origin(CALM, on('10:00'))
    const page = open()
    page.watch({ pod: 'prod1' })
    await play(SECOND)
    box.fault = 'offline'
    await play(5 * MINUTE)
    box.fault = null
    const { told } = page.watch({ pod: 'prod1' })
    await play(0)
    page.online()
    await play(SECOND)
    expect(told).toEqual(['ok', 'ok'])
  })

  it('ask for a pod that the others did not look for', async () => {
    const { open, play, requests, box } = origin(CALM, on('10:00'))
    open().watch({ pod: 'prod1' })
    await play(40 * SECOND)
    const other = open().watch({ pod: 'prod5' })
    await play(SECOND)
    expect([other.told, requests.length]).toEqual([['unknown not-listed'], 2])
    // From then on whoever asks looks for it too.
    expect(box.stored).toContain('"prod5"')
    const next = open().watch({ pod: 'prod5' })
    await play(0)
    expect([next.told, requests.length]).toEqual([['unknown not-listed'], 2])
  })

  it('ask for themselves where what the others heard was too long to be kept', async () => {
    const { open, play, requests, box, write, at } = origin(SPREADING, on('10:09'))
    const { told } = open().watch({ pod: 'prod1' })
    await play(SECOND)
    for (let minutes = 0; minutes < 12; minutes++) {
      // Another page asks each time, so that nothing is ever due here.
      const kept = JSON.parse(box.stored ?? '') as { row: object }
      const now = at.clock()
      const row = { ...kept.row, asked: now, due: now + 2 * MINUTE }
      write(JSON.stringify({ ...kept, row, at: now, verdicts: [] }))
      await play(MINUTE)
    }
    expect(told.at(-1)).toBe('degraded')
    expect(requests.length).toBeGreaterThan(5)
    expect(mostInAnHour(requests)).toBeLessThanOrEqual(13)
  })

  it('go on by what others hear while they are hidden', async () => {
    const { open, play } = origin(CALM, on('10:00'))
    const page = open()
    const { told } = page.watch({ pod: 'prod1' })
    await play(SECOND)
    page.hide()
    open().watch({ pod: 'prod1' })
    await play(40 * MINUTE)
    expect(told.length).toBeGreaterThan(20)
    expect(new Set(told)).toEqual(new Set(['ok']))
  })

  it('share their bucket, and no news, with pages that ask another feed', async () => {
    // In trouble each would ask twice a minute.
    const { open, play, requests, urls } = origin(SPREADING, on('10:12'))
    open().watch({ pod: 'prod1' })
    await play(SECOND)
    const other = open().watch({ pod: 'prod1', feed: '/mirror.json' })
    await play(0)
    expect(other.told).toEqual([])
    await play(75 * MINUTE)
    expect(new Set(urls).size).toBe(2)
    expect(requests.length).toBeGreaterThan(100)
    expect(mostInAnHour(requests)).toBeLessThanOrEqual(120)
  })

  it.each(['blocked', 'full'] as const)(
    'ask once a page view where storage is %s, and the browser’s cache may answer',
    async (storage) => {
      const { open, play, requests, caches, box } = origin(CALM, on('10:00'))
      box.storage = storage
      const page = open()
      const { told } = page.watch({ pod: 'prod1' })
      await play(10 * MINUTE)
      const late = page.watch({ pod: 'prod2' })
      await play(MINUTE)
      expect([told, late.told, requests.length]).toEqual([['ok'], ['ok'], 1])
      expect(caches).toEqual(['default'])
      await play(10 * MINUTE)
      expect(told).toEqual(['ok', 'unknown stale'])
      page.online()
      page.hide()
      page.show()
      await play(HOUR)
      expect(requests).toHaveLength(1)
    },
  )

  it('ask once a page view where an owner wants nothing kept, and fail over to nobody', async () => {
    const { open, play, requests, box } = origin(CALM, on('10:00'))
    box.fault = 'broken'
    const { told } = open().watch({ pod: 'prod1', storage: 'none' })
    await play(HOUR)
    expect([told, requests.length, box.stored]).toEqual([['unknown http-error'], 1, null])
  })
})
