import { BROWSERS, type Browser } from '../../../scripts/browsers/find.ts'
import type { Web, WebOptions } from './web.ts'
import { startWebChromium } from './webChromium.ts'
import { startWebFirefox } from './webFirefox.ts'
import { startWebWebkit } from './webWebkit.ts'

const STARTS: Readonly<Record<Browser, (options: WebOptions) => Promise<Web>>> = {
  chromium: startWebChromium,
  firefox: startWebFirefox,
  webkit: startWebWebkit,
}

/** For `describe.each`. */
export const ALL = BROWSERS

/** Starts a browser for web pages, with nothing in its profile. */
export const startWeb = (browser: Browser, options: WebOptions = {}): Promise<Web> => STARTS[browser](options)
