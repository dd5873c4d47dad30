import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { partFile } from '../support/builtWidget.ts'
import { inFull } from '../support/nightly.ts'
import { itWhere } from './support/itWhere.ts'
import { FILES, type Ground, mannersIn, script, WELL } from './support/manners.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import type { SeenBanner } from './support/widgetBanner.ts'
import { settled } from './support/widgetClock.ts'
import { gapBetween, KUSTOMER, panelIn } from './support/widgetPanel.ts'
import { onStage, SECOND, type Stage, type StageOptions } from './support/widgetStage.ts'

// Nothing runs while nothing happens; what happens is heard of all the same.

/** Counts what runs by itself, from before our tag: timers, frames, and looks at what is kept. */
const COUNT = `<script>
  window.ran = 0
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {
    const real = window[name]
    window[name] = (run, ...given) => real.call(window, (...all) => { ran++; run(...all) }, ...given)
  }
  const { getItem } = Storage.prototype
  Storage.prototype.getItem = function (key) { ran++; return getItem.call(this, key) }
</script>`

/** Looks twice a second, as the banner's script did before. */
const NAIVE = `window.naive = setInterval(() => { localStorage.getItem('naive') }, 500)`

/** What the page, and whoever reads it aloud, is told to have changed. */
const WATCH = `
  const frame = document.querySelector('${KUSTOMER}').contentDocument
  window.changes = 0
  window.watching = new MutationObserver((all) => { window.changes += all.length })
  for (const one of [document, frame]) watching.observe(one, { subtree: true, childList: true, attributes: true })`

const HOST = `document.querySelector('${KUSTOMER}').contentDocument.querySelector('podlight-banner')`

describe.each(ALL)('in %s, a page', (browser) => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb(browser)
  })
  afterAll(() => web.close())
  /** What engines hardly differ in. */
  const itInFull = itWhere(inFull(browser))

  const visit = (options: StageOptions, test: (stage: Stage) => Promise<void>): Promise<void> =>
    onStage(web, { change: 0, ...options }, async (stage) => {
      await web.resize(1200, 800)
      await test(stage)
    })
  const shown = async (stage: Stage): Promise<SeenBanner> => {
    const banner = await stage.banner()
    if (banner === null) throw new Error('There is no banner.')
    return banner
  }
  const ran = async (stage: Stage, seconds: number): Promise<number> => {
    await web.run('window.ran = 0')
    await stage.advance(seconds * SECOND)
    return Number(await web.run('return ran'))
  }

  it.each([
    ['a banner', 0, 12],
    ['none', -1, 20],
  ] as const)('does nothing at rest, with %s', (_, change, seconds) =>
    visit({ change, headMarkup: COUNT }, async (stage) => {
      await stage.openChat()
      expect((await stage.banner()) !== null).toBe(change === 0)
      // Until whatever followed the opening is over.
      await stage.advance(10 * SECOND)
      await web.run(NAIVE)
      expect(await ran(stage, 5)).toBeGreaterThanOrEqual(20)
      await web.run('clearInterval(naive)')
      // The page's own clock runs a few frames, to see whether anything moved.
      const own = await ran(stage, 0)
      expect((await ran(stage, seconds - 5)) - own).toBe(0)
    }),
  )

  it('is not written to by a look that finds nothing new', () =>
    visit({}, async (stage) => {
      await stage.openChat()
      await shown(stage)
      await web.run(WATCH)
      await web.run(
        `const host = ${HOST}; for (const lang of ['de', host.lang]) host.setAttribute('lang', lang)`,
      )
      const changes = (): Promise<unknown> => web.run('return window.changes + watching.takeRecords().length')
      expect(await changes()).toBe(2)
      await web.run('window.changes = 0')
      for (let looks = 0; looks < 5; looks++) {
        await web.run(`dispatchEvent(new Event('storage'))`)
        await stage.advance(SECOND)
      }
      expect(await changes()).toBe(0)
    }))

  it('tells of a chat that moves without a word', () =>
    visit({ tag: { 'data-placement': 'attached' } }, async (stage) => {
      await stage.openChat()
      const first = await panelIn(web)
      await shown(stage)
      // No element is written to by this, and nothing grows.
      await web.run(
        `document.body.animate([{ transform: 'translate(-300px, -20px)' }], { duration: 1, fill: 'forwards' })`,
      )
      await until(
        async () => {
          await settled(web)
          const panel = await panelIn(web)
          const { box } = await shown(stage)
          return [panel.left < first.left - 200, Math.round(gapBetween(box, panel))]
        },
        (seen) => String(seen) === 'true,8',
        'a banner that came along',
      )
    }))

  const zooms = [
    'html { zoom: 1.25 }',
    'body { zoom: 0.8 }',
    'html { zoom: 1.1 } body { zoom: 1.2 }',
  ] as const
  it.each(inFull(browser) ? zooms : zooms.slice(0, 1))('may be zoomed by its style sheet: %s', (style) =>
    visit({ tag: { 'data-placement': 'attached' }, headMarkup: `<style>${style}</style>` }, async (stage) => {
      await stage.openChat()
      // There is room above it.
      await web.run('__standin.resize(300, 300)')
      // One who takes pixels for pixels stands elsewhere, wherever boxes are told as they are seen.
      const naive = await web.run(`
          const { left, width } = document.querySelector('${KUSTOMER}').getBoundingClientRect()
          const naive = document.body.appendChild(document.createElement('naive-banner'))
          naive.style.cssText = 'display: block; position: fixed; top: 0; height: 9px; left: ' + left + 'px; width: ' + width + 'px'
          const box = naive.getBoundingClientRect()
          naive.remove()
          return Math.round(Math.abs(box.left - left) + Math.abs(box.width - width))`)
      const isSeen = (await web.run(`return 'currentCSSZoom' in document.body`)) === true
      expect(Number(naive) > 5).toBe(isSeen)
      const zoom = isSeen ? Number(await web.run('return document.body.currentCSSZoom')) : 1
      await until(
        async () => {
          await settled(web)
          const { box, place } = await shown(stage)
          const panel = await panelIn(web)
          const offs = [gapBetween(box, panel) - 8 * zoom, box.left - panel.left, box.right - panel.right]
          return [place, ...offs.map((off) => Math.abs(off) < 1.5)]
        },
        (seen) => String(seen) === 'attached,true,true,true',
        'a banner right above the panel',
      )
    }),
  )

  it('is known to be dark in whatever way its colour is written', () =>
    visit(
      {
        headMarkup: '<style>html { background: oklch(0.2 0.02 250) }</style>',
        isBare: true,
        chat: 'none',
        tag: { 'data-chat': 'none', 'data-pod': 'prod4' },
      },
      async (stage) => {
        expect((await shown(stage)).isDark).toBe(true)
        await web.run(`document.documentElement.style.background = 'oklch(0.97 0.01 250)'`)
        await stage.advance(SECOND)
        expect((await shown(stage)).isDark).toBe(false)
      },
    ))

  itInFull('may be turned into one on which the owner wants none, and back', () =>
    visit({}, async (stage) => {
      await stage.openChat()
      await shown(stage)
      await web.run(`history.pushState(null, '', '/checkout')
        document.head.append(Object.assign(document.createElement('meta'), { name: 'podlight', content: 'off' }))`)
      await stage.advance(SECOND)
      expect(await stage.banner()).toBeNull()
      const asked = stage.asked()
      await stage.advance(90 * SECOND)
      expect(stage.asked()).toBe(asked)
      await web.run(`history.back(); document.querySelector('meta[name=podlight]').remove()`)
      await stage.ask()
      await shown(stage)
    }),
  )
})

