import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Laid } from '../../scripts/stage/served.ts'
import { until } from '../../scripts/stage/until.ts'
import { customer as german } from '../../shared/text/de.ts'
import { customer } from '../../shared/text/en.ts'
import { manifestIn, partFile, WIDGET } from '../support/builtWidget.ts'
import { inFull } from '../support/nightly.ts'
import { itWhere } from './support/itWhere.ts'
import { FILES, HOST, type MannersOptions, mannersIn, script } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'
import { settled } from './support/widgetClock.ts'
import { onStage, SECOND, type StageOptions } from './support/widgetStage.ts'

// What is missing: a part of ours, the feed, the script itself, a safe origin, or what older browsers never had.

const laterParts = (): readonly string[] => manifestIn().parts.map(({ file }) => file)

const refused: Laid = { ...script('window.isTampered = true'), headers: {} }
const gone: Laid = { ...script('Not found'), status: 404 }

/** What is seen with a part that cannot be had, and with it. */
interface Part {
  readonly options: Readonly<Record<string, string>>
  readonly without: string | null
  readonly with: string
}
const PARTS: Readonly<Record<string, Part>> = {
  judgement: { options: {}, without: null, with: FILES },
  view: { options: {}, without: null, with: FILES },
  de: {
    options: { 'data-lang': 'de' },
    without: FILES,
    with: german.scenes['attachments-failing'].outside ?? '',
  },
  api: {
    options: { 'data-mode': 'announce:chat-down' },
    without: FILES,
    with: customer.scenes['chat-down'].headline,
  },
}

/** Counts the scripts of ours that could not be had. */
const FAILED = `window.failed = 0
  addEventListener('error', ({ target }) => { if (/podlight-/.test(target.src)) failed++ }, true)`

/** What browsers say of a file that is not there, or is not what it should be; and nothing that is ours. */
const BROWSERS_OWN = /integrity|404|^Failed to load |CORS|Cross-Origin|Loading failed for the/i

/** Loads a part as one would who trusts where it comes from. */
const naive = (file: string): string => `import(new URL(${JSON.stringify(file)}, document.currentScript.src))
  .then(({ start }) => start())`

/** Of scripts from elsewhere, Chromium tells a page what goes wrong only with this. */
const HEARD = { crossorigin: '' }

/** Some seconds of it: a look a second, and the first one. */
const FEW = 4

