import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Shop, startShop } from '../../scripts/stage/shop.ts'
import type { ShopOptions } from '../../scripts/stage/shopOptions.ts'
import { until } from '../../scripts/stage/until.ts'
import { keptIn } from './support/goBack.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'

// What the widget's tests stand on: real browsers, a shop and its chat, each doing what it says.

const FRAME = 'document.querySelector("#kustomer-ui-sdk-iframe")'
const LAUNCHER = `${FRAME}.contentDocument.querySelector("button")`
const CLOSE = `${FRAME}.contentDocument.querySelector("header button")`

describe.each(ALL)('a shop in %s', (name) => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb(name)
  })
  afterAll(() => web.close())

  const visit = async (options: ShopOptions, test: (shop: Shop) => Promise<void>): Promise<void> => {
    const shop = await startShop(options)
    try {
      await web.open(shop.url)
      await test(shop)
    } finally {
      await web.open('about:blank')
      await shop.close()
    }
  }
  const seen = (what: string, value: unknown): Promise<unknown> =>
    until(
      () => web.run(`return ${what}`),
      (now) => JSON.stringify(now) === JSON.stringify(value),
      `${what} as ${JSON.stringify(value)}`,
    )
  const heard = (names: readonly string[]): Promise<unknown> => seen('window.heard', names)
  const ready = (): Promise<unknown> => seen('window.shop?.isReady', true)
  const sizeOf = (element: string): Promise<unknown> =>
    web.run(`const { width, height } = ${element}.getBoundingClientRect(); return [width, height]`)

  it('has a chat that opens and closes, by its methods and by hand', () =>
    visit({ claims: { pod: 'prod2' } }, async () => {
      await ready()
      expect(await web.run(`return ${FRAME}.title`)).toBe('Kustomer Widget Iframe')
      expect(await web.run(`return ${FRAME}.contentDocument.body.firstElementChild.id`)).toBe(
        'kustomer-ui-modal-root',
      )
      expect(await sizeOf(FRAME)).toEqual([60, 60])
      await web.run('Kustomer.open()')
      await heard(['onOpen'])
      expect(await sizeOf(FRAME)).toEqual([376, 640])
      await web.run('Kustomer.close()')
      await heard(['onOpen', 'onClose'])
      await web.click(LAUNCHER)
      await heard(['onOpen', 'onClose', 'onOpen'])
      await web.click(CLOSE)
      await heard(['onOpen', 'onClose', 'onOpen', 'onClose'])
      expect(await web.said()).toEqual([])
    }))

  it('has a chat that fills a phone, and is drawn anew at any time', () =>
    visit({ isBare: true, start: { lang: 'de' } }, async () => {
      await ready()
      await web.resize(360, 700)
      await web.run('Kustomer.open()')
      expect(await sizeOf(FRAME)).toEqual([360, 700])
      await web.resize(1000, 800)
      await seen(`${FRAME}.getBoundingClientRect().width`, 376)
      const header = `${FRAME}.contentDocument.querySelector("header")`
      const before = await web.run(`window.old = ${header}; return old.className`)
      await web.run('__standin.rerender()')
      expect(await web.run(`return [old.isConnected, ${header}.textContent.includes('Chatten')]`)).toEqual([
        false,
        true,
      ])
      expect(await web.run(`return ${header}.className`)).not.toBe(before)
      await web.run(`window.old = ${FRAME}; __standin.rebuild()`)
      await seen(`!old.isConnected && ${header}?.textContent.includes('Chatten')`, true)
      expect(await web.said()).toEqual([])
    }))

  it('has another chat, that is a frame of another origin', () =>
    visit({ chat: 'chatwoot' }, async () => {
      await ready()
      const hidden = 'document.querySelector(".woot-widget-holder").classList.contains("woot--hide")'
      expect(await web.run(`return ${hidden}`)).toBe(true)
      await web.run('$chatwoot.toggle("open")')
      await heard(['opened'])
      expect(await web.run(`return ${hidden}`)).toBe(false)
      await web.run('$chatwoot.toggle("close")')
      await web.click('document.querySelector(".woot-widget-bubble")')
      await heard(['opened', 'closed', 'opened'])
      await seen('document.querySelector(".woot-widget-holder iframe").contentDocument', null)
      expect(await web.said()).toEqual([])
    }))

  it('has chats of other shapes', async () => {
    const bare = (options: ShopOptions, test: () => Promise<void>): Promise<void> =>
      visit({ isBare: true, ...options }, test)
    const types = 'return [typeof Kustomer, typeof window.Kustomer?.start, typeof window.KustomerCore?.start]'
    await bare({ variant: 'cross-origin' }, async () => {
      await ready()
      // Until it has gone to its origin, the frame is empty, and the page's own.
      await seen(`${FRAME}.contentDocument`, null)
      // Its inside draws when it is loaded, and only it knows when that is.
      await until(
        async () => {
          await web.click(FRAME)
          return web.run('return window.heard')
        },
        (names) => Array.isArray(names) && names[0] === 'onOpen',
        'a click that opens it',
      )
      expect(await sizeOf(FRAME)).toEqual([376, 640])
    })
    await bare({ variant: 'no-root' }, async () => {
      await ready()
      expect(await web.run(`return ${FRAME}.contentDocument.querySelector('#kustomer-ui-modal-root')`)).toBe(
        null,
      )
    })
    await bare({ isLate: true, claims: { pod: 'prod2' } }, async () => {
      const tag = 'document.querySelector("script[data-kustomer-api-key]")'
      expect(await web.run(`return ${tag}`)).toBe(null)
      await web.run('shop.addChat()')
      await ready()
      expect(await web.run(`return JSON.parse(atob(${tag}.dataset.kustomerApiKey.split('.')[1])).pod`)).toBe(
        'prod2',
      )
      await web.run('Kustomer.stop()')
      expect(await web.run(`return [${FRAME}, typeof Kustomer.open]`)).toEqual([null, 'undefined'])
    })
    await bare({ variant: 'never' }, async () => {
      expect(await web.run(types)).toEqual(['object', 'function', 'undefined'])
    })
    await bare({ variant: 'headless' }, async () => {
      expect(await web.run(types)).toEqual(['undefined', 'undefined', 'function'])
    })
    await bare({ variant: 'cards' }, async () => {
      expect(await web.run(types)).toEqual(['object', 'undefined', 'undefined'])
    })
    await bare({ variant: 'legacy' }, async () => {
      await ready()
      expect(await web.run('return document.querySelector("script[data-kustomer-api-key]")')).toBe(null)
    })
    await bare({ chat: 'chatwoot', variant: 'other-shape' }, async () => {
      await ready()
      expect(await web.run('return document.querySelector(".woot-widget-holder")')).toBe(null)
    })
    expect(await web.said()).toEqual([])
  })

  it('holds to the strictest policy, counts what is asked for, and is kept when left', keptIn(name), () =>
    visit(
      {
        csp: ({ shop, cdn, chat }) =>
          `default-src 'none'; script-src ${shop} ${cdn} ${chat}; style-src ${shop}; connect-src ${cdn}; ` +
          "require-trusted-types-for 'script'; trusted-types 'none'",
        tag: { 'data-pod': 'prod1' },
        headMarkup: '<script src="/first.js"></script>',
        files: {
          '/first.js': {
            body: 'window.shows = []; addEventListener("pageshow", (e) => shows.push(e.persisted))',
            type: 'text/javascript',
          },
        },
        cdnFiles: {
          '/podlight/podlight.js': {
            body: 'window.tag = document.currentScript.dataset.pod',
            type: 'text/javascript',
          },
        },
      },
      async (shop) => {
        await ready()
        await seen('window.tag', 'prod1')
        expect(shop.log.cdn.count('/podlight/podlight.js')).toBe(1)
        expect(shop.log.cdn.bytes()).toBeGreaterThan(10)
        await web.open(`${shop.shop}/other`)
        await web.back()
        await seen('window.shows', [false, true])
        expect(await web.said()).toEqual([])
        await web.run('document.body.innerHTML = "<p>"').catch(() => undefined)
        const [refused] = await until(
          () => web.said(),
          ({ length }) => length > 0,
          'a refusal on the console',
        )
        expect(refused?.kind).toBe('error')
      },
    ),
  )
})
