import type { WakeAt } from './alarm.ts'

/** New to the visitor, opened by them, or out of the way of the conversation. */
export type Fold = 'new' | 'opened' | 'folded'

/** How long the banner stands in sight before it folds. */
const STANDS = 12_000
/** A chat that has just opened takes the focus and scrolls by itself. */
const SETTLES = 500
const FIELD = 'textarea,input,[contenteditable]'

/** Whether somebody is about to use it: by a mouse that rests on it, or by the keyboard. A finger leaves no sign. */
const isHeld = (host: HTMLElement): boolean =>
  host.shadowRoot?.querySelector(':focus-visible') !== null ||
  (matchMedia('(hover:hover)').matches && host.matches(':hover'))

/** When a banner over a conversation folds, so that the conversation can be read. */
export const createFolding = (wakeAt: WakeAt, lookSoon: () => void, signal: AbortSignal) => {
  let fold: Fold = 'new'
  let message = ''
  /** Milliseconds in sight, up to `counted`. */
  let seen = 0
  let counted = 0
  /** Since when it is in sight; 0 while it is not. */
  let inSightSince = 0
  let conversation: Document | undefined

  const count = (isInSight: boolean): void => {
    const now = Date.now()
    if (inSightSince) seen += now - counted
    counted = now
    inSightSince = isInSight ? inSightSince || now : 0
  }
  const stand = (how: Fold): void => {
    fold = how
    seen = 0
    counted = Date.now()
  }
  const makeWay = (): void => {
    if (fold === 'folded' || !inSightSince || Date.now() - inSightSince < SETTLES) return
    seen = STANDS
    lookSoon()
  }
  document.addEventListener('visibilitychange', () => document.hidden && count(false), { signal })

  return {
    open: (): void => stand('opened'),
    outOfSight: (): void => count(false),
    /** How a message stands over the conversation now; one that differs from the last one is new. */
    foldOf: (current: string, host: HTMLElement): Fold => {
      count(true)
      if (current !== message) stand('new')
      message = current
      wakeAt(Date.now() + STANDS - seen)
      if (seen >= STANDS && !isHeld(host)) fold = 'folded'
      return fold
    },
    /** Watches the document of a chat for visitors who turn to it: they go to write, or they scroll. */
    watch: (chat: Document): void => {
      if (chat === conversation) return
      conversation = chat
      const options = { capture: true, passive: true, signal }
      chat.addEventListener('scroll', makeWay, options)
      chat.addEventListener(
        'focusin',
        ({ target }) => (target as Element).matches(FIELD) && makeWay(),
        options,
      )
    },
  }
}