const fileOf = (part: string): string => `/podlight/${partFile(part)}`

/** What an earlier page view of the trouble left. */
const KEPT = `localStorage.podlight = JSON.stringify({
  version: 2, spent: Date.now(), due: Date.now(), heldUntil: 0, failures: 0, pod: 'prod1', at: Date.now() - 1000, published: 0,
  finding: {
    level: 'degraded',
    banner: { subject: 'attachments', effect: 'failing', certainty: 'confirmed', recovering: false, incident: 'i', since: null },
  },
})`

describe.each(ALL)('the next page view of a trouble in %s', (name) => {
  const manners = mannersIn(name)

  it('shows it while the feed is still silent', () =>
    manners.visit({ path: '/other', before: KEPT }, async ({ headline, replay, shop, asked }) => {
      replay.setFault('hang')
      await manners.web.open(shop.url)
      await headline(FILES)
      // What is kept may be drawn before the request has left the browser.
      await until(
        async () => asked(),
        (times) => times > 0,
        'a request',
      )
      expect(asked()).toBe(1)
    }))

  it('asks for what it needs side by side, as the first one cannot', async () => {
    const cdnFiles = { [fileOf('judgement')]: { ...script('Not found'), status: 404 } }
    const asksFor = (ground: Ground, part: string): Promise<unknown> =>
      until(
        async () => ground.shop.log.cdn.entries().some(({ path }) => path === fileOf(part)),
        (isAsked) => isAsked,
        part,
      )
    await manners.visit({ cdnFiles }, async (ground) => {
      await asksFor(ground, 'judgement')
      // Until it is there, nobody knows whether there is anything to draw.
      await ground.reads()
      expect(ground.shop.log.cdn.count(fileOf('view'))).toBe(0)
    })
    await manners.visit({ before: KEPT, cdnFiles }, async (ground) => {
      await asksFor(ground, 'judgement')
      await asksFor(ground, 'view')
    })
  })
})

describe('a page that is opened from a file', () => {
  const manners = mannersIn('chromium')

  it('loads nothing more while all is well', () =>
    manners.visit({ at: WELL, path: '/other' }, async ({ shop, seen }) => {
      const folder = mkdtempSync(join(tmpdir(), 'podlight-'))
      const file = join(folder, 'page.html')
      const tag = `<script async src="${shop.cdn}/podlight/podlight.js" data-pod="prod1" data-feed="${manners.feed}"></script>`
      writeFileSync(file, `<!doctype html><meta charset="utf-8"><title>A page</title>${tag}`)
      try {
        await manners.web.open(pathToFileURL(file).href)
        await seen(`localStorage.podlight?.includes('"level":"ok"')`, true)
        expect(new Set(shop.log.cdn.entries().map(({ path }) => path))).toEqual(
          new Set(['/podlight/podlight.js']),
        )
      } finally {
        rmSync(folder, { recursive: true })
      }
    }))
})
