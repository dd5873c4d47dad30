import type { Web } from './web.ts'

// What the browser itself says of a page's calm: layout that moved, and tasks that held everything up.

const FRAME = 'document.querySelector("#kustomer-ui-sdk-iframe")'

/** Waits until a page was drawn as it is now, and whoever watches that was told. */
const DRAWN = `for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve))`

/** Begins to note shifts and long tasks, in the page and in the chat's frame: each tells of itself alone. */
export const watchCalm = async (web: Web): Promise<void> => {
  await web.run(`
    ${DRAWN}
    window.__shifts = []
    window.__tasks = []
    const watch = (view, where) => {
      new view.PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries())
          __shifts.push({ where, value, what: sources.map(({ node }) => node?.nodeName) })
      }).observe({ type: 'layout-shift' })
      new view.PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) __tasks.push({ where, duration })
      }).observe({ type: 'longtask' })
    }
    watch(window, 'page')
    const frame = ${FRAME}
    if (frame) watch(frame.contentWindow, 'chat')`)
}

export interface Calm {
  readonly shifts: readonly {
    readonly where: string
    readonly value: number
    readonly what: readonly string[]
  }[]
  readonly tasks: readonly { readonly where: string; readonly duration: number }[]
}

/** What was noted up to now. */
export const calmOf = async (web: Web): Promise<Calm> =>
  (await web.run(`${DRAWN}; return { shifts: __shifts, tasks: __tasks }`)) as Calm
