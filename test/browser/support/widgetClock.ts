import type { Laid } from '../../../scripts/stage/served.ts'
import type { Web } from './web.ts'

// Time in pages of the widget's tests: it stands still until a test moves it, in all tabs at once, so that minutes
// pass in no time and nothing happens between two lines of a test.

export const CLOCK_PATH = '/clock.js'

/** How long, in real milliseconds, a page may be busy before it counts as one that waits for something. */
const BUSY = 5000

/**
 * Must be the first script of a page. Timers and dates go by `now`; what takes no time of its own (a turn of the event
 * loop, the network, locks) stays real, and is waited for before time moves on.
 */
const scriptFrom = (start: number): string => `{
  const RealDate = Date
  const { setTimeout: later, clearTimeout: notLater, clearInterval: neverAgain, fetch: ask } = window
  let now = ${start}
  let last = 1e6
  const timers = new Map()
  const underWay = new Set()

  const timer = (repeats) => (run, delay = 0, ...given) => {
    const wait = Number(delay) || 0
    // No more than a turn of the event loop; or how WebKit's driver watches over a script of ours, in the page itself.
    const isDriver = wait === 30000 && /evaluateJavaScriptFunction/.test(new Error().stack)
    if (isDriver || (wait <= 0 && !repeats)) return later.call(window, run, wait, ...given)
    timers.set(++last, { run, given, at: now + Math.max(1, wait), every: repeats ? Math.max(1, wait) : 0 })
    return last
  }
  const ended = (real) => (id) => timers.delete(id) || real.call(window, id)
  Object.assign(window, {
    setTimeout: timer(false),
    setInterval: timer(true),
    clearTimeout: ended(notLater),
    clearInterval: ended(neverAgain),
  })

  window.Date = function (...given) {
    if (!new.target) return new RealDate(now).toString()
    return Reflect.construct(RealDate, given.length > 0 ? given : [now], new.target)
  }
  Date.prototype = RealDate.prototype
  Object.assign(Date, { now: () => now, parse: RealDate.parse, UTC: RealDate.UTC })

  // How long the page has been there, and when it was loaded, are told by this clock too.
  const sinceReal = performance.now.bind(performance)
  performance.now = () => sinceReal() + now - ${start}
  const entries = performance.getEntriesByType
  let loaded = 0
  addEventListener('load', () => { loaded = now - ${start} })
  Object.defineProperty(performance, 'timeOrigin', { value: ${start}, configurable: true })
  performance.getEntriesByType = (type) =>
    type === 'navigation' ? [{ loadEventEnd: loaded || 1 }] : entries.call(performance, type)

  const begun = () => {
    const one = { at: sinceReal() }
    underWay.add(one)
    return () => underWay.delete(one)
  }
  const waitFor = (promise) => {
    const done = begun()
    promise.then(done, done)
    return promise
  }
  let requests = 0
  window.fetch = (...given) => {
    requests++
    const reply = ask.apply(window, given)
    waitFor(reply.then((answer) => answer.clone().arrayBuffer()))
    return reply
  }
  if (window.LockManager) {
    const { request } = LockManager.prototype
    LockManager.prototype.request = function (...given) { return waitFor(request.apply(this, given)) }
  }
  // Scripts that come before the page is loaded hold up its load; later ones are noticed here.
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
      if (document.readyState === 'complete' && node.localName === 'script' && node.src) {
        const done = begun()
        for (const event of ['load', 'error']) node.addEventListener(event, done)
      }
  }).observe(document, { childList: true, subtree: true })

  const turn = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => { port1.close(); resolve() }
    port2.postMessage(0)
  })
  const isBusy = () =>
    document.readyState !== 'complete' ||
    [...underWay].some(({ at }) => sinceReal() - at < ${BUSY})
  const settle = async () => {
    do {
      await turn()
      while (isBusy()) await new Promise((resolve) => later.call(window, resolve, 2))
      await turn()
    } while (isBusy())
  }

  // What is to be drawn is drawn in a frame; a page that is hidden has none.
  const { requestAnimationFrame: frame } = window
  let drawing = 0
  let isBehind = false
  window.requestAnimationFrame = (run) => {
    drawing++
    return frame((at) => {
      drawing--
      isBehind = false
      run(at)
    })
  }
  const drawn = async () => {
    await settle()
    const begun = sinceReal()
    while (drawing > 0 && !isBehind) {
      await turn()
      await settle()
      // A tab behind others has no frames, whatever it is told, and its timers take seconds.
      isBehind = sinceReal() - begun > 2000
    }
  }
  // That a chat moved or grew is heard of in a frame, and drawn in the next one.
  const settleFully = async () => {
    await drawn()
    const isDrawing = document.querySelector('script[src*="podlight-"]') && document.querySelector('podlight-banner, iframe')
    if (isBehind || !isDrawing) return
    for (let frames = 0; frames < 2; frames++) {
      requestAnimationFrame(() => undefined)
      await drawn()
    }
  }

  const spoken = []
  let heard = ''
  const listen = () => {
    const text = [...document.querySelectorAll('podlight-live')]
      .map(({ shadowRoot }) => shadowRoot.querySelector('[role=status]').textContent).join()
    if (text && text !== heard) spoken.push(text)
    heard = text
  }

  const next = (end) => {
    let found
    for (const [id, { at }] of timers) if (at <= end && !(at >= timers.get(found)?.at)) found = id
    return found
  }
  const advance = async (ms, untilAsked = false) => {
    const start = now
    const end = now + ms
    const before = requests
    const isEnough = () => untilAsked && requests > before
    await settleFully()
    for (let id = next(end); id && !isEnough(); id = next(end)) {
      const { run, given, at, every } = timers.get(id)
      now = Math.max(now, at)
      if (every) timers.get(id).at += every
      else timers.delete(id)
      try { run(...given) } catch (error) { later.call(window, () => { throw error }) }
      await drawn()
      listen()
    }
    if (!isEnough()) now = end
    return now - start
  }
  const jump = (ms) => { now += ms }
  window.__clock = { advance, settle: settleFully, jump, spoken, asked: () => requests }
}`

