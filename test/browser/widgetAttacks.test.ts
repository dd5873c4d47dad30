import { describe, expect, it } from 'vitest'
import { summaryAt } from '../../scripts/replay/documents.ts'
import { load } from '../../scripts/replay/load.ts'
import { customer } from '../../shared/words/en.ts'
import { FILES, type Ground, HOST, type MannersOptions, mannersIn, TROUBLE } from './support/manners.ts'
import type { Laid } from './support/served.ts'
import { chatKey } from './support/site.ts'
import { ALL } from './support/startWeb.ts'

// Whatever others can put before us: the status page, the page's markup, frames in it, what the site has stored. Each
// attack first succeeds on a script that takes things as they come.

/** No word of ours, so that it tells whose words are shown. */
const WORD = 'Zyzzyva'
const IMAGE = '<img src="x" onerror="window.attacked = true">'
/** Markup that runs, a script, and signs that turn the text after them round. */
const EVIL = `${WORD} ${IMAGE}<script>window.attacked = true</script> \u202e\u2066${WORD}`
const TURNED = /[\u202a-\u202e\u2066-\u2069]/
const LINK = 'javascript:window.attacked=true'

const CHAT = customer.scenes['chat-down'].headline
const WORKS = customer.scenes['attachments-failing'].works

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const summary = summaryAt(load(['2024-12-19-chat-attachments']), TROUBLE)
/** The same trouble in an attacker's words, wherever the feed has words at all. */
const hostile = {
  ...summary,
  page: { ...summary.page, name: EVIL, url: LINK },
  components: [
    ...summary.components.map((row) => ({ ...row, description: EVIL })),
    ...summary.components.slice(-1).map((row) => ({ ...row, id: EVIL, name: EVIL, group_id: EVIL })),
  ],
  incidents: summary.incidents.map((row) => ({
    ...row,
    id: EVIL,
    name: `${row.name} ${EVIL}`,
    shortlink: LINK,
    components: row.components.map((one) => ({ ...one, description: EVIL })),
    incident_updates: row.incident_updates.map((one) => ({
      ...one,
      body: `${one.body} ${EVIL}`,
      custom_tweet: EVIL,
    })),
  })),
}
/** What a relay would send, and what another tab may have stored. */
const verdict = {
  pod: 'prod1',
  level: 'outage',
  recovering: EVIL,
  headline: EVIL,
  impacts: [{ capability: EVIL, effect: EVIL, because: [{ source: EVIL, text: EVIL }] }],
  banner: {
    subject: 'chat',
    effect: 'down',
    certainty: 'confirmed',
    incident: EVIL,
    since: EVIL,
    headline: EVIL,
    href: LINK,
  },
  badge: { text: EVIL, color: EVIL, title: EVIL },
} as const
const relayed = { podlight: 1, vendor: 'kustomer', page: 'lhn2sb4njk08', age: 1, verdict }
/** As text, since a literal would set the prototype instead of naming it. */
const polluting = (document: object): string =>
  JSON.stringify(document).replace(
    '{',
    '{"__proto__":{"attacked":true},"constructor":{"prototype":{"attacked":true}},',
  )

/** Draws a text in the place of a banner. */
const DRAW = `const draw = (text) => {
    const show = () => { document.body.append(Object.assign(document.createElement('p'), { id: 'naive', innerHTML: text })) }
    if (document.body) show(); else addEventListener('DOMContentLoaded', show)
  }
  const merge = (to, from) => {
    for (const key of Object.keys(from))
      if (from[key] && typeof from[key] === 'object') merge(to[key] ??= {}, from[key])
      else to[key] = from[key]
  };`

/** Every text in an object, one after another. */
const NAIVE = `${DRAW}
  const textsOf = (value) => typeof value === 'string' ? value : value && typeof value === 'object'
    ? Object.values(value).map(textsOf).join(' ') : ''
  fetch(document.currentScript.dataset.feed).then((reply) => reply.json()).then((document) => {
    merge({}, document)
    draw(textsOf(document))
  })`

const page = (markup: string): Laid => ({
  body: `<!doctype html><html lang="en"><title>Other</title><body>${markup}`,
  type: 'text/html; charset=utf-8',
})

