import type { WakeAt } from './alarm.ts'

/** New to the visitor, opened by them, or out of the way of the conversation. */
export type Fold = 'new' | 'opened' | 'folded'

/** How long the banner stands in sight before it folds. */
const STANDS = 12_000
/** A chat that has just opened takes the focus and scrolls by itself. */
const SETTLES = 500
const FIELD = 'textarea,input,[contenteditable]'

/** When a banner over a conversation folds, so that the conversation can be read. */
export const createFolding = (wakeAt: WakeAt, look: () => void, signal: AbortSignal) => {
  let fold: Fold = 'new'
  let shown = ''
  /** Milliseconds in sight, up to `since`; that is 0 while it is out of sight. */
  let seen = 0
  let since = 0
  let conversation: Document | undefined

  const inSight = (isInSight: boolean): void => {
    const now = Date.now()
    if (since) seen += now - since
    since = isInSight ? now : 0
  }
  const stand = (how: Fold): void => {
    fold = how
    seen = since = 0
  }
  const makeWay = (): void => {
    inSight(since > 0)
    if (seen < SETTLES) return
    seen = STANDS
    look()
  }
  document.addEventListener('visibilitychange', () => document.hidden && inSight(false), { signal })

  return {
    open: (): void => stand('opened'),
    outOfSight: (): void => inSight(false),
    /** How what is shown stands now, which `key` tells from what was shown before. */
    foldOf: (key: string, host: HTMLElement): Fold => {
      if (key !== shown) stand('new')
      shown = key
      inSight(true)
      wakeAt(Date.now() + STANDS - seen)
      // Never from under somebody who is about to use it.
      if (seen >= STANDS && !host.matches(':focus-within,:hover')) fold = 'folded'
      return fold
    },
    /** Watches the document of a chat for visitors who turn to it: they go to write, or they scroll. */
    watch: (document: Document): void => {
      if (document === conversation) return
      conversation = document
      const options = { capture: true, passive: true, signal }
      document.addEventListener('scroll', makeWay, options)
      document.addEventListener(
        'focusin',
        ({ target }) => (target as Element).matches(FIELD) && makeWay(),
        options,
      )
    },
  }
}
