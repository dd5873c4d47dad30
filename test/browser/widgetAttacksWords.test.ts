import { describe, expect, it } from 'vitest'
import { summaryAt } from '../../scripts/replay/documents.ts'
import { load } from '../../scripts/replay/load.ts'
import { chatKey } from '../../scripts/stage/site.ts'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import { attacksIn } from './support/attacks.ts'
import { DRAW, EVIL, IMAGE, LINK, polluting, relayed } from './support/evil.ts'
import { FILES, HOST, type MannersOptions, TROUBLE } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// Words that we are handed: by the status page, by the tag, by the key of the chat.

const CHAT = customer.scenes['chat-down'].headline
const WORKS = customer.scenes['attachments-failing'].works

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
/** Every text in an object, one after another. */
const NAIVE = `${DRAW}
  const textsOf = (value) => typeof value === 'string' ? value : value && typeof value === 'object'
    ? Object.values(value).map(textsOf).join(' ') : ''
  fetch(document.currentScript.dataset.feed).then((reply) => reply.json()).then((document) => {
    merge({}, document)
    draw(textsOf(document))
  })`

describe.each(ALL)('words that attack, in %s', (name) => {
  const { manners, some, isUnharmed, isOurs, stands } = attacksIn(name)

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

  const naiveKey = `${DRAW}
    const [, payload] = document.querySelector('[data-kustomer-api-key]').dataset.kustomerApiKey.split('.')
    const { pod } = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')))
    draw(pod)
    if (!/^prod\\d\\d?$/.test(pod)) throw new Error('Odd')`
  const key = (claims: object): MannersOptions => ({
    headMarkup: `<script type="text/plain" data-kustomer-api-key="${chatKey(claims)}"></script>`,
    // The owner hears of a pod that is missing when a chat had its ten seconds.
    before: `const later = setTimeout
      window.setTimeout = (run, wait, ...given) => later(run, wait === 10e3 ? 10 : wait, ...given)`,
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
      const [said, ...more] = await until(
        () => manners.web.said(),
        ({ length }) => length > 0,
        'a word to the owner',
      )
      expect([said?.text.includes('data-pod'), more]).toEqual([true, []])
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
