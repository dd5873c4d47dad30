import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { isRow } from '../../shared/model/guards.ts'
import { type AgentApp, FIREFOX_SETTINGS, startAgentApp } from './support/agentApp.ts'
import { allowedBuild } from './support/allowedBuild.ts'
import { startChromium } from './support/chromium.ts'
import type { Eye } from './support/extensionPage.ts'
import { ADDON, startFirefox } from './support/firefox.ts'
import {
  asBefore,
  askAll,
  counted,
  linesOn,
  noteEvents,
  votesIn,
  watchOrganisation,
} from './support/requestCases.ts'

/** Counts are written after that at the latest. */
const WRITTEN = 25_000

let app: AgentApp
beforeAll(async () => {
  app = await startAgentApp()
})
afterAll(() => app.close())

const COMMON = {
  '/': ['start', '200 is ok'],
  '/v1/200/well': ['start', '200 is ok'],
  '/v1/500/readable': ['start', '500 is bad'],
  '/v1/429/attachments': ['start', '429 is limited'],
  '/v1/401/refused-by-login': ['start', '401 is void'],
  '/v1/500/large': ['start', '500 is bad'],
  '/v1/500/worker': ['start', '500 is bad'],
  '/v1/500/shared': ['start', '500 is bad'],
  '/v1/500/preflight': ['start', '500 is bad'],
  '/v1/hanging/on': ['start'],
  '/v1/cached': ['start', '200 is ok', 'start', 'CACHE is void'],
}
const CHROMIUM = {
  ...COMMON,
  '/v1/503/unreadable': ['start', 'net::ERR_FAILED is failed'],
  '/v1/hanging/aborted': ['start', 'net::ERR_ABORTED is void'],
  '/v1/hanging/timeout': ['start', 'net::ERR_ABORTED is void'],
  '/v1/hanging/away': ['start', 'net::ERR_ABORTED is void'],
  '/v1/refused': ['start', 'net::ERR_CONNECTION_REFUSED is lost'],
  '/v1/reset': ['start', 'net::ERR_EMPTY_RESPONSE is lost'],
}
const FIREFOX = {
  ...COMMON,
  '/v1/503/unreadable': ['start', '503 is bad'],
  '/v1/hanging/aborted': ['start', 'NS_BINDING_ABORTED is void'],
  '/v1/hanging/timeout': ['start', 'NS_BINDING_ABORTED is void'],
  '/v1/hanging/away': ['start', 'NS_BINDING_ABORTED is void'],
  '/v1/refused': ['start', 'NS_ERROR_CONNECTION_REFUSED is lost'],
  '/v1/reset': ['start', 'NS_ERROR_NET_RESET is lost'],
  '/v1/500/preflight OPTIONS': ['start', '204 is ok'],
}

/** What the detector makes of them. */
const votesWhere = (unreadable: string) => ({
  '/': 'ok',
  '/v1/200/well': 'ok',
  '/v1/500/readable': 'bad',
  '/v1/503/unreadable': unreadable,
  '/v1/429/attachments': 'bad',
  '/v1/401/refused-by-login': 'nothing',
  '/v1/hanging/aborted': 'nothing',
  '/v1/hanging/timeout': 'nothing',
  '/v1/hanging/away': 'nothing',
  '/v1/refused': 'lost',
  '/v1/reset': 'lost',
  '/v1/500/large': 'bad',
  '/v1/500/worker': 'bad',
  '/v1/500/shared': 'bad',
  '/v1/500/preflight': 'bad',
  '/v1/hanging/on': 'under way',
  '/v1/cached': 'ok',
})

/** Every line but the page that was left to, once all of them are there. */
const expectLines = async (eye: Eye, expected: Record<string, readonly string[]>): Promise<void> => {
  const { '/elsewhere': _, ...lines } = await linesOn(eye, (all) =>
    Object.entries(expected).every(([path, said]) => (all[path]?.length ?? 0) >= said.length),
  )
  expect({ ...lines, '/': [...new Set(lines['/'])] }).toEqual(expected)
}

const expectVotes = async (eye: Eye, expected: ReturnType<typeof votesWhere>): Promise<void> => {
  const paths = Object.keys(expected)
  const votes = await until(
    async () => {
      const row = await counted(eye)
      return isRow(row) && isRow(row['counts'])
        ? votesIn(row, paths, { '/v1/429/attachments': 'attachments' })
        : {}
    },
    (all) => all['/v1/hanging/on'] === 'under way',
    'what the background counted',
    WRITTEN,
  )
  expect(votes).toEqual(expected)
}

// Each waits for the same seconds.
describe.concurrent('each way in which a request may go', () => {
  it('is a line and a vote in Chromium', async () => {
    const build = allowedBuild()
    const browser = await startChromium({ folder: build.folder, args: app.args })
    try {
      await watchOrganisation(browser)
      await noteEvents(browser)
      const [page, other] = await Promise.all(
        [0, 1].map(async () => {
          const one = await browser.context.newPage()
          return {
            open: (url: string) => one.goto(url),
            run: (body: string) => one.evaluate(`(async () => { ${body} })()`),
          }
        }),
      )
      if (!page || !other) throw new Error('no pages')
      // The first request wakes it.
      await browser.kill()
      await asBefore(browser)
      await askAll(page, other, app)
      await expectLines(browser, CHROMIUM)
      await expectVotes(browser, votesWhere('failed'))
    } finally {
      await browser.close()
      build.remove()
    }
  })

  it('is a line and a vote in Firefox', async () => {
    const settings = { ...FIREFOX_SETTINGS, 'extensions.webextOptionalPermissionPrompts': false }
    const browser = await startFirefox(undefined, settings, { acceptInsecureCerts: true })
    try {
      await browser.run(`document.documentElement.onclick = () => {
        window.answer = browser.permissions.request({ permissions: ['webRequest'],
          origins: ['https://acme.kustomerapp.com/*', 'https://acme.api.kustomerapp.com/*'] });
      }`)
      await until(
        () => browser.run('return document.querySelector("h1") !== null'),
        (isThere) => isThere === true,
        'a page to click on',
      )
      await browser.click('document.querySelector("h1")')
      expect(await browser.run('return window.answer')).toBe(true)
      await watchOrganisation(browser)
      await noteEvents(browser)
      const end = (): Promise<unknown> =>
        browser.inBrowser(`return WebExtensionPolicy.getByID('${ADDON}').extension.terminateBackground()`)
      // Firefox wakes it for what it listened to from its start, which the one that was allowed something did not.
      await end()
      await watchOrganisation(browser)
      const [page, other] = [await browser.tab(), await browser.tab()]
      await end()
      await asBefore(browser)
      await askAll(page, other, app)
      await expectLines(browser, FIREFOX)
      await expectVotes(browser, votesWhere('bad'))
    } finally {
      await browser.close()
    }
  })
})
