import { describe, expect, it } from 'vitest'
import { customer as german } from '../../shared/text/de.ts'
import { HOST, mannersIn, strict, WELL } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// Pages with the strictest policies, and what a script that was written without one in mind meets there.

/** Draws as most scripts do, each way in turn. */
const NAIVE = `
  const tries = [
    () => { document.body.innerHTML += '<p style="color: red">Trouble</p>' },
    () => { document.head.append(Object.assign(document.createElement('script'), { src: '/shop.js' })) },
    () => { document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' })) },
    () => { document.body.setAttribute('style', 'color: red') },
    () => { eval('1') },
  ]
  window.refused = 0
  addEventListener('load', () => {
    for (const one of tries) try { one() } catch { refused++ }
    window.isTried = true
  })`

describe.each(ALL)('a strict policy in %s', (name) => {
  const manners = mannersIn(name)

  const feed = (): string => manners.replay.url
  const REQUIRED = "require-trusted-types-for 'script'; trusted-types podlight"
  const withChat = { chat: 'kustomer', options: { 'data-chat': 'kustomer' } } as const

  it('forbids what scripts commonly do, and nothing of what ours does', async () => {
    const csp = strict(feed, REQUIRED)
    await manners.visit({ csp, naive: NAIVE }, async ({ seen, wrong, run }) => {
      await seen('window.isTried', true)
      // Markup, a script's address and code from a text throw; styles are dropped without a word to the script.
      expect(await run('return refused')).toBe(3)
      await seen('watched.wrong.length >= 5', true)
      expect((await wrong()).every((one) => one.startsWith('violation'))).toBe(true)
      await manners.web.said()
    })
    for (const more of [{}, withChat])
      await manners.visit({ csp, ...more }, async ({ seen, headline, wrong, run }) => {
        if ('chat' in more) {
          await seen('window.shop?.isReady', true)
          await run('Kustomer.open()')
        }
        await headline()
        expect(
          await run(`return ${HOST}.shadowRoot.querySelector('section').getBoundingClientRect().height > 40`),
        ).toBe(true)
        expect(await run(`return ${HOST}.ownerDocument === document`)).toBe(!('chat' in more))
        expect(
          await run(`return getComputedStyle(${HOST}.shadowRoot.querySelector('section')).display`),
        ).toBe('flex')
        expect(await wrong()).toEqual([])
        expect(await manners.web.said()).toEqual([])
      })
  })

  it('may be by nonce alone', async () => {
    const csp = (): string =>
      `default-src 'none'; script-src 'nonce-n0nce'; connect-src ${feed()}; ${REQUIRED}`
    const naive = `document.head.append(Object.assign(document.createElement('script'), {
      src: document.currentScript.src.replace('podlight.js', 'other.js'), onerror: () => { window.isRefused = true } }))`
    await manners.visit(
      { csp: () => csp().replace(REQUIRED, ''), nonce: 'n0nce', naive },
      async ({ seen }) => {
        await seen('window.isRefused', true)
        await manners.web.said()
      },
    )
    await manners.visit({ csp, nonce: 'n0nce', lang: 'de' }, async ({ headline, wrong }) => {
      // German: that is a script more.
      await headline(german.scenes['attachments-failing'].outside)
      expect(await wrong()).toEqual([])
      expect(await manners.web.said()).toEqual([])
    })
  })

  it('may allow no policy of ours: while well nobody notices, in trouble we keep silent', async () => {
    const csp = strict(feed, "require-trusted-types-for 'script'; trusted-types 'none'")
    const naive = `try { trustedTypes.createPolicy('naive', {}) } catch { window.isRefused = true }`
    await manners.visit({ csp, naive }, async ({ seen }) => {
      await seen('window.isRefused', true)
      await seen('watched.wrong.length', 1)
      await manners.web.said()
    })
    await manners.visit({ csp, at: WELL }, async ({ seen, run, wrong }) => {
      await run('addEventListener("podlight:change", ({ detail }) => { window.told = detail })')
      await seen(`localStorage.podlight?.endsWith('{"level":"ok"}}')`, true)
      expect(await wrong()).toEqual([])
      expect(await manners.web.said()).toEqual([])
    })
    await manners.visit({ csp }, async ({ asked, seen, run, wrong }) => {
      // The refusal itself is on the page's record; nothing else is.
      await seen('watched.wrong.length > 0', true)
      expect((await wrong()).every((one) => one.startsWith('violation trusted-types'))).toBe(true)
      expect(await run('return [document.scripts.length, document.body.childElementCount]')).toEqual([
        await run('return document.querySelectorAll("script[src]").length'),
        1,
      ])
      expect(await run(`return [${HOST}, document.querySelector('script[src*="podlight-"]')]`)).toEqual([
        null,
        null,
      ])
      expect(asked()).toBe(1)
      await manners.web.said()
    })
  })

  it('is needed by nothing of ours: no markup, no code from texts, no writing', async () => {
    const before = `
      window.used = []
      const trap = (where, name) => {
        const own = Object.getOwnPropertyDescriptor(where, name)
        const note = () => { used.push(name + new Error().stack) }
        Object.defineProperty(where, name, own.set
          ? { ...own, set(value) { note(); own.set.call(this, value) } }
          : { ...own, value(...parts) { note(); return own.value.apply(this, parts) } })
      }
      for (const name of ['innerHTML', 'outerHTML', 'insertAdjacentHTML']) trap(Element.prototype, name)
      trap(ShadowRoot.prototype, 'innerHTML')
      for (const name of ['write', 'writeln', 'execCommand']) trap(Document.prototype, name)
      trap(window, 'eval')
      trap(Range.prototype, 'createContextualFragment')
      trap(DOMParser.prototype, 'parseFromString')
      const own = window.setTimeout
      window.setTimeout = (what, ...more) => {
        if (typeof what !== 'function') used.push('setTimeout' + new Error().stack)
        return own(what, ...more)
      }`
    // The chat's own script may do as it likes.
    const ofOurs = 'used.filter((one) => one.includes("/podlight"))'
    const naive = `addEventListener('load', () => { document.body.insertAdjacentHTML('beforeend', '<i></i>'); eval('1') })`
    await manners.visit({ before, naive }, async ({ seen }) => {
      await seen(`${ofOurs}.length`, 2)
    })
    await manners.visit({ ...withChat, before }, async ({ seen, headline, run }) => {
      await seen('window.shop?.isReady', true)
      await run('Kustomer.open()')
      await headline()
      expect(await run(`return ${ofOurs}`)).toEqual([])
    })
  })
})
