import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customer as german } from '../../shared/text/de.ts'
import { customer } from '../../shared/text/en.ts'
import { customer as hebrew } from '../../shared/text/he.ts'
import { inFull } from '../support/nightly.ts'
import { itWhere } from './support/itWhere.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { inBanner } from './support/widgetBanner.ts'
import { settled } from './support/widgetClock.ts'
import { FEED, MINUTE, onStage, SECOND, START, type Stage, type StageOptions } from './support/widgetStage.ts'

// What the owner of a site writes on the tag.

type Tag = Readonly<Record<string, string>>

const { scenes } = customer

describe.each(ALL)('in %s, on the tag', (browser) => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb(browser)
  })
  afterAll(() => web.close())
  /** What engines hardly differ in. */
  const itInFull = itWhere(inFull(browser))

  const visit = (options: StageOptions, test: (stage: Stage) => Promise<void>): Promise<void> =>
    onStage(web, { isBare: true, ...options }, async (stage) => {
      await test(stage)
      await web.said()
    })
  /** In trouble, with the chat open. */
  const inTrouble = (
    tag: Tag,
    test: (stage: Stage) => Promise<void>,
    more: StageOptions = {},
  ): Promise<void> =>
    visit({ change: 0, tag, ...more }, async (stage) => {
      await stage.openChat()
      await test(stage)
    })
  const warnings = async (): Promise<readonly string[]> =>
    (await web.said()).map(({ text }) => text).filter((text) => text.includes('[podlight]'))

  itInFull('data-mode="preview:SCENE" shows how it would look', () =>
    visit({ tag: { 'data-mode': 'preview:maintenance' } }, async (stage) => {
      expect(await stage.banner()).toMatchObject({
        headline: scenes.maintenance.headline,
        label: customer.example,
      })
    }),
  )

  itInFull('data-mode="announce:SCENE@END" is the owner speaking, until the end', () =>
    visit(
      { tag: { 'data-mode': `announce:chat-down@${new Date(START + 2 * MINUTE).toISOString()}` } },
      async (stage) => {
        expect(await stage.banner()).toBeNull()
        await stage.openChat()
        expect(await stage.banner()).toMatchObject({
          headline: scenes['chat-down'].headline,
          label: customer.own,
        })
        await stage.advance(2 * MINUTE)
        expect((await stage.banner())?.label ?? null).not.toBe(customer.own)
      },
    ),
  )

  itInFull('data-mode="announce:SCENE" stands as long as the tag says so', () =>
    visit({ tag: { 'data-mode': 'announce:attachments-failing' } }, async (stage) => {
      await stage.openChat()
      await stage.advance(6 * MINUTE)
      expect(await stage.banner()).toMatchObject({
        headline: scenes['attachments-failing'].headline,
        label: customer.own,
      })
    }),
  )

  itInFull('data-mode="announce:SCENE" gives way to worse news, and to any once it is closed', () =>
    visit({ change: 0, tag: { 'data-mode': 'announce:chat-delayed' } }, async (stage) => {
      await stage.openChat()
      expect(await stage.banner()).toMatchObject({ label: customer.own })
      await stage.goTo(1)
      expect(await stage.banner()).toMatchObject({ headline: scenes['chat-failing'].headline, label: '' })
      stage.change({ isBare: true, tag: { 'data-mode': 'announce:chat-down' } })
      await stage.reload()
      await stage.openChat()
      expect(await stage.banner()).toMatchObject({ headline: scenes['chat-down'].headline })
      await web.click(inBanner('[part=close]'))
      await stage.advance(SECOND)
      expect(await stage.banner()).toMatchObject({ headline: scenes['chat-failing'].headline, label: '' })
    }),
  )

  itInFull('data-mode that is mistyped is told while all is well; "auto" loads nothing for it', async () => {
    const loaded = (stage: Stage): number => stage.shop.log.cdn.count(/podlight-/)
    for (const mode of ['preview', 'annuonce:chat-down', 'of'])
      await visit({ tag: { 'data-mode': mode } }, async (stage) => {
        expect(await stage.banner()).toBeNull()
        expect(await warnings()).toEqual([expect.stringContaining('data-mode')])
      })
    await visit({ tag: { 'data-mode': 'auto' } }, async (stage) => {
      expect(loaded(stage)).toBe(0)
      expect(await warnings()).toEqual([])
    })
  })

  itInFull('data-mode="off" or a meta in the page leave nothing at all', async () => {
    const isOff = async (stage: Stage): Promise<void> => {
      await stage.openChat()
      await stage.advance(2 * MINUTE)
      expect(stage.asked()).toBe(0)
      expect(stage.shop.log.cdn.count()).toBe(1)
      expect(await web.run('return [typeof podlight, localStorage.length]')).toEqual(['undefined', 0])
    }
    await visit({ change: 0, tag: { 'data-mode': 'off' } }, isOff)
    await visit({ change: 0, headMarkup: '<meta name="podlight" content="off">' }, isOff)
  })

  itInFull('data-preview="allow" lets the address of the page show a scene, and only that', () =>
    visit({ tag: { 'data-preview': 'allow' } }, async (stage) => {
      expect(await stage.banner()).toBeNull()
      await stage.open(`${stage.shop.url}?podlight-preview=recovering`)
      expect(await stage.banner()).toMatchObject({
        headline: scenes.recovering.headline,
        label: customer.example,
      })
      stage.change({ isBare: true })
      await stage.open(`${stage.shop.url}?podlight-preview=recovering`)
      expect(await stage.banner()).toBeNull()
    }),
  )

  itInFull('data-watch="attachments" leaves chat aside', async () => {
    const watch = { 'data-watch': 'attachments' }
    await inTrouble(watch, async (stage) => {
      expect(await stage.banner()).toBeNull()
    })
    const files = { recordings: ['2024-12-19-chat-attachments'], claims: { pod: 'prod2' } }
    await inTrouble(
      watch,
      async (stage) => {
        expect((await stage.banner())?.headline).toBe(scenes['attachments-failing'].headline)
      },
      files,
    )
    await inTrouble(
      { 'data-watch': 'chat' },
      async (stage) => {
        expect(await stage.banner()).toBeNull()
      },
      files,
    )
  })

  it('data-text-SCENE are the own words, headline and second sentence each by itself', () =>
    inTrouble(
      {
        'data-text-chat-delayed': 'A little <b>patience</b>, please.',
        'data-text-chat-failing-works': 'Write again.',
      },
      async (stage) => {
        expect(await stage.banner()).toMatchObject({
          headline: 'A little <b>patience</b>, please.',
          works: scenes['chat-delayed'].works,
        })
        await stage.goTo(1)
        expect(await stage.banner()).toMatchObject({
          headline: scenes['chat-failing'].headline,
          works: 'Write again.',
        })
      },
    ))

  itInFull('data-contact is another way to reach the owner', async () => {
    await inTrouble(
      { 'data-contact': 'mailto:help@shop.example', 'data-contact-label': 'Write an email' },
      async (stage) => {
        expect(await stage.banner()).toMatchObject({
          href: 'mailto:help@shop.example',
          contact: customer.contact.replace('{contact}', 'Write an email'),
        })
      },
    )
    await inTrouble({ 'data-contact': 'tel:+15550100' }, async (stage) => {
      expect(await stage.banner()).toMatchObject({
        href: 'tel:+15550100',
        contact: customer.contact.replace('{contact}', '+15550100'),
      })
    })
    await inTrouble({ 'data-contact': 'javascript:alert(1)' }, async (stage) => {
      expect(await stage.banner()).toMatchObject({ href: null, contact: '' })
      expect(await warnings()).toHaveLength(1)
    })
  })

  it('data-lang comes before the language of the page', async () => {
    const loaded = (stage: Stage): number => stage.shop.log.cdn.count(/podlight-/)
    await inTrouble({}, async (stage) => {
      // Judgement and banner: English needs no more.
      expect(loaded(stage)).toBe(2)
    })
    await inTrouble(
      {},
      async (stage) => {
        expect(await stage.banner()).toMatchObject({
          headline: german.scenes['chat-delayed'].headline,
          lang: 'de',
          dir: 'ltr',
        })
        expect(loaded(stage)).toBe(3)
      },
      { lang: 'de-AT' },
    )
    await inTrouble(
      { 'data-lang': 'he' },
      async (stage) => {
        expect(await stage.banner()).toMatchObject({
          headline: hebrew.scenes['chat-delayed'].headline,
          lang: 'he',
          dir: 'rtl',
        })
      },
      { lang: 'de' },
    )
  })

  it('data-theme is light or dark, or goes by what is painted', async () => {
    const isDark = async (tag: Tag, more: StageOptions = {}): Promise<unknown> => {
      let seen: unknown
      await inTrouble(
        tag,
        async (stage) => {
          seen = (await stage.banner())?.isDark
        },
        more,
      )
      return seen
    }
    const dark = { headMarkup: '<style>body { background: #111 }</style>' }
    const attached = { 'data-placement': 'attached' }
    expect(await isDark({ 'data-theme': 'dark' })).toBe(true)
    expect(await isDark({ ...attached, 'data-theme': 'light' }, dark)).toBe(false)
    expect(await isDark(attached)).toBe(false)
    expect(await isDark(attached, dark)).toBe(true)
  })

  itInFull('a wrong value is told once, and taken as the default', () =>
    inTrouble({ 'data-placement': 'everywhere', 'data-theme': 'pink' }, async (stage) => {
      await stage.ask()
      expect((await stage.banner())?.place).toBe('inside')
      expect(await warnings()).toHaveLength(2)
    }),
  )

  it('every option may stand in the address of the script', () =>
    visit({}, async (stage) => {
      // With the prefix as well, as it is written on the tag.
      const query = new URLSearchParams({
        feed: `${stage.replay.url}${FEED}`,
        'data-mode': 'preview:possible',
      })
      stage.change({
        isBare: true,
        tag: { src: `${stage.shop.cdn}/podlight/podlight.js?${query}` },
      })
      await stage.open()
      await settled(web)
      expect(await stage.banner()).toMatchObject({ headline: scenes.possible.headline })
    }))
})
