import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { SCENES } from '../../../shared/text/scene.ts'
import { isoAt, MINUTE, NOON } from './support/bannerRequests.ts'
import { ownersPage } from './support/ownersPage.ts'

const { warnings, wishesOf } = ownersPage()
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
