import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { getBrowser } from '../../../scripts/browsers/get.ts'
import type { WebOptions } from './web.ts'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface ChromiumLaunch extends WebOptions {
  /** To go on in a profile that an earlier browser left. */
  readonly profile?: string
  /** A screen to be seen on, for what the browser shows beside its pages. */
  readonly display?: string
  /** What starts it, in place of the browser itself. */
  readonly command?: string
  /** Flags of ours, or of Playwright, that it is started without. */
  readonly without?: readonly string[]
}

export interface LaunchedChromium {
  readonly context: BrowserContext
  close(): Promise<void>
}

/** Where a visitor sets that no site may keep anything. */
const blockStorage = (profile: string): void => {
  mkdirSync(join(profile, 'Default'), { recursive: true })
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
}

/** A Chromium with a profile of its own. */
export const launchChromium = async (options: ChromiumLaunch = {}): Promise<LaunchedChromium> => {
  const { locale = 'en-US', timezone = 'UTC', colorScheme = 'light', args = [], without = [] } = options
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'podlight-'))
  if (options.storage === 'blocked') blockStorage(profile)
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.command ?? getBrowser('chromium'),
    headless: options.display === undefined,
    ...(options.display === undefined ? {} : { env: { ...process.env, DISPLAY: options.display } }),
    colorScheme,
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    locale,
    timezoneId: timezone,
    args: [
      ...QUIET.filter((flag) => !without.includes(flag)),
      ...(options.proxy === undefined ? [] : [`--proxy-server=http://127.0.0.1:${options.proxy}`]),
      ...args,
    ],
    // People have it on; Playwright turns it off.
    ignoreDefaultArgs: ['--disable-back-forward-cache', ...without],
  })
  return {
    context,
    close: async () => {
      await context.close()
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true })
    },
  }
}
