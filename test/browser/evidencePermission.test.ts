import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webkitParts } from '../../scripts/browsers/find.ts'
import { until } from '../../scripts/stage/until.ts'
import { type AgentApp, FIREFOX_SETTINGS, ORGANISATION, startAgentApp } from './support/agentApp.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import type { Eye } from './support/extensionPage.ts'
import { type Firefox, startFirefox } from './support/firefox.ts'
import { type AppPage, counted, watchOrganisation } from './support/requestCases.ts'
import { startScreen } from './support/screen.ts'
import { pressOn } from './support/screenKeys.ts'

// The browser itself asks, and its own window is answered: a click on a page can allow nothing.

/** A browser believes nobody who answers sooner. */
const READ = 1200

const API = 'const api = window.browser ?? window.chrome;'
const ORIGINS = [`https://${ORGANISATION}.api.kustomerapp.com/*`, `https://${ORGANISATION}.kustomerapp.com/*`]
const ASKED = { permissions: ['webRequest'], origins: ORIGINS }

/** The next click on the page asks, as the button of a page does. */
const askOnClick = (eye: Eye): Promise<unknown> =>
  eye.run(`${API}
    window.answer = null;
    document.documentElement.onclick = () => {
      document.documentElement.onclick = null;
      api.permissions.request(${JSON.stringify(ASKED)})
        .then((is) => { window.answer = is }, (error) => { window.answer = String(error) });
    }`)
const allowedNow = async (eye: Eye): Promise<readonly string[]> =>
  (await eye.run(`${API}
    const { permissions, origins } = await api.permissions.getAll();
    return [...permissions.filter((one) => one === 'webRequest'), ...origins].sort()`)) as string[]

const stored = async (
  eye: Eye,
): Promise<{ organisation: string | null; evidence: string; since: number | null }> =>
  (await eye.run(`${API}
    const { watch, settings } = await api.storage.local.get(['watch', 'settings']);
    return { organisation: watch.value.organisation, since: watch.value.since, evidence: settings.value.evidence }`)) as never

/** What the page of the app asks is counted. */
const isCounted = async (eye: Eye, app: AgentApp, page: AppPage): Promise<void> => {
  await page.open(app.app)
  await page.run(`await fetch('${app.api}/v1/200/well')`)
  await until(
    () => counted(eye),
    (row) => /"ok":1|:"ok"/.test(JSON.stringify(row)),
    'what was counted',
    25_000,
  )
  // The counts are written first.
  await until(
    () => stored(eye),
    ({ since }) => since !== null,
    'since when requests are seen',
  )
}

interface Hands {
  /** Clicks anywhere on the page. */
  click(): Promise<void>
  /** Answers what the browser then asks. */
  answer(isAllowed: boolean): Promise<void>
}

const askWith = async (eye: Eye, { click, answer }: Hands, isAllowed: boolean): Promise<void> => {
  await askOnClick(eye)
  await click()
  await answer(isAllowed)
  await until(
    () => eye.run('return window.answer'),
    (said) => said === isAllowed,
    `the answer ${isAllowed}`,
  )
}

/** Refused, what was wished for is known and nothing is watched; allowed, it is the browser's to show. */
const isRefusedAndAllowed = async (eye: Eye, hands: Hands): Promise<void> => {
  await watchOrganisation(eye)
  await askWith(eye, hands, false)
  expect(await allowedNow(eye)).toEqual([])
  expect(await counted(eye)).toBeNull()
  expect(await stored(eye)).toEqual({ organisation: ORGANISATION, evidence: 'shadow', since: null })
  await askWith(eye, hands, true)
  expect(await allowedNow(eye)).toEqual([...ORIGINS, 'webRequest'].sort())
}

/** Taken back in the browser, it ends at once and the wish stays to be seen; taken back here, nothing stays. */
const isTakenBack = async (eye: Eye): Promise<void> => {
  const [first] = ORIGINS
  await eye.run(`${API} await api.permissions.remove({ permissions: [], origins: ['${first}'] })`)
  await until(
    () => counted(eye),
    (row) => row === null,
    'no counts',
  )
  expect((await stored(eye)).organisation).toBe(ORGANISATION)
  await watchOrganisation(eye, null)
  expect(await allowedNow(eye)).toEqual([])
  expect(await stored(eye)).toEqual({ organisation: null, evidence: 'off', since: null })
}

// Both wait for the same seconds, in which counts are written.
describe.concurrent('being allowed to see requests', () => {
  let app: AgentApp
  beforeAll(async () => {
    app = await startAgentApp()
  })
  afterAll(() => app.close())

  it.skipIf(webkitParts().xvfb === null)('is up to the user in Chromium', async () => {
    const { child, display } = await startScreen(String(webkitParts().xvfb))
    const profile = mkdtempSync(join(tmpdir(), 'podlight-'))
    const start = (): Promise<Chromium> => startChromium({ display, profile, args: app.args })
    let browser = await start()
    try {
      const { page, context } = browser
      // The welcome page comes by itself, and in front.
      await until(
        async () => context.pages().some((one) => one.url().endsWith('/welcome.html')),
        (isThere) => isThere,
        'the welcome page',
      )
      await page.bringToFront()
      // Playwright would have every page believe that it has the focus.
      const session = await context.newCDPSession(page)
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: false })
      const hasFocus = (wanted: boolean): Promise<unknown> =>
        until(
          () => page.evaluate('document.hasFocus()'),
          (has) => has === wanted,
          wanted ? 'the page in focus' : 'the question',
        )
      await isRefusedAndAllowed(browser, {
        click: async () => {
          // After a question that was answered, it comes back a moment later.
          await hasFocus(true)
          await page.locator('h1').click()
        },
        answer: async (isAllowed) => {
          // The page loses the focus once the question is there.
          await hasFocus(false)
          // It takes no answer that comes before anybody could have read it, and who is hasty waits longer.
          const shown = Date.now()
          await until(
            async () => Date.now() - shown,
            (time) => time > READ,
            'the time to read it',
          )
          await pressOn(display, isAllowed ? ['Tab', 'Enter'] : ['Escape'])
        },
      })
      // Chromium shows no request to who was allowed just now, until it is started anew.
      await browser.close()
      browser = await start()
      const one = await browser.context.newPage()
      await isCounted(browser, app, {
        open: (url) => one.goto(url),
        run: (body) => one.evaluate(`(async () => { ${body} })()`),
      })
      await isTakenBack(browser)
    } finally {
      await browser.close()
      rmSync(profile, { recursive: true, force: true })
      child.kill()
    }
  })

  it('is up to the user in Firefox', async () => {
    const settings = { ...FIREFOX_SETTINGS, 'security.notification_enable_delay': 0 }
    const browser: Firefox = await startFirefox(undefined, settings, { acceptInsecureCerts: true })
    try {
      await isRefusedAndAllowed(browser, {
        click: () => browser.click('document.querySelector("h1")'),
        answer: async (isAllowed) => {
          const button = isAllowed ? 'button' : 'secondaryButton'
          await until(
            async () => {
              // It is asked in front of the page that wants it.
              await browser.show()
              return browser.inBrowser(`
                const question = window.PopupNotifications.panel.firstElementChild;
                if (question?.id !== 'addon-webext-permissions-notification') return false;
                question.${button}.click();
                return true;`)
            },
            (isThere) => isThere === true,
            'the question',
          )
        },
      })
      await isCounted(browser, app, await browser.tab())
      await isTakenBack(browser)
    } finally {
      await browser.close()
    }
  })
})
