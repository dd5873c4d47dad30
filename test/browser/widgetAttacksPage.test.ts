import { describe, expect, it } from 'vitest'
import type { Laid } from '../../scripts/stage/served.ts'
import { chatKey } from '../../scripts/stage/site.ts'
import { attacksIn } from './support/attacks.ts'
import { DRAW, EVIL, relayed, verdict } from './support/evil.ts'
import { FILES, type MannersOptions } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// What others do in the page: frames that send messages, scripts that make events up, markup that takes names.

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const page = (markup: string): Laid => ({
  body: `<!doctype html><html lang="en"><title>Other</title><body>${markup}`,
  type: 'text/html; charset=utf-8',
})

describe.each(ALL)('a page that attacks, in %s', (name) => {
  const { manners, some, isUnharmed, stands } = attacksIn(name)

  it('messages of a frame from elsewhere', async () => {
    const call = ['announce', 'chat-down', Date.now() + 3600e3]
    const shapes: readonly Json[] = [
      EVIL,
      call,
      { podlight: call, html: EVIL },
      { type: 'podlight:change', detail: verdict, html: EVIL },
      { source: 'podlight', event: 'show', name: 'preview', scene: 'chat-down', html: EVIL },
      { kustomer: true, event: 'onOpen', html: EVIL },
      null,
      JSON.stringify({ podlight: call, html: EVIL }),
    ]
    const evil = page(`<script>
      for (const one of ${JSON.stringify(shapes).replaceAll('</', '<\\/')}) parent.postMessage(one, '*')
      try { parent.podlight('announce', 'chat-down') } catch { parent.postMessage('refused', '*') }
    </script>`)
    await stands(
      {
        before: `window.heard = []
          addEventListener('message', ({ data }) => heard.push(data))`,
        naive: `${DRAW} addEventListener('message', ({ data }) => draw(data?.html))`,
        cdnFiles: { '/evil.html': evil },
      },
      FILES,
      {
        attack: async ({ run, seen, shop }) => {
          await run(`document.body.append(Object.assign(document.createElement('iframe'), {
            src: '${shop.cdn}/evil.html' }))`)
          await seen('heard.at(-1)', 'refused')
        },
      },
    )
  })

  it('events that the page makes up', async () => {
    const events = `
      const details = [undefined, null, 7, ${JSON.stringify(EVIL)}, ${JSON.stringify(verdict).replaceAll('</', '<\\/')},
        { pod: 'prod1', level: 'ok' }, { get level() { throw new Error('read') } }]
      const places = [window, document, document.body, ...document.scripts]
      for (const place of places)
        for (const name of ['change', 'show', 'dismiss'])
          for (const detail of details) place.dispatchEvent(new CustomEvent('podlight:' + name, { detail, bubbles: true }))
      for (const newValue of [null, '', ${JSON.stringify(EVIL)}])
        for (const key of [null, 'podlight', 'podlight-seen']) dispatchEvent(new StorageEvent('storage', { key, newValue }))`
    await stands(
      {
        naive: `${DRAW} addEventListener('podlight:change', ({ detail }) => draw(detail?.headline))`,
      },
      FILES,
      {
        attack: async ({ run, seen }) => {
          // With listeners of the page's own, through us.
          await run(`window.told = []
            window.podlight?.('on', 'change', ({ level }) => told.push(level))`)
          if (await run('return typeof window.podlight === "function"')) await seen('told', ['degraded'])
          await run(events)
          expect(await run('return told.filter((level) => level !== "degraded")')).toEqual([])
        },
      },
    )
  })

  /** Our own script after some markup that an attacker could get into the page. */
  const pageWith = (markup: (cdn: string) => string): MannersOptions => ({
    tag: null,
    bodyMarkup: ({ cdn }) => `${markup(cdn)}
      <script src="${cdn}/podlight/podlight.js" data-feed="${manners.feed}" data-pod="prod1" data-chat="none"></script>`,
    cdnFiles: {
      '/evil.json': { body: JSON.stringify(relayed), headers: { 'access-control-allow-origin': '*' } },
    },
  })

  it.each(
    some([
      '<form name="podlight"><input name="q"><input name="end"><input name="push"></form>',
      '<img id="podlight" alt="">',
      '<a id="podlight" name="end" href="https://0/"></a><a id="podlight" name="q" href="https://0/"></a>',
      // Without an address it reads as an empty text, which loosely is 0.
      '<a id="podlight" name="end"></a><a id="podlight"></a>',
      '<iframe name="podlight" srcdoc="<a id=q></a>"></iframe>',
    ]),
  )('markup by the name of our global: %s', async (markup) => {
    await manners.visit(
      { ...pageWith(() => markup), naive: `(window.podlight ||= []).push(['ready'])` },
      ({ seen }) => seen('watched.wrong.length', 1).then(() => undefined),
    )
    await manners.web.said()
    await manners.visit(
      pageWith(() => markup),
      async (ground) => {
        await ground.headline()
        expect(await ground.run('return typeof podlight')).toBe('function')
        await isUnharmed(ground)
      },
    )
  })

  it('a comment of a visitor that holds the key of a chat', async () => {
    const key = chatKey({ pod: 'prod2' })
    const options: MannersOptions = {
      bodyMarkup: `<p data-kustomer-api-key="${key}">Nice shop!</p>`,
      options: { 'data-pod': 'auto' },
    }
    const naive = `addEventListener('load', () => {
      const { kustomerApiKey } = document.querySelector('[data-kustomer-api-key]').dataset
      window.pod = JSON.parse(atob(kustomerApiKey.split('.')[1])).pod })`
    await manners.visit({ ...options, naive }, ({ seen }) =>
      seen('window.pod', 'prod2').then(() => undefined),
    )
    await manners.web.said()
    await manners.visit(options, async (ground) => {
      const ask = `return new Promise((tell) => podlight('pod', (pod) => tell([pod])))`
      await ground.seen('typeof podlight', 'function')
      expect(await ground.run(ask)).toEqual([null])
      await isUnharmed(ground)
    })
  })

  const named =
    (tag: string) =>
    (cdn: string): string =>
      `<${tag} name="currentScript" src="${cdn}/podlight/podlight.js" alt=""
      data-feed="${cdn}/evil.json" data-pod="prod1" data-chat="none" data-contact="https://evil.example/"></${tag}>`

  // An image or an embedded thing of that name and our source is taken for it: see the limits in docs/widget.md.
  it.each(['form'])('an element that the page takes for our script: %s', async (tag) => {
    await manners.visit(
      { ...pageWith(named(tag)), naive: 'window.taken = document.currentScript.dataset.contact' },
      ({ seen }) => seen('window.taken', 'https://evil.example/').then(() => undefined),
    )
    await manners.web.said()
    await manners.visit(pageWith(named(tag)), async (ground) => {
      await ground.reads()
      expect(ground.shop.log.cdn.count('/evil.json')).toBe(0)
      expect([FILES, null]).toContain(await ground.part('headline'))
      expect(await ground.part('link')).toBeNull()
      await isUnharmed(ground)
    })
  })

  it.each(
    some(['hidden', 'head', 'body', 'querySelector', 'createElement', 'documentElement', 'addEventListener']),
  )('an element by the name of what every script needs: document.%s', async (key) => {
    const markup = (): string => `<form name="${key}"></form>`
    await manners.visit(
      {
        ...pageWith(markup),
        naive: `if (document.hidden) throw new Error('Hidden')
          document.createElement(document.querySelector('h1').localName)
          document.addEventListener('click', () => undefined)
          document.head.querySelector('title').textContent.trim()
          document.body.querySelector('h1').textContent.trim()
          document.documentElement.querySelector('body').id.trim()`,
      },
      ({ seen }) => seen('watched.wrong.length', 1).then(() => undefined),
    )
    await manners.web.said()
    await manners.visit(pageWith(markup), async (ground) => {
      await ground.reads()
      await isUnharmed(ground)
    })
  })
})
