import { describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { inFull, only } from '../support/nightly.ts'
import { mannersIn } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// Pages that replaced what every script relies on. Each patch first breaks a script written without a thought of it.

/** No patch may buy more requests than a full bucket, and what it earns meanwhile. */
const BURST = 12

/** Asks, keeps, reads, waits and draws, as one would write it. */
const naive = (feed: string): string => `
  (window.podlight ||= []).push(['ready'])
  for (const Observer of [window.MutationObserver, window.ResizeObserver]) new Observer(() => undefined)
  const load = async () => {
    const reply = await fetch('${feed}', { cache: 'no-cache' })
    const news = JSON.parse(await reply.text())
    const lines = []
    for (const i in news.incidents) lines.push(news.incidents[i].id.trim())
    localStorage.setItem('naive', JSON.stringify({ at: Date.now(), lines: lines.map((line) => line.trim()) }))
    const kept = JSON.parse(localStorage.getItem('naive'))
    if (kept.lines[0] !== lines[0]) throw new Error('What was kept is not what was told')
    await navigator.locks.request('naive', { ifAvailable: true }, () => undefined).then(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 1))
    dispatchEvent(new CustomEvent('naive', { detail: new URL('/', location.href) }))
    new AbortController()
    document.body.append(Object.assign(document.createElement('p'), { id: 'naive', textContent: kept.lines.join() }))
    setTimeout(load, (kept.at + 60000 - Date.now()) * (1 + Math.random() / 4))
  }
  const start = () => load()
  if (document.readyState === 'complete') start(); else addEventListener('load', start)`

const odd = 'throw new Error("patched")'
/** Drivers run their scripts in the page, and need lists and JSON themselves: there only our place is patched. */
const OURS = `const isOurs = () => new Error().stack.includes('/podlight')
  const patch = (where, name, odd) => {
    const own = where[name]
    where[name] = function (...all) { return isOurs() ? odd.call(this, ...all) : own.apply(this, all) }
  };`
/** WebKit's driver watches over its scripts by a timer of the page's own, which must go on. */
const timer = (body: string): string =>
  `{ const own = setTimeout; window.setTimeout = (run, wait, ...more) => wait === 30000 ? own(run, wait, ...more) : (${body}) }`

interface Patch {
  readonly code: string
  /** Where the page broke what cannot be done without, we keep silent. */
  readonly shows: 'banner' | 'nothing'
  /** The page itself lets nothing rest. */
  readonly isRestless?: boolean
}
const banner = (code: string): Patch => ({ code, shows: 'banner' })
const nothing = (code: string): Patch => ({ code, shows: 'nothing' })

const PATCHES: Readonly<Record<string, Patch>> = {
  'fetch that throws': nothing(`window.fetch = () => { ${odd} }`),
  'fetch that gives nothing': nothing('window.fetch = () => undefined'),
  'fetch that gives something else': nothing(
    'window.fetch = async () => ({ ok: true, json: async () => "odd" })',
  ),
  'fetch that is wrapped badly': nothing(
    '{ const own = fetch; window.fetch = (...all) => own(...all).then(({ ok }) => ({ ok, status: 200 })) }',
  ),
  'JSON that throws': nothing(
    `for (const name of ['parse', 'stringify']) patch(JSON, name, () => { ${odd} })`,
  ),
  'JSON that gives nothing': nothing(
    "for (const name of ['parse', 'stringify']) patch(JSON, name, () => undefined)",
  ),
  'lists that become texts in JSON, as of old': banner(
    'Array.prototype.toJSON = function () { return isOurs() ? "[" + this.map((one) => JSON.stringify(one)) + "]" : [...this] }',
  ),
  'more on every list': banner('Array.prototype.each = Array.prototype.last = () => undefined'),
  'more on every object': banner('Object.prototype.extend = Object.prototype.with = () => undefined'),
  'lists that cannot be mapped': nothing(
    `for (const name of ['map', 'filter']) patch(Array.prototype, name, () => { ${odd} })`,
  ),
  'lists that map to nothing': nothing(
    "for (const name of ['map', 'filter']) patch(Array.prototype, name, () => [])",
  ),
  'timers that never fire': banner(timer('1')),
  'timers that fire at once': { ...nothing(timer('own(run, 0)')), isRestless: true },
  'chance that is no number': banner('Math.random = () => NaN'),
  'chance below nothing': banner('Math.random = () => -9'),
  'a clock that is no number': nothing('Date.now = () => NaN'),
  'a clock that jumps ahead': nothing('{ let at = Date.now(); Date.now = () => (at += 3600e3) }'),
  'a clock that jumps about': nothing(
    '{ let at = 9e7; const own = Date.now; Date.now = () => own() + (at = 9e7 - at) }',
  ),
  'no observers': banner('delete window.MutationObserver; delete window.ResizeObserver'),
  'locks that refuse': banner('LockManager.prototype.request = () => Promise.reject(new Error("patched"))'),
  'locks that throw': banner(`LockManager.prototype.request = () => { ${odd} }`),
  'events that cannot be made': banner(`window.CustomEvent = function () { ${odd} }`),
  'addresses that cannot be read': nothing(`window.URL = function () { ${odd} }`),
  'no way to end a request': nothing('window.AbortController = undefined'),
  'an element of our name': banner(`
    const form = document.createElement('form')
    form.id = 'podlight'
    for (const name of ['q', 'end', 'push']) form.append(Object.assign(document.createElement('input'), { name }))
    document.documentElement.append(form)`),
  'something frozen of our name': nothing(
    'Object.defineProperty(window, "podlight", { value: Object.freeze({}) })',
  ),
}

/** What engines differ in: locks, timers, observers, what of their own is built on lists or JSON, and what may be redefined. */
const FEW = [
  'JSON that throws',
  'lists that cannot be mapped',
  'timers that never fire',
  'no observers',
  'locks that refuse',
  'something frozen of our name',
]

describe.each(ALL)('patched pages in %s', (name) => {
  const manners = mannersIn(name)

  it('leaves the careless script alone where nothing is patched', () =>
    manners.visit({ naive: naive(manners.feed) }, async ({ seen, wrong, asked }) => {
      await seen('document.querySelector("#naive")?.textContent.length > 9', true)
      expect(await wrong()).toEqual([])
      expect(asked()).toBe(1)
    }))

  const patches = inFull(name) ? Object.entries(PATCHES) : only(PATCHES, FEW)
  it.each(patches)('%s', async (_, { code, shows, isRestless }) => {
    await manners.visit({ before: OURS + code, naive: naive(manners.feed) }, async ({ asked, run }) => {
      // What is not drawn by then never is: unpatched it takes a few milliseconds.
      const harmed = async (): Promise<boolean> => {
        const [errors = 0, drawn, at = 0] = (await run(
          'return [watched.wrong.length, document.querySelectorAll("#naive").length, performance.now()]',
        )) as number[]
        return errors > 0 || asked() > BURST || (drawn === 0 && at > 1000)
      }
      await until(harmed, Boolean, 'harm')
    })
    await manners.web.said()
    await manners.visit({ before: OURS + code }, async ({ headline, reads, wrong, asked, part }) => {
      if (shows === 'banner') await headline()
      const looks = await reads()
      if (!isRestless) expect(looks).toBeLessThan(40)
      expect(await wrong()).toEqual([])
      expect(asked()).toBeLessThanOrEqual(BURST)
      if (shows === 'nothing') expect(await part('headline')).toBe(null)
      expect(await manners.web.said()).toEqual([])
    })
  })

  it('that mend what they broke have their banner then', () =>
    manners.visit(
      {
        before: `const own = window.getComputedStyle
          let isBroken = true
          window.mend = () => { isBroken = false; document.body.append(document.createElement('i')) }
          window.getComputedStyle = (...all) => { if (isBroken) throw new Error('patched'); return own(...all) }`,
      },
      async ({ run, seen, reads, part, headline, wrong }) => {
        await seen('document.querySelectorAll("script[src*=podlight-]").length > 1', true)
        await reads()
        expect(await part('headline')).toBe(null)
        await run('mend()')
        await headline()
        expect(await wrong()).toEqual([])
      },
    ))
})
