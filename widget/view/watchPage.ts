import { quietly } from '../quietly.ts'

// Chats come, go and move without a word. Nothing runs here while nothing happens: browsers tell of what changes.

/** A page that changes is left a moment: it may change many times a second, and frames it added begin to load. */
const MOMENT = 250

const EVERYTHING = { subtree: true, childList: true, attributes: true }
/** Of what a page tells: what calls for a look at once, and what may come in crowds. */
const AT_ONCE = ['resize', 'storage', 'languagechange', 'visibilitychange', 'pageshow']
const IN_CROWDS = ['scroll', 'load', 'transitionend', 'animationend']
const DARK = '(prefers-color-scheme:dark)'
/** An element that moves by a hundredth of its size is heard of. */
const HUNDREDTHS = Array.from({ length: 101 }, (_, part) => part / 100)

/** Calls back where what is shown, or where it stands, may have changed. */
export const watchPage = (tag: Node, look: () => void) => {
  let ending: AbortController | undefined
  let frame = 0
  let timer = 0
  let mutations: MutationObserver | undefined
  let sizes: ResizeObserver | undefined
  let moves: IntersectionObserver | undefined
  let sized: HTMLElement | null = null
  let margins = ''

  const lookNextFrame = quietly(undefined, (): void => {
    frame ||= requestAnimationFrame(() => {
      clearTimeout(timer)
      frame = timer = 0
      look()
    })
  })
  const lookSoon = quietly(undefined, (): void => {
    timer ||= setTimeout(lookNextFrame, MOMENT)
  })

  const begin = quietly(undefined, (): void => {
    ending = new AbortController()
    const { signal } = ending
    const options = { capture: true, passive: true, signal }
    for (const event of AT_ONCE) addEventListener(event, lookNextFrame, options)
    for (const event of IN_CROWDS) addEventListener(event, lookSoon, options)
    matchMedia(DARK).addEventListener('change', lookSoon, { signal })
    mutations = new MutationObserver(lookSoon)
    mutations.observe(document, EVERYTHING)
    // The owner may change what it says, also where it is in the page no more.
    mutations.observe(tag, { attributes: true })
  })

  /** The chat's own frame is a document of its own; null where it is of another origin. */
  const watchFrame = quietly(undefined, (anchor: HTMLElement | null): void => {
    const inner = (anchor as HTMLIFrameElement | null)?.contentDocument
    if (inner) mutations?.observe(inner, EVERYTHING)
  })

  const watchSize = quietly(undefined, (element: HTMLElement | null): void => {
    if (element === sized) return
    sizes?.disconnect()
    sized = element
    sizes = new ResizeObserver(lookNextFrame)
    if (element) sizes.observe(element)
  })

  /** Lays a frame about an element, exactly: whatever moves it then, moves it out of that. */
  const watchMoves = quietly(undefined, (element: HTMLElement | null): void => {
    const { top = 0, right = 0, bottom = 0, left = 0 } = element?.getBoundingClientRect() ?? {}
    const { clientWidth, clientHeight } = document.documentElement
    const insets = [top, clientWidth - right, clientHeight - bottom, left].map(
      (inset) => `${-Math.floor(inset)}px`,
    )
    const now = insets.join(' ')
    if (now === margins) return
    margins = now
    moves?.disconnect()
    // It may be about to move on.
    lookNextFrame()
    if (!element) return
    moves = new IntersectionObserver(lookNextFrame, {
      root: document,
      rootMargin: now,
      threshold: HUNDREDTHS,
    })
    moves.observe(element)
  })

  return {
    lookNextFrame,
    /** Watches on, and the chat that the banner stands at. Not the banner: where it moves itself, it would never rest. */
    follow: (anchor: HTMLElement | null): void => {
      if (!ending) begin()
      watchFrame(anchor)
      watchSize(anchor)
      watchMoves(anchor)
      // What was changed by drawing is no news.
      mutations?.takeRecords()
    },
    /** Nothing is to be shown, so nothing is to be seen. */
    rest: quietly(undefined, (): void => {
      ending?.abort()
      ending = undefined
      for (const observer of [mutations, sizes, moves]) observer?.disconnect()
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      frame = timer = 0
      sized = null
      margins = ''
    }),
  }
}
