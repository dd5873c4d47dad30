import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SCENES } from '../../../shared/text/scene.ts'
import { isoAt, MINUTE, NOON } from './support/bannerRequests.ts'
import { hearWarnings, stubPage } from './support/globals.ts'
import { FakeTag } from './support/tag.ts'

let warnings: string[] = []
beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] })
  warnings = hearWarnings()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Wishes of a page; every page warns anew. */
const wishesOf = async (options: Record<string, string> = {}, search = '', address = '') => {
  stubPage({ search })
  vi.resetModules()
  warnings.length = 0
  const { bannerRequests } = await import('../../../widget/api/ownerRequests')
  return bannerRequests(new FakeTag(options, address), () => 'prod1')
}

const END = NOON + 60 * MINUTE

describe('an announcement', () => {
  it('is the owner’s own word until its end, and ends by itself', async () => {
    const { announce, request } = await wishesOf()
    expect(request()).toBeNull()
    announce('chat-down', END)
    expect(request()).toMatchObject({ kind: 'own', scene: 'chat-down', until: END })
    vi.setSystemTime(END - 1)
    expect(request()).not.toBeNull()
    vi.setSystemTime(END)
    expect(request()).toBeNull()
    vi.setSystemTime(NOON)
    expect(request()).toBeNull()
    expect(warnings).toEqual([])
  })

  it.each([
    ['a Date', new Date(END)],
    ['milliseconds', END],
    ['ISO 8601', isoAt(END)],
    ['ISO 8601 of another zone', '2031-03-04T15:00:00+02:00'],
  ])('takes its end as %s', async (_, until) => {
    const { announce, request } = await wishesOf()
    announce('attachments-failing', until)
    expect(request()).toMatchObject({ scene: 'attachments-failing', until: END })
    expect(warnings).toEqual([])
  })

  it.each([
    ['no end', undefined],
    ['null', null],
    ['an end that is past', NOON - 1],
    ['an end that is now', NOON],
    ['seconds, which are long past', END / 1000],
    ['no time', 'tomorrow'],
    ['a Date that is none', new Date(Number.NaN)],
    ['no number', Number.NaN],
    ['no end that can be told', Infinity],
    ['an end after all dates', 9e15],
    ['an object', { valueOf: () => END }],
    ['true', true],
    ['a list', [END]],
  ])('with %s is none, and changes nothing', async (_, until) => {
    const { announce, request } = await wishesOf()
    announce('chat-down', END)
    const before = request()
    announce('chat-failing', until)
    announce('chat-failing', until)
    expect(request()).toBe(before)
    expect(warnings).toEqual([
      expect.stringMatching(
        /^\[podlight\] (An announcement needs an end that is a time: |Your announcement isn’t showing: it ended .* GMT\.$)/,
      ),
    ])
  })

  it.each(['chat-awry', 'toString', 'constructor', 7, {}, ['chat-down'], true])(
    'of the scene %s is none, and changes nothing',
    async (scene) => {
      const { announce, preview, request } = await wishesOf()
      announce('chat-down', END)
      const before = request()
      announce(scene, END)
      announce(scene, END)
      preview(scene)
      expect(request()).toBe(before)
      expect(warnings).toHaveLength(1)
      expect(warnings[0]).toContain(SCENES.join(', '))
    },
  )

  it('takes its scene in any case, and knows what is meant by a slip', async () => {
    const { announce, request } = await wishesOf()
    announce('Chat-Down', END)
    expect(request()).toMatchObject({ scene: 'chat-down' })
    announce('chat-dwon', END)
    expect(warnings).toEqual(['[podlight] There is no scene "chat-dwon". Did you mean chat-down?'])
  })

  it('by the tag says so where its end is past', async () => {
    const { request } = await wishesOf({ mode: `announce:chat-down@${isoAt(NOON - MINUTE)}` })
    expect(request()).toBeNull()
    expect(warnings).toEqual([
      `[podlight] Your announcement isn’t showing: it ended ${new Date(NOON - MINUTE).toUTCString()}.`,
    ])
  })

  it('is taken back without a scene', async () => {
    const { announce, request } = await wishesOf()
    for (const nothing of [undefined, null, '', false]) {
      announce('chat-down', END)
      expect(request()).not.toBeNull()
      announce(nothing, undefined)
      expect(request()).toBeNull()
    }
    expect(warnings).toEqual([])
  })

  it('can be told from another one, and is the same one on the next page', async () => {
    const troubleOf = async (scene: string, until: number): Promise<string | undefined> => {
      const { announce, request } = await wishesOf()
      announce(scene, until)
      return request()?.trouble
    }
    const first = await troubleOf('chat-down', END)
    expect(await troubleOf('chat-down', END)).toBe(first)
    // A page that reckons the end anew each time means the same.
    expect(await troubleOf('chat-down', END + 1)).toBe(first)
    expect(await troubleOf('chat-down', END + 60 * MINUTE)).not.toBe(first)
    expect(await troubleOf('chat-failing', END)).not.toBe(first)
  })

  it('without an end, is another one on another day', async () => {
    const trouble = async (): Promise<string | undefined> =>
      (await wishesOf({ mode: 'announce:chat-down' })).request()?.trouble
    const first = await trouble()
    vi.setSystemTime(NOON + 60 * MINUTE)
    expect(await trouble()).toBe(first)
    vi.setSystemTime(NOON + 24 * 60 * MINUTE)
    expect(await trouble()).not.toBe(first)
  })
})

