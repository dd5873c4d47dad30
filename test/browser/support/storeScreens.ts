import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { load } from '../../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../../scripts/replay/server.ts'
import { shifted } from '../../../scripts/replay/shift.ts'
import { MINUTE } from '../../../shared/model/limits.ts'
import { SCREENS, type ScreenName, type Shot, type Shots } from '../../../store/pictures.ts'
import { DRAWN } from './axe.ts'
import { type Chromium, startChromium } from './chromium.ts'
import { createExtensionClock } from './extensionClock.ts'
import { badgeIs, click, says } from './extensionPage.ts'
import { playVendor } from './vendorHost.ts'

// The screens that the stores show, brought about in the real extension as an agent would see them.

/** Always the same, so that the words are; far ahead, so that the browser rings no alarm by itself. */
const BEGAN = Date.UTC(2099, 1, 3, 9, 33)
const RECORDING = '2024-12-19-chat-attachments'

/** What a popup has room for, and a page of the width it has. */
const POPUP = { width: 384, height: 600 }
const PAGE = { width: 680, height: 640 }

/** What a team that answers in chat, by mail and on the phone does not use. */
const UNUSED = [
  'SMS',
  'WhatsApp',
  'Facebook',
  'Instagram',
  'Twitter',
  'Assistants and AI agents',
  'Satisfaction surveys',
  'Webhooks',
  'Exports',
  'Bulk jobs',
  'Tracking',
  'Registration',
  'The audit log',
]

/** One typeface on every machine. */
export const TYPEFACE = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
).toString('base64')

/** A page of the extension loads no typeface, but takes one that it is given. */
export const DRESS = `(async () => {
  const bytes = Uint8Array.from(atob('${TYPEFACE}'), (one) => one.charCodeAt(0));
  document.fonts.add(await new FontFace('Inter', bytes, { weight: '100 900' }).load());
  document.documentElement.style.setProperty('--type', 'Inter');
})()`

/** Notes what the background shows as a notification, besides showing it. */
const NOTE = `(() => {
  const { create } = chrome.notifications;
  chrome.notifications.create = (...given) => {
    self.lastShown = given.find((one) => typeof one === 'object');
    return create.apply(chrome.notifications, given);
  };
})()`

