import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { permissionsOf } from '../../extension/domain/evidence/origins.ts'
import { NO_WATCH } from '../../extension/domain/evidence/watch.ts'
import { until } from '../../scripts/stage/until.ts'
import { noticedAt, ORGANISATION, watchOf } from '../support/noticed.ts'
import { clickIcon } from './support/action.ts'
import { click, type Eye, says, setUp, textOf } from './support/extensionPage.ts'
import { startFirefox } from './support/firefox.ts'
import { look } from './support/look.ts'
import { agents, answering, keepWatch, keptWatch } from './support/noticed.ts'
import { startScenario } from './support/scenario.ts'

const TITLE = 'Is it me or Kustomer?'

describe('watching requests, where nobody has allowed it', () => {
  const here = agents()
  beforeEach(() => keepWatch(here.browser, NO_WATCH, 'off'))

  let opened: Pick<Eye, 'run'> | null = null
  // One that is open still would be taken for the next one.
  afterEach(async () => {
    await opened?.run('setTimeout(() => window.close())')
    opened = null
  })
  /** The popup as it opens over a page. */
  const popupOver = async (address: string) => {
    await opened?.run('setTimeout(() => window.close())')
    const page = await here.browser.context.newPage()
    await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '<p>App</p>' }))
    await page.goto(address)
    opened = await clickIcon(here.browser, page)
    return { ...opened, open: async () => undefined }
  }
  const APP = `https://${ORGANISATION}.kustomerapp.com/app`

  it('is offered over the agents’ app alone, and asked for in the click', async () => {
    const elsewhere = await popupOver('https://shop.example.com/')
    await says(elsewhere, 'No trouble reported')
    expect(await textOf(elsewhere)).not.toContain(TITLE)
    const popup = await popupOver(APP)
    await click(popup, TITLE)
    await says(popup, 'never contents, and sends nothing.')
    await answering(popup, true)
    // Before anything is waited for: a browser asks in a click, and not after it.
    const asked = await popup.run(`
      [...document.querySelectorAll('button')].find((one) => one.textContent === 'Allow').click();
      return window.asked;`)
    expect(asked).toEqual([permissionsOf(ORGANISATION)])
    await says(popup, 'Chrome and Edge show it none until they’re restarted. For 14 days it only notes')
    await until(
      () => keptWatch(here.browser),
      ({ watch, evidence }) => watch.organisation === ORGANISATION && evidence === 'shadow',
      'what was asked for',
    )
  })

  it('is a line until somebody wants to know more', async () => {
    const page = await here.browser.context.newPage()
    await page.addInitScript(`chrome.tabs.query = async () => [{ url: '${APP}' }]`)
    await page.goto(`chrome-extension://${here.browser.id}/popup.html`)
    await page.locator('summary').press('Enter')
    await page.getByRole('button', { name: 'Allow' }).waitFor()
    await look(page, 'evidence-offer', [360])
    await page.close()
  })

  it('may be refused, and nothing is kept of it', async () => {
    const popup = await popupOver(APP)
    await click(popup, TITLE)
    await answering(popup, false)
    await click(popup, 'Allow')
    await says(popup, 'That’s fine, nothing is watched.')
    await until(
      () => keptWatch(here.browser),
      ({ watch, evidence }) => watch.organisation === null && evidence === 'off',
      'nothing kept',
    )
  })

  it('is asked for among the options too, for an organization by any part of its address', async () => {
    const { browser } = here
    await browser.open('options.html')
    await answering(browser, false)
    const type = (text: string) => browser.page.getByLabel('Your organization').fill(text)
    await type('two words')
    await browser.page.keyboard.press('Enter')
    await says(browser, 'That isn’t an organization')
    const field = browser.page.getByLabel('Your organization')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await field.getAttribute('aria-describedby')).toBe('organisation-hint')
    expect(await browser.page.locator('#organisation-hint').textContent()).toContain('That isn’t')
    await type('https://Acme.kustomerapp.com/app/customers')
    await browser.page.keyboard.press('Enter')
    expect(await field.getAttribute('aria-invalid')).toBe('false')
    await says(browser, 'That’s fine, nothing is watched.')
    expect(await browser.run('return window.asked')).toEqual([permissionsOf(ORGANISATION)])
  })

  it('says what is missing where it is wished for, and offers either way out', async () => {
    const { browser } = here
    await keepWatch(browser, watchOf(), 'on')
    await browser.open('options.html')
    await says(browser, 'Your browser hasn’t allowed it yet')
    await click(browser, 'Stop watching and delete this')
    await until(
      () => keptWatch(browser),
      ({ evidence }) => evidence === 'off',
      'an end',
    )
  })

  it('is never offered where the company has it off', async () => {
    const { browser } = here
    const value = { set: { evidence: 'off' }, missingSince: null, isNew: false }
    await browser.run(
      `await chrome.storage.local.set({ policy: { version: 1, value: ${JSON.stringify(value)} } })`,
    )
    await browser.open('options.html')
    await says(browser, TITLE)
    const section = browser.page.locator('#evidence')
    expect(await section.textContent()).toContain('Set by your company')
    expect(await section.getByRole('button').count()).toBe(0)
    const popup = await popupOver(APP)
    await says(popup, 'No trouble reported')
    expect(await textOf(popup)).not.toContain(TITLE)
  })
})

it('Firefox allows it in a click, draws the ring round the icon, and has it taken back', async () => {
  const scenario = await startScenario(['2024-12-19-chat-attachments'])
  const unasked = { 'extensions.webextOptionalPermissionPrompts': false }
  const browser = await startFirefox('firefox-mv3-steered', unasked)
  const image = `CustomizableUI.getWidget('podlight_podlight-browser-action').forWindow(window).node
    .querySelector('.webextension-browser-action').style.getPropertyValue('--webextension-toolbar-image')`
  const imageIs = (holds: RegExp) =>
    until(
      () => browser.inBrowser(`return ${image}`),
      (shown) => holds.test(String(shown)),
      `an icon like ${holds}`,
    )
  try {
    await setUp(browser, scenario, ['prod2'])
    await imageIs(/ok\.svg/)
    await browser.run(`const field = document.querySelector('#organisation');
      field.value = '${ORGANISATION}';
      field.dispatchEvent(new Event('input', { bubbles: true }))`)
    await browser.click('document.querySelector("#evidence button")')
    await says(browser, `Allowed for ${ORGANISATION}.kustomerapp.com, but no request has been seen yet.`)
    await keepWatch(browser, { ...watchOf(noticedAt(scenario.now())), since: scenario.now() }, 'on')
    await scenario.asked(1)
    await imageIs(/data:image\/png/)
    await browser.open('popup.html')
    await says(browser, 'Your own requests to the agent app are failing: 14 of 20')
    await browser.open('options.html')
    await click(browser, 'Stop watching and delete this')
    await imageIs(/ok\.svg/)
    expect(await browser.run('return browser.permissions.contains({ permissions: ["webRequest"] })')).toBe(
      false,
    )
  } finally {
    await browser.close()
    await scenario.page.close()
  }
})
