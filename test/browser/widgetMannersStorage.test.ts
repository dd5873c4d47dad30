import { describe, expect, it } from 'vitest'
import { mannersIn, WELL } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// Where nothing can be kept, or nothing may be, everything is shown all the same, and each page asks once.

/** Keeps what it heard, as one would write it. */
const NAIVE = `
  localStorage.setItem('naive', 'x'.repeat(100))
  document.cookie = 'naive=1'
  sessionStorage.setItem('naive', 1)
  addEventListener('load', () => document.body.append(Object.assign(document.createElement('p'), { id: 'naive' })))`

/** As the page itself counts: without storage the browser's cache may answer. */
const QUESTIONS =
  'performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("summary.json")).length'

const KEPT = `[localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length,
  (await caches.keys()).length]`

describe.each(ALL)('keeping in %s', (name) => {
  const manners = mannersIn(name)

  const stands = async (code: string): Promise<void> => {
    await manners.visit({ before: code, naive: NAIVE }, async ({ seen }) => {
      await seen('watched.wrong.length', 1)
    })
    await manners.web.said()
    await manners.visit({ before: code }, async ({ headline, wrong, reads, asked, run }) => {
      await headline()
      expect(await reads()).toBeLessThan(20)
      expect(await wrong()).toEqual([])
      expect(await manners.web.said()).toEqual([])
      expect(await run(`return ${QUESTIONS}`)).toBe(1)
      // The next page asks again, as it cannot know; once, and through the browser's cache.
      await manners.web.reload()
      await headline()
      expect(await run(`return ${QUESTIONS}`)).toBe(1)
      expect(asked()).toBeLessThanOrEqual(2)
    })
  }

  it('stands a storage that is full', () =>
    stands(
      'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }; ' +
        'Object.defineProperty(window, "localStorage", { value: new Proxy({}, { get: (_, key) => key === "setItem" ? Storage.prototype.setItem : undefined, set: () => { throw new DOMException("full") } }) })',
    ))

  it('stands a storage that throws when it is looked at', () =>
    stands(
      'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })',
    ))

  it('stands a storage that is not there', () =>
    stands('Object.defineProperty(window, "localStorage", { value: null })'))

  it('keeps nothing where the owner says so', async () => {
    await manners.visit({ naive: NAIVE }, async ({ seen, run }) => {
      await seen('document.querySelector("#naive") !== null', true)
      expect(await run(`return ${KEPT}`)).toEqual([1, 1, 'naive=1', 0, 0])
    })
    // Cookies know no ports: they outlive the shop.
    await manners.visit(
      { before: 'document.cookie = "naive=; max-age=0"', options: { 'data-storage': 'none' } },
      async ({ headline, run }) => {
        await headline()
        expect(await run(`return ${KEPT}`)).toEqual([0, 0, '', 0, 0])
        await manners.web.click(
          'document.querySelector("podlight-banner").shadowRoot.querySelector("[part=close]")',
        )
        expect(await run('return document.querySelector("podlight-banner")')).toBe(null)
        expect(await run(`return ${KEPT}`)).toEqual([0, 0, '', 0, 0])
        expect(await run(`return ${QUESTIONS}`)).toBe(1)
      },
    )
  })

  it('keeps one line while something is wrong, and less than 200 bytes while all is well', async () => {
    await manners.visit({ at: WELL }, async ({ seen, run }) => {
      await seen(`localStorage.podlight?.endsWith('{"level":"ok"}}')`, true)
      expect(await run(`return ${KEPT}`)).toEqual([1, 0, '', 0, 0])
      expect(await run('return localStorage.podlight.length < 200')).toBe(true)
    })
  })
})

describe.each(ALL)('a visitor of %s who forbids sites to keep anything', (name) => {
  const manners = mannersIn(name, { storage: 'blocked' })

  it('breaks the careless, and is told all the same', async () => {
    await manners.visit({ naive: NAIVE }, async ({ seen }) => {
      await seen('watched.wrong.length', 1)
    })
    await manners.web.said()
    await manners.visit({}, async ({ headline, wrong, run }) => {
      await headline()
      expect(await wrong()).toEqual([])
      // Firefox says so of whatever a page asks for.
      const said = (await manners.web.said()).filter(
        ({ text }) => !text.includes('blocking all storage access'),
      )
      expect(said).toEqual([])
      expect(await run(`return ${QUESTIONS}`)).toBe(1)
    })
  })
})