const wordsOf = async (page: Page): Promise<string[]> =>
  String(await page.evaluate('document.body.innerText'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Clears what a team does not use, one after the other as a hand does. */
const cleared = async (page: Page, names: readonly string[]): Promise<void> => {
  // A page behind another is drawn once a second.
  await page.bringToFront()
  for (const name of names) await page.locator('#work').getByRole('checkbox', { name, exact: true }).uncheck()
}

/** Opens one line of the popup. */
const opened = (page: Page, summary: string): Promise<unknown> =>
  page.evaluate(`[...document.querySelectorAll('summary')]
    .find((one) => one.textContent === ${JSON.stringify(summary)}).parentElement.open = true`)

const scrolledTo = (page: Page, selector: string, above: number): Promise<unknown> =>
  page.evaluate(`(() => {
    const found = document.querySelector(${JSON.stringify(selector)});
    scrollTo({ top: scrollY + found.getBoundingClientRect().top - ${above}, behavior: 'instant' });
  })()`)

interface Studio {
  readonly browser: Chromium
  /** Moves the status page and the agent's browser on, to so many minutes after the first word of the trouble. */
  at(minutes: number): Promise<void>
  look(name: ScreenName, page: Page): Promise<void>
}

const play = async ({ browser, at, look }: Studio): Promise<void> => {
  await at(-1)
  const welcome = await browser.beside('welcome.html')
  await welcome.page.getByRole('radio', { name: 'European Union' }).check()
  await says(welcome, 'No trouble is reported')
  // Pages know as soon as it is stored, which the toolbar follows.
  await badgeIs(browser, '', 'No trouble')
  await welcome.page.mouse.move(0, 0)
  await look('welcome', welcome.page)

  await says(browser, 'Data and integrations')
  await cleared(browser.page, UNUSED)
  await click(browser, 'Quiet hours')
  await says(browser, 'Saved.')
  // As it is found by who comes back to it.
  await browser.open('options.html')
  await says(browser, 'Quiet hours')
  await scrolledTo(browser.page, '#work', 16)
  await look('options', browser.page)

  await at(22)
  await badgeIs(browser, '!')
  const popup = await browser.beside('popup.html')
  await says(popup, 'Attachments in chat have had errors')
  await look('trouble', popup.page)
  await opened(popup.page, 'What’s affected, and why')
  await opened(popup.page, 'Not reported as affected')
  await opened(popup.page, 'What the status page says')
  await scrolledTo(popup.page, '.fold', 0)
  await look('why', popup.page)

  await at(95)
  await badgeIs(browser, '')
  const later = await browser.beside('popup.html')
  await says(later, 'had errors from')
  await look('over', later.page)
}

const startPage = async (): Promise<Replay> => {
  const [recording] = load([RECORDING])
  const first = recording?.updates[0]
  if (recording === undefined || first === undefined) throw new Error(`There is no recording ${RECORDING}.`)
  const moved = shifted(recording, BEGAN - Date.parse(first.at))
  return startReplay({ recordings: [moved], at: BEGAN - MINUTE })
}

const toolbarOf = async (browser: Chromium, page: Page): Promise<Shot['toolbar']> => {
  const [badge, color] = (await browser.run(
    'return [await chrome.action.getBadgeText({}), await chrome.action.getBadgeBackgroundColor({})]',
  )) as [string, readonly number[]]
  // Browsers do not tell which icon they show. The popup's is the same.
  const level = await page.evaluate(
    `document.querySelector('.head img')?.getAttribute('src').replace(/.*\\/|\\.svg/g, '') ?? 'ok'`,
  )
  return { level: String(level), badge, color: `rgb(${color.slice(0, 3)})` }
}

const pictureOf = async (page: Page, scheme: 'light' | 'dark', scale: number): Promise<Buffer> => {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await page.evaluate(DRESS)
  await page.evaluate(DRAWN)
  const clip = (await page.evaluate(`({
    x: 0,
    y: scrollY,
    width: innerWidth,
    height: Math.min(innerHeight, document.body.offsetHeight),
  })`)) as { x: number; y: number; width: number; height: number }
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip: { ...clip, scale } })
  return Buffer.from(data, 'base64')
}

/** Plays the screens, one after the other, in one browser; what is to be done with them is done before it closes. */
export const playScreens = async (
  use: (shots: Shots, browser: Chromium) => Promise<void>,
  withPictures: boolean,
): Promise<void> => {
  const page = await startPage()
  const vendor = await playVendor(page)
  const browser = await startChromium({ args: vendor.args, timezone: 'Europe/London' })
  const [background] = browser.context.serviceWorkers()
  const shots: Partial<Record<ScreenName, Shot>> = {}
  try {
    await background?.evaluate(NOTE)
    await play({
      browser,
      at: async (minutes) => {
        const time = BEGAN + minutes * MINUTE
        page.setTime(time)
        await createExtensionClock(time).join(browser)
      },
      look: async (name, seen) => {
        const screen = SCREENS.find((one) => one.name === name)
        if (screen === undefined) throw new Error(`There is no screen ${name}.`)
        // The size decides what a page has room to show.
        await seen.setViewportSize(screen.page === 'popup' ? POPUP : PAGE)
        shots[name] = {
          words: await wordsOf(seen),
          picture: withPictures ? await pictureOf(seen, screen.scheme, screen.scale) : Buffer.alloc(0),
          toolbar: await toolbarOf(browser, seen),
          notification: ((await background?.evaluate('self.lastShown')) ?? null) as Shot['notification'],
        }
      },
    })
    await use(shots as Shots, browser)
  } finally {
    await browser.close()
    await vendor.close()
    await page.close()
  }
}
