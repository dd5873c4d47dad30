import { describe, expect, it, vi } from 'vitest'
import { isoAt, MINUTE, NOON } from './support/bannerRequests.ts'
import { ownersPage } from './support/ownersPage.ts'

const { warnings, wishesOf } = ownersPage()
const END = NOON + 60 * MINUTE

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