describe('a preview', () => {
  it.each(SCENES)('shows %s as an example', async (scene) => {
    const { preview, request } = await wishesOf()
    preview(scene)
    expect(request()).toMatchObject({ kind: 'example', scene, until: null, at: NOON })
    preview(undefined)
    expect(request()).toBeNull()
  })

  it('stands before the own word, which stays behind it', async () => {
    const { preview, announce, request } = await wishesOf()
    announce('chat-down', END)
    preview('maintenance')
    expect(request()).toMatchObject({ kind: 'example', scene: 'maintenance' })
    preview('maintenence')
    expect(request()).toMatchObject({ kind: 'example', scene: 'maintenance' })
    expect(warnings).toHaveLength(1)
    preview('')
    expect(request()).toMatchObject({ kind: 'own', scene: 'chat-down' })
  })

  it('that was closed can be asked for again', async () => {
    const { preview, request } = await wishesOf()
    preview('chat-down')
    const first = request()?.trouble
    vi.setSystemTime(NOON + 5000)
    preview('chat-down')
    expect(request()?.trouble).not.toBe(first)
  })
})

describe('data-mode', () => {
  it('previews', async () => {
    const { request } = await wishesOf({ mode: 'preview:recovering' })
    expect(request()).toMatchObject({ kind: 'example', scene: 'recovering' })
  })

  it('announces, with an end or as long as the tag says so', async () => {
    const forever = await wishesOf({ mode: 'announce:chat-down' })
    expect(forever.request()).toMatchObject({ kind: 'own', scene: 'chat-down', until: null })
    const ending = await wishesOf({ mode: `announce:chat-down@${isoAt(END)}` })
    expect(ending.request()).toMatchObject({ kind: 'own', scene: 'chat-down', until: END })
    expect(warnings).toEqual([])
    vi.setSystemTime(END)
    expect(ending.request()).toBeNull()
    expect(forever.request()).not.toBeNull()
  })

  it('may stand in the script’s address', async () => {
    const { request } = await wishesOf({}, '', '?mode=announce:maintenance')
    expect(request()).toMatchObject({ kind: 'own', scene: 'maintenance' })
  })

  it.each([
    ['chat-down', 'down'],
    ['attachments-failing', 'failing'],
    ['chat-delayed', 'delayed'],
    ['maintenance', 'maintenance'],
    ['possible', 'notice'],
    ['back', 'notice'],
  ])('announces %s as bad as %s, so that worse news is not kept quiet', async (scene, effect) => {
    expect((await wishesOf({ mode: `announce:${scene}` })).request()).toMatchObject({ effect })
    // What is only looked at goes before everything.
    expect((await wishesOf({ mode: `preview:${scene}` })).request()).toMatchObject({ effect: 'down' })
  })

  it.each(['announce:chat-down@tomorrow', 'announce:chat-dwon', 'preview:nothing', 'announce:'])(
    '%s shows nothing, and says so once',
    async (mode) => {
      const { request } = await wishesOf({ mode })
      expect(request()).toBeNull()
      expect(warnings).toHaveLength(1)
    },
  )

  it.each(['auto', 'off', 'Off', ''])('"%s" orders nothing', async (mode) => {
    expect((await wishesOf({ mode })).request()).toBeNull()
    expect(warnings).toEqual([])
  })

  it.each(['chat-down', ':chat-down', 'constructor:chat-down', 'preview', 'of'])(
    '"%s" orders nothing, and says so once',
    async (mode) => {
      expect((await wishesOf({ mode })).request()).toBeNull()
      expect(warnings).toEqual([
        expect.stringMatching(
          /^\[podlight\] data-mode can’t be ".*": use auto, off, preview:SCENE or announce:SCENE\.$/,
        ),
      ])
    },
  )

  it('can be overruled by calls', async () => {
    const { announce, request } = await wishesOf({ mode: 'announce:chat-down' })
    announce(undefined, undefined)
    expect(request()).toBeNull()
  })
})

describe('the page’s address', () => {
  const search = '?a=b&podlight-preview=chat-down'

  it('shows an example where the owner allows it', async () => {
    const { request } = await wishesOf({ preview: 'allow' }, search)
    expect(request()).toMatchObject({ kind: 'example', scene: 'chat-down' })
  })

  it.each(['', 'no', 'true', 'allow all', '1'])(
    'shows nothing with data-preview="%s": who makes a link is not the owner',
    async (preview) => {
      expect((await wishesOf({ preview }, search)).request()).toBeNull()
      expect(warnings).toHaveLength(preview ? 1 : 0)
      expect((await wishesOf({}, search)).request()).toBeNull()
    },
  )

  it('can neither announce nor put words of its own', async () => {
    for (const value of ['announce:chat-down', '<b>x</b>', 'chat-down@2099-01-01T00:00:00Z', '__proto__']) {
      const { request } = await wishesOf(
        { preview: 'allow' },
        `?podlight-preview=${encodeURIComponent(value)}`,
      )
      expect(request()).toBeNull()
    }
    const { request } = await wishesOf(
      { preview: 'allow' },
      '?podlight-announce=chat-down&mode=announce:chat-down',
    )
    expect(request()).toBeNull()
  })
})

describe('whatever is called', () => {
  it('only scenes and kinds of the lists are shown, and ends that can be told', async () => {
    const { announce, preview, request } = await wishesOf()
    const scene = fc.oneof(fc.constantFrom(...SCENES), fc.anything({ withNullPrototype: false }))
    const end = fc.oneof(fc.double(), fc.date(), fc.anything({ withNullPrototype: false }))
    fc.assert(
      fc.property(scene, end, fc.boolean(), (name, until, isExample) => {
        try {
          if (isExample) preview(name)
          else announce(name, until)
        } catch {
          // A value that cannot be turned into text; the part's only caller is quiet about it.
        }
        const shown = request()
        if (shown === null) return
        expect(SCENES).toContain(shown.scene)
        expect(shown.kind).toMatch(/^(own|example)$/)
        if (shown.until !== null) expect(Number.isFinite(new Date(shown.until).getTime())).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
