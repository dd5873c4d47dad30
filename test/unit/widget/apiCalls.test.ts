import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApiPart, News } from '../../../widget/protocol.ts'
import { MINUTE, NOON } from './support/bannerRequests.ts'
import { hearWarnings, partFrom, settled, stubPage } from './support/globals.ts'
import { FakeTag } from './support/tag.ts'

let warnings: string[] = []
beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  warnings = hearWarnings()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const begin = async ({ pod = 'prod1' } = {}) => {
  const page = stubPage()
  const tag = new FakeTag()
  const looks: unknown[] = []
  const state = { news: { pod: 'prod1', level: 'unknown' } as News }
  const api = await partFrom<ApiPart>(page, () => import('../../../widget/api/main.ts'))
  const { take, request } = api({
    tag,
    pod: () => pod,
    news: () => state.news,
    refresh: (...given: readonly unknown[]) => {
      looks.push(given)
    },
  })
  return {
    call: (...call: readonly unknown[]) => take(call),
    request,
    page,
    looks,
    state,
    change: (news: News) => {
      state.news = news
      page.change()
    },
    say: (event: string, detail: unknown) =>
      tag.dispatchEvent(new CustomEvent(`podlight:${event}`, { detail })),
  }
}
const DOWN: News = { pod: 'prod1', level: 'outage' }

describe('podlight("on")', () => {
  it('gives the news at each change', async () => {
    const { call, change } = await begin()
    const listener = vi.fn()
    call('on', 'change', listener)
    await settled()
    expect(listener).not.toHaveBeenCalled()
    change(DOWN)
    await settled()
    expect(listener.mock.calls).toEqual([[DOWN]])
  })

  it('gives at once what holds, where something is known: who comes late hears the same as who came early', async () => {
    const { call, change } = await begin()
    const [early, late] = [vi.fn(), vi.fn()]
    call('on', 'change', early)
    change(DOWN)
    call('on', 'change', late)
    call('on', 'show', late)
    await settled()
    expect(early.mock.calls).toEqual([[DOWN]])
    expect(late.mock.calls).toEqual([[DOWN]])
  })

  it('gives what was shown and dismissed, each to its own listeners', async () => {
    const { call, say, change } = await begin()
    const [shown, dismissed] = [vi.fn(), vi.fn()]
    call('on', 'show', shown)
    call('on', 'dismiss', dismissed)
    say('show', { kind: 'news', scene: 'chat-down' })
    change(DOWN)
    await settled()
    expect(shown.mock.calls).toEqual([[{ kind: 'news', scene: 'chat-down' }]])
    expect(dismissed).not.toHaveBeenCalled()
    say('dismiss', { kind: 'own', scene: 'back' })
    await settled()
    expect(shown).toHaveBeenCalledTimes(1)
    expect(dismissed.mock.calls).toEqual([[{ kind: 'own', scene: 'back' }]])
  })

  it('gives what was refused to those who listen for it', async () => {
    const { call, say } = await begin()
    const listener = vi.fn()
    call('on', 'evidence', listener)
    const told = { what: 'sending', refused: 2, tried: 2, since: '2026-11-03T12:00:00.000Z' }
    say('evidence', told)
    await settled()
    expect(listener.mock.calls).toEqual([[told]])
    call('off', 'evidence')
    say('evidence', told)
    await settled()
    expect(listener).toHaveBeenCalledTimes(1)
    expect(warnings).toEqual([])
  })

  it('keeps what a listener throws out of our work and of other listeners', async () => {
    const { call, change } = await begin()
    const fine = vi.fn()
    const thrown: unknown[] = []
    // In a page it becomes the page's own error, as of any of its functions.
    vi.stubGlobal('queueMicrotask', (work: () => void) => {
      void Promise.resolve()
        .then(work)
        .catch((error: unknown) => thrown.push(error))
    })
    call('on', 'change', () => {
      throw new Error('of the page')
    })
    call('on', 'change', fine)
    expect(() => change(DOWN)).not.toThrow()
    await settled()
    expect(fine).toHaveBeenCalledTimes(1)
    expect(thrown).toEqual([new Error('of the page')])
  })

  it.each<[string, unknown[]]>([
    ['no event', [undefined, () => undefined]],
    ['an event that is none', ['chnage', () => undefined]],
    ['an event of every object', ['toString', () => undefined]],
    ['no listener', ['change']],
    ['a listener that is none', ['change', 'alert(1)']],
    ['an object to listen', ['change', { handleEvent: () => undefined }]],
  ])('says so once where it gets %s', async (_, args) => {
    const { call, change } = await begin()
    call('on', ...args)
    call('on', ...args)
    expect(() => change(DOWN)).not.toThrow()
    await settled()
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/^\[podlight\] .*change, show, dismiss or evidence/)
  })
})

