import { describe, expect, it } from 'vitest'
import { summaryAt } from '../../../scripts/replay/documents.ts'
import { readNews } from '../../../shared/feed/news.ts'
import { judgementOf } from '../../../shared/judge/judgementOf.ts'
import { CALM, on, SPREADING } from '../extension/stories.ts'
import { MINUTE, SECOND } from '../polling/world.ts'
import { origin } from './support/origin.ts'

describe('who watches a pod', () => {
  it('hears the judge’s own verdict after every answered check', async () => {
    const { open, play, requests } = origin(SPREADING, on('10:08'))
    const { told, verdicts } = open().watch({ pod: 'prod1' })
    await play(SECOND)
    expect(told).toEqual(['ok'])
    await play(4 * MINUTE)
    expect(told).toHaveLength(requests.length)
    expect(new Set(told)).toEqual(new Set(['ok', 'degraded']))
    const last = verdicts.at(-1)
    const at = Date.parse(last?.asOf ?? '')
    const read = readNews(JSON.stringify(summaryAt(SPREADING, on('10:10'))))
    if (!read.ok) throw new Error(read.detail)
    // With all that agents are told: reasons, the next update and planned work.
    expect(last).toEqual(judgementOf({ news: read.value, at, trouble: null }, 'prod1', at))
    expect(last?.impacts[0]?.because.length).toBeGreaterThan(0)
  })

  it('asks twice as often while something is affected, and less where data is to be saved', async () => {
    const asked = async (clock: string, saving = false): Promise<number> => {
      const { open, play, requests, box } = origin(SPREADING, on(clock))
      box.saving = saving
      open().watch({ pod: 'prod1' })
      await play(20 * MINUTE)
      return requests.length
    }
    const well = await asked('09:00')
    expect(await asked('10:12')).toBeGreaterThan(1.7 * well)
    expect(await asked('10:12', true)).toBeLessThan(well / 3)
  })

  it('shares one request with all others in the page, whatever their pods', async () => {
    const { open, play, requests } = origin(SPREADING, on('10:12'))
    const page = open()
    const all = ['prod1', 'prod2', 'prod4', 'prod1', 'PROD1'].map((pod) => page.watch({ pod }))
    await play(10 * MINUTE)
    expect(all.map(({ told }) => told.at(-1))).toEqual(['degraded', 'ok', 'ok', 'degraded', 'degraded'])
    for (const { told } of all) expect(told).toHaveLength(requests.length)
    expect(requests.length).toBeLessThanOrEqual(20)
  })

  it('hears at once what is known, and nothing is asked for that', async () => {
    const { open, play, requests } = origin(SPREADING, on('10:12'))
    const page = open()
    page.watch({ pod: 'prod1' })
    await play(SECOND)
    const late = page.watch({ pod: 'prod2' })
    await play(0)
    expect(late.told).toEqual(['ok'])
    expect(requests).toHaveLength(1)
  })

  it('hears nothing after its end, also when the answer is under way', async () => {
    const { open, play, requests } = origin(CALM, on('10:00'))
    const page = open()
    const early = page.watch({ pod: 'prod1' })
    early.stop()
    const { told, stop } = page.watch({ pod: 'prod1' })
    await play(100)
    stop()
    stop()
    await play(10 * MINUTE)
    expect([early.told, told]).toEqual([[], []])
    // Paid, and nothing more.
    expect(requests).toHaveLength(1)
    expect(page.listeners()).toBe(0)
  })

  it('may end others and itself while it is told', async () => {
    const { open, play } = origin(CALM, on('10:00'))
    const page = open()
    const first = page.watch({ pod: 'prod1' }, () => {
      first.stop()
      second.stop()
    })
    const second = page.watch({ pod: 'prod1' })
    await play(10 * MINUTE)
    expect([first.told, second.told]).toEqual([['ok'], []])
  })

  it('harms nobody by throwing, and it is told whose error that is', async () => {
    const { open, play, errors, requests } = origin(CALM, on('10:00'))
    const page = open()
    const broken = page.watch({ pod: 'prod1' }, () => {
      throw new Error('mine')
    })
    const fine = page.watch({ pod: 'prod1' })
    await play(10 * MINUTE)
    expect(fine.told).toHaveLength(requests.length)
    expect(broken.told).toEqual(fine.told)
    expect(errors.map(String)).toEqual(fine.told.map(() => 'Error: mine'))
  })

  it('goes on where it was when somebody watches again, as frameworks mount twice', async () => {
    const { open, play, requests } = origin(CALM, on('10:00'))
    const page = open()
    page.watch({ pod: 'prod1' }).stop()
    const { told, stop } = page.watch({ pod: 'prod1' })
    await play(SECOND)
    expect([told, requests.length]).toEqual([['ok'], 1])
    stop()
    await play(30 * SECOND)
    const again = page.watch({ pod: 'prod1' })
    await play(SECOND)
    expect([again.told, requests.length]).toEqual([['ok'], 1])
    // What was left alone for long is asked for anew.
    again.stop()
    await play(10 * MINUTE)
    expect(requests).toHaveLength(1)
    const last = page.watch({ pod: 'prod1' })
    await play(SECOND)
    expect([last.told, requests.length]).toEqual([['ok', 'ok'], 2])
  })

  it.each(['page', 'program'] as const)(
    'is refused another feed while one is asked, and may have it afterwards from the same bucket: %s',
    async (kind) => {
      const { open, play, urls, requests } = origin(CALM, on('10:00'))
      const page = open(kind)
      const one = page.watch({ pod: 'prod1' })
      await play(SECOND)
      expect(() => page.watch({ pod: 'prod1', feed: 'https://mirror.example/summary.json' })).toThrow(
        /one feed at a time.*https:\/\/status\.kustomer\.com/,
      )
      expect(() => page.watch({ pod: 'prod1', storage: 'none' })).toThrow(/with one storage/)
      one.stop()
      for (let times = 0; times < 40; times++) {
        page.watch({ pod: 'prod1', feed: `/mirror-${times}.json` }).stop()
        const next = page.watch({ pod: 'prod1', feed: `/mirror-${times}.json` })
        await play(SECOND)
        next.stop()
        await play(SECOND)
      }
      // A request was spent, and the next one has to be earned.
      expect(urls[1]).toMatch(/^https:\/\/shop\.example\/mirror-1\d\.json$/)
      expect(requests.length).toBeLessThan(6)
    },
  )
})

