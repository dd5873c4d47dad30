import { describe, expect, it } from 'vitest'
import { customer as german } from '../../shared/text/de.ts'
import { customer as english } from '../../shared/text/en.ts'
import { customer as french } from '../../shared/text/fr.ts'
import { inFull } from '../support/nightly.ts'
import { itWhere } from './support/itWhere.ts'
import { FILES, type Ground, mannersIn, strict, WELL } from './support/manners.ts'
import { DRAWN, ELEMENT, npmPage, partOf } from './support/npmPage.ts'
import { ALL } from './support/startWeb.ts'

// <podlight-banner> as it is built, in plain pages: what it shows, and what it leaves alone.

const HEADLINE = `${partOf('headline')}?.textContent ?? null`
const HEIGHT = `${ELEMENT}.getBoundingClientRect().height`

describe.each(ALL)('<podlight-banner> in %s', (name) => {
  const manners = mannersIn(name)
  /** What engines hardly differ in. */
  const itInFull = itWhere(inFull(name))
  const element = (attributes = ''): string =>
    `<podlight-banner pod="prod1" feed="${manners.feed}" ${attributes}></podlight-banner>`
  const fine = async ({ wrong }: Ground): Promise<void> => {
    expect(await wrong()).toEqual([])
    expect(await manners.web.said()).toEqual([])
  }

  it('says what is wrong where it stands, and tells the page', async () => {
    const listening = `
      import 'podlight/element'
      window.told = []
      const element = document.querySelector('podlight-banner')
      for (const event of ['change', 'show', 'dismiss']) {
        element.addEventListener(event, ({ detail }) => told.push([event, detail.level ?? detail]))
        document.body.addEventListener(event, () => told.push('bubbled'))
      }`
    const page = npmPage(`<main>${element('contact="mailto:help@shop.example"')}</main>`, listening)
    await manners.visit(page, async (ground) => {
      const { seen, run, asked } = ground
      await seen(HEADLINE, FILES)
      expect(await run(`return ${partOf('link')}.getAttribute('href')`)).toBe('mailto:help@shop.example')
      expect(await run(`return ${HEIGHT} > 40`)).toBe(true)
      // In the page's flow, as wide as it may be.
      expect(
        await run(`const [one, main] = [${ELEMENT}, document.querySelector('main')].map((it) => it.getBoundingClientRect())
          return one.width === main.width && getComputedStyle(${ELEMENT}).position`),
      ).toBe('static')
      expect(
        await run(
          `const { pod, level, impacts } = ${ELEMENT}.verdict; return [pod, level, impacts[0].because.length > 0]`,
        ),
      ).toEqual(['prod1', 'degraded', true])
      await manners.web.click(partOf('close'))
      await seen(`${DRAWN} ?? null`, null)
      expect(await run(`return ${HEIGHT}`)).toBe(0)
      const scene = { kind: 'news', scene: 'attachments-failing' }
      expect(await run('return told')).toEqual([
        ['change', 'degraded'],
        ['show', scene],
        ['dismiss', scene],
      ])
      // Who closed it does not see it on the next page view, and nobody is asked for that.
      await manners.web.reload()
      await seen(`${ELEMENT}.verdict?.level ?? null`, 'degraded')
      expect(await run(`return ${DRAWN} ?? null`)).toBe(null)
      expect(asked()).toBe(1)
      await fine(ground)
    })
  })

  it('is not there while nothing is wrong, nor before it is defined', async () => {
    const markup = `<div class="row" style="display: grid; gap: 10px; width: 300px"><i>1</i>${element()}<i>2</i></div>`
    const rowHeight = 'document.querySelector(".row").getBoundingClientRect().height'
    await manners.visit(npmPage(markup, undefined, { at: WELL }), async (ground) => {
      const { seen, run } = ground
      await seen(`${ELEMENT}.verdict?.level ?? null`, 'ok')
      const empty = await run(`return ${rowHeight}`)
      await run(`${ELEMENT}.remove()`)
      expect(await run(`return ${rowHeight}`)).toBe(empty)
      expect(await run('return document.querySelector("podlight-live")')).toBe(null)
      await fine(ground)
    })
  })

  itInFull('speaks the reader’s language, and loads no other', async () => {
    await manners.visit(npmPage(element(), undefined, { lang: 'de' }), async (ground) => {
      const { seen, run, shop } = ground
      await seen(HEADLINE, german.scenes['attachments-failing'].outside)
      expect(shop.log.shop.count(/\/parts\/[a-z]{2}(-BR)?\.js$/)).toBe(1)
      await run(`${ELEMENT}.lang = 'fr'`)
      await seen(HEADLINE, french.scenes['attachments-failing'].outside)
      expect(await run(`return ${DRAWN}.lang`)).toBe('fr')
      await run(`${ELEMENT}.removeAttribute('lang'); document.documentElement.lang = 'en'`)
      await seen(HEADLINE, FILES)
      await fine(ground)
    })
  })

  it('looks as the page’s styles say, by properties and by parts', async () => {
    const style = `<link rel="stylesheet" href="/look.css">`
    const look = `podlight-banner { --podlight-background: rgb(1, 2, 3); margin: 7px }
      podlight-banner::part(headline) { color: rgb(4, 5, 6) }
      podlight-banner::part(close) { outline: 3px solid rgb(7, 8, 9) }`
    const files = { '/look.css': { body: look, type: 'text/css' } }
    await manners.visit(npmPage(style + element('theme="dark"'), undefined, { files }), async (ground) => {
      const { seen, run } = ground
      await seen(HEADLINE, FILES)
      const styleOf = (part: string, property: string): Promise<unknown> =>
        run(`return getComputedStyle(${partOf(part)}).${property}`)
      expect(await styleOf('banner', 'backgroundColor')).toBe('rgb(1, 2, 3)')
      expect(await styleOf('headline', 'color')).toBe('rgb(4, 5, 6)')
      expect(await styleOf('close', 'outlineColor')).toBe('rgb(7, 8, 9)')
      expect(
        await run(`return [${DRAWN}.classList.contains('dark'), getComputedStyle(${ELEMENT}).margin]`),
      ).toEqual([true, '7px'])
      await run(`${ELEMENT}.theme = 'light'`)
      await seen(`${DRAWN}.classList.contains('dark')`, false)
      await fine(ground)
    })
  })

  it('works under the strictest policy', async () => {
    const required = "require-trusted-types-for 'script'; trusted-types 'none'"
    const csp = strict(() => manners.replay.url, required)
    const page = npmPage(element(), undefined, {
      lang: 'de',
      nonce: 'n0nce',
      csp: (places) => csp(places).replace('script-src', "script-src 'nonce-n0nce'"),
    })
    await manners.visit(page, async (ground) => {
      await ground.seen(HEADLINE, german.scenes['attachments-failing'].outside)
      expect(await ground.run(`return getComputedStyle(${partOf('banner')}).display`)).toBe('flex')
      await fine(ground)
    })
  })

  it('shows an example without asking anybody, and says on the console what is wrong, once', async () => {
    const markup = `<podlight-banner preview="chat-down" theme="pink" contact="javascript:1"></podlight-banner>`
    await manners.visit(npmPage(markup), async ({ seen, run, asked, wrong }) => {
      await seen(HEADLINE, english.scenes['chat-down'].headline)
      expect(await run(`return ${partOf('label')}.textContent`)).toBe(english.example)
      await run(`${ELEMENT}.preview = 'chat-dwon'`)
      await seen(`${DRAWN} ?? null`, null)
      await run(`${ELEMENT}.pod = 'prod7x'; ${ELEMENT}.preview = null`)
      await run(`${ELEMENT}.pod = 'prod1'; ${ELEMENT}.feed = 'ftp://mirror.example'`)
      await run(`${ELEMENT}.remove()`)
      expect(asked()).toBe(0)
      expect(await wrong()).toEqual([])
      // Firefox writes quotes and apostrophes in its own way.
      const lines = (await manners.web.said()).map(({ text }) => text)
      const named = ['theme can', 'contact can', 'chat-dwon', 'prod7x', 'ftp://mirror.example']
      expect(lines.map((line) => named.find((one) => line.includes(one)))).toEqual(named)
      for (const line of lines) expect(line).toContain('[podlight] ')
    })
  })

  itInFull('leaves the page alone where its owner wants nothing of ours there', async () => {
    await manners.visit(npmPage(element()), async (ground) => {
      const { seen, run } = ground
      await seen(HEADLINE, FILES)
      await run(
        `document.head.append(Object.assign(document.createElement('meta'), { name: 'podlight', content: 'off' }))`,
      )
      await seen(`${DRAWN} ?? null`, null)
      await fine(ground)
    })
  })
})
