/** A place within the chat's own frame. */
export interface Inside {
  /** What the banner is to stand beside, never in. */
  readonly root: HTMLElement
  /** Where the chat's header ends, in pixels from the top of its frame. */
  readonly below: number
}

/** What the banner must know of a chat. An adapter reads the page and leaves it as it is. */
export interface Chat {
  /** Whether the page is to have this chat: its script is there, though the chat may not be. */
  isDue(): boolean
  /** What holds the chat in the page; null while there is none. */
  anchor(): HTMLElement | null
  /** Whether it is open, as far as is known; its size is looked at in any case. */
  isOpen(): boolean
  /** Null where it cannot be entered, or looks otherwise than is known. */
  inside(): Inside | null
  /** Calls back when the chat says that something changed. Called often: what it did before it does not do again. */
  listen(changed: () => void, signal: AbortSignal): void
}

/** Bigger than any launcher, smaller than any panel. */
export const PANEL = 220

/** Whether something in the page is big enough, and in sight, to be an open chat. */
export const looksOpen = (anchor: HTMLElement): boolean => {
  const { width, height, bottom, top, right, left } = anchor.getBoundingClientRect()
  const { visibility, opacity } = getComputedStyle(anchor)
  return (
    width >= PANEL &&
    height >= PANEL &&
    bottom > 0 &&
    top < innerHeight &&
    right > 0 &&
    left < innerWidth &&
    visibility !== 'hidden' &&
    opacity !== '0'
  )
}

/** The site has no chat that is known, or wants none to be looked for. */
export const noChat: Chat = {
  isDue: () => false,
  anchor: () => null,
  isOpen: () => false,
  inside: () => null,
  listen: () => undefined,
}