describe('a status page that fails', () => {
  it('hides nothing for a quarter of an hour; then the pod is unknown, and it is told why', async () => {
    const { open, play, box } = origin(SPREADING, on('10:12'))
    const { told } = open().watch({ pod: 'prod1' })
    await play(SECOND)
    box.fault = 'broken'
    await play(14 * MINUTE)
    expect(told).toEqual(['degraded'])
    await play(2 * MINUTE)
    expect(told).toEqual(['degraded', 'unknown http-error'])
    box.fault = null
    await play(6 * MINUTE)
    expect(told.slice(2).length).toBeGreaterThan(0)
    expect(new Set(told.slice(2))).toEqual(new Set(['degraded']))
  })

  it('is told at once where nothing is known, each reason once', async () => {
    const { open, play, box } = origin(CALM, on('10:00'))
    box.fault = 'html'
    const page = open()
    const { told } = page.watch({ pod: 'prod1' })
    await play(20 * MINUTE)
    expect(told).toEqual(['unknown html'])
    const late = page.watch({ pod: 'prod2' })
    await play(0)
    expect(late.told).toEqual(['unknown html'])
    box.fault = 'limited'
    await play(20 * MINUTE)
    expect(told).toEqual(['unknown html', 'unknown rate-limited'])
    box.fault = null
    await play(6 * MINUTE)
    expect(told.at(-1)).toBe('ok')
  })

  it('is never green where an old copy, another page or a torn document answers', async () => {
    const { open, play, box } = origin(SPREADING, on('10:12'))
    const { told } = open().watch({ pod: 'prod1' })
    await play(SECOND)
    box.body = JSON.stringify(summaryAt(SPREADING, on('10:00')))
    await play(10 * MINUTE)
    const well = JSON.parse(box.body) as { components: unknown[] }
    box.body = JSON.stringify({ ...well, components: well.components.slice(9) })
    await play(10 * MINUTE)
    box.body = JSON.stringify({ ...well, page: { id: 'other', url: 'https://status.example' } })
    await play(30 * MINUTE)
    expect(told.length).toBeGreaterThan(2)
    expect(told).not.toContain('ok')
  })
})

describe('a program that keeps what was asked', () => {
  const storage = () => {
    const box = { text: null as string | null, breaks: false }
    const need = (): void => {
      if (box.breaks) throw new Error('no disk')
    }
    return {
      box,
      read: async () => {
        need()
        return box.text
      },
      write: async (text: string) => {
        need()
        box.text = text
      },
    }
  }

  it('asks nothing by being started again, and knows at once what it knew', async () => {
    const { open, play, requests } = origin(SPREADING, on('10:12'))
    const kept = storage()
    for (let times = 0; times < 20; times++) {
      const program = open('program')
      const { told } = program.watch({ pod: 'prod1', storage: kept })
      await play(SECOND)
      expect(told).toEqual(['degraded'])
      program.close()
    }
    expect(requests).toHaveLength(1)
  })

  it('asks each time where it keeps nothing', async () => {
    const { open, play, requests } = origin(CALM, on('10:12'))
    for (let times = 0; times < 20; times++) {
      const program = open('program')
      program.watch({ pod: 'prod1' })
      await play(SECOND)
      program.close()
    }
    expect(requests).toHaveLength(20)
  })

  it('goes on in memory where its storage breaks', async () => {
    const { open, play, requests, errors } = origin(CALM, on('10:00'))
    const kept = storage()
    kept.box.breaks = true
    const { told } = open('program').watch({ pod: 'prod1', storage: kept })
    await play(10 * MINUTE)
    expect(told).toHaveLength(requests.length)
    expect(requests.length).toBeGreaterThan(7)
    expect([requests.length < 12, errors]).toEqual([true, []])
  })

  it('goes on in memory where its storage hangs', async () => {
    const { open, play, requests } = origin(CALM, on('10:00'))
    const hangs = {
      read: () => new Promise<string>(() => undefined),
      write: () => new Promise(() => undefined),
    }
    const { told } = open('program').watch({ pod: 'prod1', storage: hangs })
    await play(10 * MINUTE)
    expect(told).toContain('ok')
    expect(requests.length).toBeGreaterThan(7)
  })
})

it('a page view that kept nothing asks again where the next one to watch keeps what it hears', async () => {
  const { open, play, requests } = origin(CALM, on('10:00'))
  const page = open()
  const one = page.watch({ pod: 'prod1', storage: 'none' })
  await play(5 * MINUTE)
  one.stop()
  expect(requests).toHaveLength(1)
  const next = page.watch({ pod: 'prod1' })
  await play(5 * MINUTE)
  expect(next.told.at(-1)).toBe('ok')
  expect(requests.length).toBeGreaterThan(3)
})