describe.each(ALL)('in %s', (name) => {
  const manners = mannersIn(name)
  /** What engines hardly differ in. */
  const itInFull = itWhere(inFull(name))

  const said = async (): Promise<readonly string[]> =>
    (await manners.web.said()).map(({ text }) => text).filter((text) => !BROWSERS_OWN.test(text))

  /** What cannot be had is not seen and not heard, and is there as soon as it can be. */
  const misses = async (page: MannersOptions, part: Part, files: readonly string[]): Promise<void> => {
    await manners.web.said()
    const options = { ...page, before: FAILED, options: part.options }
    await manners.visit(options, async ({ headline, seen, run, reads, wrong, shop, asked }) => {
      await seen('failed > 0', true)
      if (part.without === null) await reads()
      else await headline(part.without)
      expect(await run(`return [window.isTampered ?? false, ${HOST} === null]`)).toEqual([
        false,
        part.without === null,
      ])
      expect(await wrong()).toEqual([])
      // Whoever wants something shown is told, and visitors' consoles stay empty.
      const isTold = part.options['data-mode'] !== undefined
      expect(await said()).toEqual(isTold ? [expect.stringContaining(`[podlight] ${files[0]} can`)] : [])
      for (const file of files) expect(shop.log.cdn.count(`/podlight/${file}`)).toBeLessThanOrEqual(FEW)
      expect(asked()).toBe(1)
      shop.change(manners.page({ ...options, cdnFiles: {} }))
      // The next page, a while later.
      await run('localStorage.removeItem("podlight")')
      await manners.web.reload()
      await headline(part.with)
      expect(await wrong()).toEqual([])
    })
  }

  it.each(Object.entries(PARTS))('%s is refused when somebody tampered with it', async (part, expected) => {
    const file = partFile(part)
    const cdnFiles = { [`/podlight/${file}`]: script('window.isTampered = true') }
    await manners.visit({ naive: naive(file), cdnFiles }, async ({ seen }) => {
      await seen('window.isTampered', true)
    })
    await misses({ cdnFiles }, expected, [file])
  })

  const missing: readonly (readonly [string, Laid])[] = [
    ['are refused', refused],
    ['are not there', gone],
    ['are empty', script('')],
  ]
  it.each(inFull(name) ? missing : missing.slice(0, 1))(
    'parts that %s are a matter of ours alone',
    async (_, laid) => {
      const files = laterParts()
      const cdnFiles = Object.fromEntries(files.map((file) => [`/podlight/${file}`, laid]))
      const careless = { naive: naive(partFile('judgement')), options: HEARD, cdnFiles }
      await manners.visit(careless, async ({ seen }) => {
        await seen('watched.wrong.length', 1)
      })
      await misses({ cdnFiles }, { options: {}, without: null, with: FILES }, files)
    },
  )

  itInFull('a feed that is refused is a matter of ours alone', async () => {
    // No browser asks at this port, as though a blocker were there.
    const options = { 'data-feed': 'http://127.0.0.1:9/api/v2/summary.json' }
    const careless = 'fetch(document.currentScript.dataset.feed).then((reply) => reply.json())'
    await manners.visit({ naive: careless, options: { ...options, ...HEARD } }, async ({ seen }) => {
      await seen('watched.wrong.length', 1)
    })
    await manners.web.said()
    const before = `window.asked = 0
      { const own = fetch; window.fetch = (...all) => { asked++; return own(...all) } }`
    await manners.visit({ options, before }, async ({ seen, reads, run, wrong, asked, shop }) => {
      // A failure is kept as one, for the next page.
      await seen('JSON.parse(localStorage.podlight ?? null)?.failures', 1)
      await reads()
      expect(await run(`return [window.asked, ${HOST}]`)).toEqual([1, null])
      expect(asked()).toBe(0)
      expect(shop.log.cdn.count()).toBe(1)
      expect(await wrong()).toEqual([])
      expect((await manners.web.said()).filter(({ text }) => text.includes('podlight'))).toEqual([])
    })
  })

  itInFull('a script that is replaced by nothing leaves a page as it was', async () => {
    const page = { naive: '', bodyMarkup: '<script src="/calls.js"></script>' }
    const calls = 'podlight("status", () => { window.isCalled = true })'
    await manners.visit({ ...page, files: { '/calls.js': script(calls) } }, async ({ seen }) => {
      await seen('watched.wrong.length', 1)
    })
    await manners.web.said()
    const stub = 'window.podlight = (...call) => { (podlight.q = podlight.q || []).push(call) };'
    await manners.visit({ ...page, files: { '/calls.js': script(stub + calls) } }, async (ground) => {
      await ground.seen('podlight.q.length', 1)
      await ground.reads()
      expect(await ground.run(`return [${HOST}, window.isCalled ?? false, localStorage.length]`)).toEqual([
        null,
        false,
        0,
      ])
      expect(ground.asked()).toBe(0)
      expect(await ground.wrong()).toEqual([])
      expect(await manners.web.said()).toEqual([])
    })
  })

  it('a page on plain http is told all the same, and asks once', async () => {
    // This machine by an address that no browser holds to be this machine.
    const open = (url: string): Promise<void> =>
      manners.web.open(url.replace('127.0.0.1', '[::ffff:127.0.0.1]'))
    const careless = 'navigator.locks.request("naive", () => undefined)'
    await manners.visit({ path: '/other', naive: careless }, async ({ shop, seen }) => {
      await open(shop.url)
      await seen('watched.wrong.length', 1)
    })
    await manners.web.said()
    await manners.visit({ path: '/other' }, async ({ shop, headline, run, wrong, asked }) => {
      await open(shop.url)
      await headline()
      expect(await run('return [isSecureContext, typeof navigator.locks]')).toEqual([false, 'undefined'])
      await manners.web.reload()
      await headline()
      expect(asked()).toBe(1)
      expect(await wrong()).toEqual([])
      expect(await manners.web.said()).toEqual([])
    })
  })

  it.each([
    [
      'sheets that a script can make',
      // There is the class, but none can be made of it.
      `delete Document.prototype.adoptedStyleSheets
        delete ShadowRoot.prototype.adoptedStyleSheets
        window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor') }`,
      'document.adoptedStyleSheets = [...document.adoptedStyleSheets, new CSSStyleSheet()]',
    ],
    ['locks', 'delete Navigator.prototype.locks', 'navigator.locks.request("naive", () => undefined)'],
    [
      'trusted types',
      'delete window.trustedTypes',
      'trustedTypes.createPolicy("naive", { createHTML: String })',
    ],
    ['observers of size', 'delete window.ResizeObserver', 'new ResizeObserver(() => undefined)'],
  ])('an old browser without %s draws it in style', async (_, before, careless) => {
    await manners.visit({ before, naive: careless }, async ({ seen }) => {
      await seen('watched.wrong.length', 1)
    })
    await manners.web.said()
    await manners.visit({ before }, async ({ headline, run, wrong, asked }) => {
      await headline()
      const box = `${HOST}.shadowRoot.querySelector('.box')`
      expect(
        await run(`const box = ${box}
          const { display, borderTopLeftRadius, paddingTop } = getComputedStyle(box)
          return [display, borderTopLeftRadius, paddingTop]`),
      ).toEqual(['flex', '12px', '12px'])
      // Of two rules the later one holds, and holds where the page moved everything.
      await run('document.body.replaceWith(document.createElement("body"))')
      await headline()
      expect(
        await run(`const box = ${box}
          box.classList.add('line')
          return getComputedStyle(box).paddingTop`),
      ).toBe('8px')
      expect(asked()).toBe(1)
      expect(await wrong()).toEqual([])
      expect(await manners.web.said()).toEqual([])
    })
  })

  it.each(inFull(name) ? ['judgement', 'view', 'api'] : ['view'])(
    '%s that cannot be had is not asked for again and again',
    (part) => {
      const path = `/podlight/${partFile(part)}`
      // Kept by nobody, so that each time it is wanted is seen.
      const there: Laid = {
        ...script(readFileSync(new URL(partFile(part), WIDGET), 'utf8')),
        headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-store' },
      }
      const page: StageOptions = {
        isBare: true,
        chat: 'none',
        change: 0,
        tag: { 'data-pod': 'prod4', 'data-chat': 'none', ...PARTS[part]?.options },
      }
      return onStage(manners.web, { ...page, cdnFiles: { [path]: there } }, async (stage) => {
        await until(
          () => stage.banner(),
          (banner) => banner !== null,
          'a banner',
        )
        // The next page knows the news, but cannot have the part. The judgement it wants only for the next document.
        stage.change({ ...page, cdnFiles: { [path]: gone } })
        const before = stage.shop.log.cdn.count(path)
        await stage.reload()
        await stage.advance((part === 'judgement' ? 60 : 30) * SECOND)
        await settled(manners.web)
        expect(stage.shop.log.cdn.count(path) - before).toBe(1)
        stage.change({ ...page, cdnFiles: { [path]: there } })
        await stage.advance(90 * SECOND)
        expect(await stage.banner()).not.toBeNull()
        await manners.web.said()
      })
    },
  )
})