describe('podlight("off")', () => {
  it('ends one listener, or all of an event', async () => {
    const { call, change, say } = await begin()
    const [first, second, third, shown] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()]
    for (const listener of [first, second, third]) call('on', 'change', listener)
    call('on', 'show', shown)
    call('off', 'change', first)
    call('off', 'show', second)
    change(DOWN)
    await settled()
    expect([first, second, third].map(({ mock }) => mock.calls.length)).toEqual([0, 1, 1])
    call('off', 'change')
    change(DOWN)
    say('show', {})
    await settled()
    expect([first, second, third].map(({ mock }) => mock.calls.length)).toEqual([0, 1, 1])
    expect(shown).toHaveBeenCalledTimes(1)
  })

  it('of what was never on changes nothing', async () => {
    const { call, change } = await begin()
    const listener = vi.fn()
    call('on', 'change', listener)
    call('off', 'change', () => undefined)
    call('off', 'nothing')
    call('off')
    change(DOWN)
    await settled()
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

describe('podlight("status") and podlight("pod")', () => {
  it('give what is known, later and not at once', async () => {
    const { call, state } = await begin()
    state.news = DOWN
    const [status, pod] = [vi.fn(), vi.fn()]
    call('status', status)
    call('pod', pod)
    expect(status).not.toHaveBeenCalled()
    await settled()
    expect(status.mock.calls).toEqual([[DOWN]])
    expect(pod.mock.calls).toEqual([['prod1']])
  })

  it('give null where no pod is known', async () => {
    const { call } = await begin({ pod: '' })
    const pod = vi.fn()
    call('pod', pod)
    await settled()
    expect(pod.mock.calls).toEqual([[null]])
  })

  it('want a function, and say so once', async () => {
    const { call } = await begin()
    for (const wrong of [undefined, null, 'x', {}, 1]) {
      call('status', wrong)
      call('pod', wrong)
    }
    await settled()
    expect(warnings).toEqual(['[podlight] This call needs a function to answer to.'])
  })
})

describe('the other calls', () => {
  it('refresh asks the loader, and nothing else does', async () => {
    const { call, looks } = await begin()
    for (const name of ['status', 'pod', 'on', 'off', 'preview', 'announce', 'nothing']) call(name, vi.fn())
    expect(looks).toEqual([])
    call('refresh')
    expect(looks).toHaveLength(1)
  })

  it('preview and announce make requests', async () => {
    const { call, request } = await begin()
    call('announce', 'chat-down', NOON + MINUTE)
    expect(request()).toMatchObject({ kind: 'own', scene: 'chat-down' })
    call('preview', 'maintenance')
    expect(request()).toMatchObject({ kind: 'example', scene: 'maintenance' })
    call('preview')
    call('announce')
    expect(request()).toBeNull()
  })

  it('destroy ends everything for this page view', async () => {
    const { call, change, say, looks, page, request } = await begin()
    const listener = vi.fn()
    call('on', 'change', listener)
    call('on', 'show', listener)
    call('destroy')
    expect(page.place.podlight?.end).toBe(1)
    const before = looks.length
    for (const args of [
      ['on', 'change', listener],
      ['status', listener],
      ['refresh'],
      ['preview', 'chat-down'],
      ['announce', 'chat-down', NOON + MINUTE],
    ])
      call(...args)
    change(DOWN)
    say('show', {})
    await settled()
    expect(listener).not.toHaveBeenCalled()
    expect(looks).toHaveLength(before)
    expect(request()).toBeNull()
    expect(warnings).toEqual([])
  })

  it('that do not exist are named once with those that do', async () => {
    const { call } = await begin()
    for (const name of ['stauts', 'stauts', 'constructor', '__proto__', 'hasOwnProperty', undefined, 7])
      expect(() => call(name)).not.toThrow()
    expect(warnings).toHaveLength(6)
    expect(warnings[0]).toBe(
      '[podlight] There is no call "stauts". Use on, off, status, pod, refresh, preview, announce, destroy.',
    )
  })

  it('never throw into the page, whatever is given', async () => {
    const { call } = await begin()
    const bad = {
      toString: () => {
        throw new Error('of the page')
      },
    }
    for (const name of [
      'on',
      'off',
      'status',
      'pod',
      'preview',
      'announce',
      bad,
      Symbol('x'),
      Object.create(null),
    ])
      for (const value of [bad, Symbol('x'), Object.create(null), 1n, new Proxy({}, {})])
        expect(() => call(name, value, value)).not.toThrow()
    expect(() => call()).not.toThrow()
    expect(warnings.every((line) => line.startsWith('[podlight] '))).toBe(true)
  })

  it('keep a long name short on the console', async () => {
    const { call } = await begin()
    call('x'.repeat(5000))
    call('preview', 'y'.repeat(5000))
    expect(warnings).toHaveLength(2)
    for (const line of warnings) expect(line.length).toBeLessThan(300)
  })
})
