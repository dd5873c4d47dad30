import type { BrowserContext, Page } from 'playwright-core'
import type { Browser } from '../../../scripts/browsers/find.ts'

// A web page in a real browser, whichever it is. What only one browser can do has no place here.

/** Something a page, or the browser about the page, put on the console. */
export interface Said {
  readonly kind: 'error' | 'warning'
  readonly text: string
}

export interface WebOptions {
  readonly locale?: string
  readonly timezone?: string
  readonly colorScheme?: 'light' | 'dark'
  readonly reducedMotion?: boolean
  /** As where a visitor forbids sites to store: reading `localStorage` throws, or gives null in WebKit. */
  readonly storage?: 'blocked'
  /** The port of a proxy on this machine, for every host but this machine's own. */
  readonly proxy?: number
  /** More for Chromium alone. */
  readonly args?: readonly string[]
}

export type Key =
  | 'Tab'
  | 'Shift+Tab'
  | 'Enter'
  | 'Escape'
  | 'Space'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'

/** One tab. Calls to tabs of a browser wait for one another, so a call must not wait for what another tab does. */
export interface Web {
  readonly name: Browser
  /** Opens an address, and waits until it is loaded. */
  open(url: string): Promise<void>
  /** Runs the body of an async function in the page, and gives back what that returns, as JSON has it. */
  run(body: string): Promise<unknown>
  /** Clicks the middle of the element that an expression gives, with a mouse; frames that can be entered count. */
  click(element: string): Promise<void>
  press(key: Key): Promise<void>
  /** A picture as PNG; null in WebKit, whose driver never finishes one. */
  picture(): Promise<Buffer | null>
  /** Another tab of the same profile, behind this one. */
  newTab(url: string): Promise<Web>
  /**
   * Puts this tab before the others, so that those are hidden. Only Firefox does: without a screen, every tab of
   * Chromium's counts as visible; and WebKit, which opens tabs hidden, cannot be told to show one.
   */
  show(): Promise<void>
  /** The page's own size, without the window around it. */
  resize(width: number, height: number): Promise<void>
  reload(): Promise<void>
  back(): Promise<void>
  /** What is on the console since this was last asked; of all tabs in Firefox, of this one elsewhere. */
  said(): Promise<readonly Said[]>
  /** Closes this tab, and with the first one the browser. */
  close(): Promise<void>
  /** What Playwright gives, in Chromium. */
  readonly playwright: { readonly page: Page; readonly context: BrowserContext } | null
}