/** Everything in a banner that could be more than words. */
const LOOK = `const root = ${HOST}.shadowRoot
  const all = [${HOST}, ...root.querySelectorAll('*')]
  const live = [...document.querySelectorAll('podlight-live')].map((one) => one.shadowRoot.textContent)
  return {
    words: root.textContent + live,
    names: [...new Set(all.map(({ localName }) => localName))],
    attributes: all.flatMap((one) => [...one.attributes]).map(({ name, value }) => [name, value]),
  }`
const STATUS = `return new Promise((tell) => podlight('status', tell))`
const NAMES = /^(podlight-banner|style|section|button|svg|path|div|p|a)$/

describe.each(ALL)('attacks in %s', (name) => {
  const manners = mannersIn(name)

  /** All in one browser; elsewhere, where all of them would take long, every third. */
  const some = <T>(all: readonly T[]): readonly T[] =>
    name === 'chromium' ? all : all.filter((_, i) => i % 3 === 0)

  /** Nothing of an attacker's ran, was changed or was noticed. */
  const isUnharmed = async ({ run, wrong }: Ground): Promise<void> => {
    expect(await run('return [typeof window.attacked, typeof window.Object.prototype.attacked]')).toEqual([
      'undefined',
      'undefined',
    ])
    expect(await wrong()).toEqual([])
    expect(await manners.web.said()).toEqual([])
  }
  /** The banner is made of our own elements and our own words. */
  const isOurs = async ({ run }: Ground): Promise<void> => {
    const { words, names, attributes } = (await run(LOOK)) as {
      words: string
      names: string[]
      attributes: [string, string][]
    }
    expect(words).not.toContain(WORD)
    expect(words).not.toMatch(TURNED)
    expect(names.filter((one) => !NAMES.test(one))).toEqual([])
    expect(attributes.filter(([key, value]) => /^on/.test(key) || value.includes(WORD))).toEqual([])
    const links = attributes.filter(([key]) => /^(href|src|action|srcdoc)$/.test(key))
    expect(links.filter(([, value]) => !/^(mailto:|tel:|https:\/\/)/.test(value))).toEqual([])
    expect(await run('return document.images.length')).toBe(0)
  }
  /** The careless script is harmed; ours shows what it should, and nothing else. */
  const stands = async (
    options: MannersOptions & { readonly naive: string },
    shown: string | null,
    {
      attack = async () => undefined,
      harm = 'window.attacked',
    }: {
      readonly attack?: (ground: Ground) => Promise<void>
      readonly harm?: string
    } = {},
  ): Promise<void> => {
    await manners.visit(options, async (ground) => {
      await attack(ground)
      await ground.seen(`Boolean(${harm})`, true)
    })
    await manners.web.said()
    const { naive: _, ...ours } = options
    await manners.visit(ours, async (ground) => {
      if (shown === null) await ground.seen('typeof window.podlight', 'function')
      else await ground.headline(shown)
      await attack(ground)
      if (shown === null) {
        const { level, banner } = (await ground.run(STATUS)) as { level: string; banner?: unknown }
        expect([level === 'ok', banner ?? null]).toEqual([false, null])
        expect(await ground.part('headline')).toBeNull()
      } else {
        expect(await ground.part('headline')).toBe(shown)
        await isOurs(ground)
      }
      await isUnharmed(ground)
    })
  }

  it.each([
    ['a summary', JSON.stringify(hostile), FILES],
    ["a relay's verdict", JSON.stringify(relayed), CHAT],
    ['a summary with more on every object', polluting(hostile), FILES],
    ["a relay's verdict with more on every object", polluting(relayed), CHAT],
  ])('words of the feed: %s', async (_, document, shown) => {
    const harm = document.includes('__proto__') ? 'window.Object.prototype.attacked' : 'window.attacked'
    const isTurned = `/\\u202e/.test(document.querySelector('#naive')?.textContent)`
    await stands({ document, naive: NAIVE }, shown, { harm: `(${harm} && ${isTurned})` })
  })

  const LINKS = 'document.querySelectorAll("a").length'
  const naiveLink = `const { contact } = document.currentScript.dataset
    addEventListener('load', () => {
      document.body.append(Object.assign(document.createElement('a'), { href: contact, textContent: 'Reach us' }))
    })`

  it.each(some([LINK, ` java\tscript:window.attacked=true`, `data:text/html,${IMAGE}`]))(
    "an owner's address that is none: %s",
    async (contact) => {
      const options = { 'data-contact': contact }
      await manners.visit({ options, naive: naiveLink }, async ({ seen }) => {
        await seen(LINKS, 1)
        if (contact.startsWith('data:')) await seen('document.querySelector("a").protocol', 'data:')
        else {
          await manners.web.click('document.querySelector("a")')
          await seen('window.attacked', true)
        }
      })
      await manners.web.said()
      await manners.visit({ options }, async (ground) => {
        await ground.headline()
        await isOurs(ground)
        expect(await ground.run(`return ${HOST}.shadowRoot.querySelectorAll('a').length`)).toBe(0)
        // The owner is told; nobody else.
        const said = await manners.web.said()
        expect(said.map(({ kind, text }) => [kind, text.includes('[podlight] data-contact ')])).toEqual([
          ['warning', true],
        ])
        await isUnharmed(ground)
      })
    },
  )

  it("an owner's words are words", async () => {
    const options = {
      'data-contact': `mailto:help@shop.example?subject=${IMAGE.replaceAll(' ', '%20')}`,
      'data-contact-label': EVIL,
      'data-text-attachments-failing': EVIL,
    }
    const naive = `${DRAW} draw(document.currentScript.dataset.textAttachmentsFailing)`
    await manners.visit({ options, naive }, async ({ seen }) => {
      await seen('window.attacked', true)
    })
    await manners.web.said()
    await manners.visit({ options }, async (ground) => {
      await ground.headline(EVIL)
      const { part, run } = ground
      expect(await part('link')).toBe(EVIL)
      expect(await part('works')).toBe(WORKS)
      expect(
        await run(`const root = ${HOST}.shadowRoot
          return [root.querySelectorAll('img, script').length, root.querySelector('[part=headline]').childElementCount,
            root.querySelector('a').protocol, document.images.length]`),
      ).toEqual([0, 0, 'mailto:', 0])
      await isUnharmed(ground)
    })
  })

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

  /** A row as the loader stores it: what was learnt a second ago, the next question in half a minute. */
  const row = (sight: string, { pod = 'prod1', age = 1000, due = 30_000 } = {}): string => {
    const now = 'Date.now()'
    return `[${now}, ${now} + ${due}, 0, ${now} - ${age}, '${pod}', ${sight}].join()`
  }
  const packed = (value: unknown): string => `encodeURIComponent(${JSON.stringify(JSON.stringify(value))})`
  const bare = { pod: 'prod1', level: 'outage' }

  const STORED: Readonly<Record<string, readonly [code: string, shown: string | null]>> = {
    'markup in a verdict': [row(packed(verdict)), CHAT],
    'markup for a level': [row(packed({ ...verdict, level: EVIL })), null],
    'markup for a scene': [
      row(packed({ ...verdict, banner: { ...verdict.banner, subject: EVIL, effect: EVIL } })),
      null,
    ],
    'a verdict of another pod': [row(packed({ ...verdict, pod: 'prod2' })), null],
    "another pod's row": [row(packed(verdict), { pod: 'prod2' }), FILES],
    'more on every object': [row(`encodeURIComponent(${JSON.stringify(polluting(verdict))})`), CHAT],
    'a banner that is inherited': [
      row(
        `encodeURIComponent(${JSON.stringify(
          JSON.stringify({ ...bare, banner: { a: verdict.banner } }).replace('"a"', '"__proto__"'),
        )})`,
      ),
      null,
    ],
    'a huge text': [row(`'x'.repeat(1e6)`), null],
    'a huge verdict': [row(packed({ ...verdict, headline: EVIL.repeat(2000) })), CHAT],
    'what cannot be decoded': [row(`'%E0%A4%A'`), null],
    'markup alone': [JSON.stringify(EVIL), FILES],
    'nothing between commas': [`',,,,,,,,'`, FILES],
    'no numbers': [`'NaN,Infinity,-Infinity,null,prod1,1'`, FILES],
    'numbers out of all bounds': [`'1e400,9e15,-9e15,9e15,prod1,1'`, null],
    'numbers below nothing': [`'-1,-1,-1,-1,prod1,1'`, FILES],
    'health that is too old': [row(`'1'`, { age: 901_000, due: -1 }), FILES],
    'health for ever': [row(`'1'`, { age: -9e9, due: 9e9 }), null],
  }
  const naiveStored = `${DRAW}
    const stored = localStorage.podlight
    const kept = stored.split(',')
    draw(stored)
    const parsed = JSON.parse(decodeURIComponent(kept[5]))
    if (parsed.pod !== 'prod1' || kept[4] !== 'prod1' || !/^(ok|outage)$/.test(parsed.level)) throw new Error('Odd')
    merge({}, parsed)
    draw(parsed.headline)
    if (!parsed.headline) throw new Error('Nothing to say')`

  it.each(some(Object.entries(STORED)))('what is stored for us: %s', (_, [code, shown]) =>
    stands({ before: `localStorage.podlight = ${code}`, naive: naiveStored }, shown, {
      harm: '(window.attacked || watched.wrong.length > 0)',
      attack: async ({ asked }) => {
        expect(asked()).toBeLessThanOrEqual(1)
      },
    }),
  )

  it.each(
    some([
      ['markup', JSON.stringify(EVIL)],
      ['a huge text', `${JSON.stringify(`9 ${EVIL}\n`)}.repeat(1e3)`],
      [
        'lines that are none',
        `'\\n\\n0\\n 0 \\n__proto__\\nNaN NaN\\n0 undefined attachments\\n0 null chat'`,
      ],
    ]),
  )('what is stored of dismissals: %s', async (_, code) => {
    const before = `localStorage['podlight-seen'] = ${code}`
    const naive = `${DRAW} const seen = localStorage['podlight-seen']; draw(seen); JSON.parse(seen)`
    await manners.visit({ before, naive }, async ({ seen }) => {
      await seen('Boolean(window.attacked || watched.wrong.length)', true)
    })
    await manners.web.said()
    await manners.visit({ before }, async (ground) => {
      await ground.headline()
      await isOurs(ground)
      await manners.web.click(`${HOST}.shadowRoot.querySelector('[part=close]')`)
      await ground.seen(`${HOST} === null`, true)
      // Whoever wrote much there does not make us write as much.
      expect(Number(await ground.run(`return localStorage['podlight-seen'].length`))).toBeLessThan(300)
      await isUnharmed(ground)
    })
  })

  const naiveKey = `${DRAW}
    const [, payload] = document.querySelector('[data-kustomer-api-key]').dataset.kustomerApiKey.split('.')
    const { pod } = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')))
    draw(pod)
    if (!/^prod\\d\\d?$/.test(pod)) throw new Error('Odd')`
  const key = (claims: object): MannersOptions => ({
    headMarkup: `<meta data-kustomer-api-key="${chatKey(claims)}">`,
    options: { 'data-pod': 'auto' },
  })

  it.each(
    some([
      ['markup', { pod: `prod1${EVIL}` }],
      ['a path', { pod: '../../prod1' }],
      ['an object', { pod: { toString: 'prod1' } }],
      ['far too many digits', { pod: 'prod1111111111' }],
    ]),
  )("a chat's key that lies about the pod: %s", async (_, claims) => {
    await manners.visit({ ...key(claims), naive: naiveKey }, async ({ seen }) => {
      await seen('Boolean(window.attacked || watched.wrong.length)', true)
    })
    await manners.web.said()
    await manners.visit(key(claims), async (ground) => {
      const { run } = ground
      await ground.seen('typeof window.podlight', 'function')
      expect(await run(`return new Promise((tell) => podlight('pod', tell))`)).toBeNull()
      await ground.reads()
      // The owner is told that no pod is known; two of three pods are hit, so nobody else is told anything.
      const said = await manners.web.said()
      expect(said.map(({ text }) => text.includes('data-pod'))).toEqual([true])
      expect(await ground.part('headline')).toBeNull()
      await isUnharmed(ground)
    })
  })

  it.each([
    ['a huge one', { junk: 'x'.repeat(500_000), pod: 'prod1' }],
    ['one that quotes another pod', { note: '{"pod":"prod4"}', html: EVIL, pod: 'prod1' }],
  ])("a chat's key that is odd but true: %s", (_, claims) =>
    manners.visit(key(claims), async (ground) => {
      await ground.headline()
      expect(await ground.run(`return new Promise((tell) => podlight('pod', tell))`)).toBe('prod1')
      await isOurs(ground)
      await isUnharmed(ground)
    }),
  )
})