export interface WidgetClock {
  now(): number
  /** The script, as a file of the shop's: a page that is loaded later begins at the time of then. */
  readonly file: Laid
  /** Lets time pass in these tabs, and everything happen that is due meanwhile. */
  advance(ms: number, tabs: readonly Web[]): Promise<void>
  /** Lets no more time pass than it takes until the first of these tabs has fetched something, and read it. */
  advanceUntilAsked(most: number, tabs: readonly Web[]): Promise<void>
}

/** Two tabs cannot move at once: none may be further ahead of the others than timers of a browser are late. */
const STEP = 1000

export const createWidgetClock = (start: number): WidgetClock => {
  let now = start
  /** All tabs tell the new time before anything happens in one of them. */
  const step = async (ms: number, tabs: readonly Web[]): Promise<void> => {
    now += ms
    for (const tab of tabs) await tab.run(`__clock.jump(${ms})`)
    for (const tab of tabs) await tab.run('await __clock.advance(0)')
  }
  const asked = async (tabs: readonly Web[]): Promise<number> => {
    let all = 0
    for (const tab of tabs) all += Number(await tab.run('return __clock.asked()'))
    return all
  }
  return {
    now: () => now,
    file: {
      get body() {
        return scriptFrom(now)
      },
      type: 'text/javascript; charset=utf-8',
      headers: { 'cache-control': 'no-store' },
    },
    advance: async (ms, tabs) => {
      const [only, ...others] = tabs
      if (others.length === 0) {
        now += ms
        await only?.run(`await __clock.advance(${ms})`)
      } else for (let left = ms; left > 0; left -= STEP) await step(Math.min(left, STEP), tabs)
    },
    advanceUntilAsked: async (most, tabs) => {
      const [only, ...others] = tabs
      if (others.length === 0) now += Number(await only?.run(`return __clock.advance(${most}, true)`))
      else {
        const before = await asked(tabs)
        for (let left = most; left > 0 && (await asked(tabs)) === before; left -= STEP) await step(STEP, tabs)
      }
    },
  }
}

/** Waits until a page has done everything that it can do without time passing. */
export const settled = async (web: Web): Promise<void> => {
  await web.run('await __clock.settle()')
}

/** What the widget had read aloud since the page was loaded. */
export const spokenIn = async (web: Web): Promise<readonly string[]> =>
  (await web.run('return __clock.spoken')) as readonly string[]
