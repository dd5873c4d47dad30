import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { permissionsOf } from '../../extension/domain/evidence/origins.ts'
import { NO_WATCH, type Noticed, SHADOW } from '../../extension/domain/evidence/watch.ts'
import { until } from '../../scripts/stage/until.ts'
import { DAY, HOUR, MINUTE } from '../../shared/model/limits.ts'
import { noticedAt, ORGANISATION, watchOf } from '../support/noticed.ts'
import { clickIcon } from './support/action.ts'
import { allowedBuild } from './support/allowedBuild.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { click, type Eye, says, setUp, textOf, toolbarIn, unfold } from './support/extensionPage.ts'
import { startFirefox } from './support/firefox.ts'
import { look, PICTURES } from './support/look.ts'
import { answering, keepWatch, keptWatch } from './support/noticed.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

const TITLE = 'Is it me or Kustomer?'

/** An agent's browser, as it is, or one in which requests may be watched from the start. */
const agents = (isAllowed = false) => {
  const here = {} as { browser: Chromium; scenario: Scenario }
  let allowed: ReturnType<typeof allowedBuild> | null = null
  beforeAll(async () => {
    allowed = isAllowed ? allowedBuild() : null
    here.scenario = await startScenario(['2024-12-19-chat-attachments'])
    here.browser = await startChromium(allowed ? { folder: allowed.folder } : {})
    await setUp(here.browser, here.scenario, ['prod2'])
  })
  afterAll(async () => {
    await here.browser.close()
    await here.scenario.page.close()
    allowed?.remove()
  })
  return here
}

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
    await says(popup, 'Podlight is watching now. For 14 days it only notes')
    expect(await keptWatch(here.browser)).toMatchObject({
      watch: { organisation: ORGANISATION },
      evidence: 'shadow',
    })
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
    await type('https://Acme.kustomerapp.com/app/customers')
    await browser.page.keyboard.press('Enter')
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

describe('what was noticed', () => {
  const here = agents(true)
  const sign = (more: Partial<Noticed> = {}): Noticed => noticedAt(here.scenario.now(), more)
  const keep = (signs: readonly Noticed[], evidence: 'shadow' | 'on' = 'on', days = 3) =>
    keepWatch(here.browser, { ...watchOf(...signs), since: here.scenario.now() - days * DAY }, evidence)

  /** Looks at the options of it alone, as the others are looked at elsewhere. */
  const lookAt = async (name: string): Promise<void> => {
    await unfold(here.browser)
    await here.browser.run(`for (const one of document.querySelectorAll('main > :not(header, #evidence)'))
      one.style.display = 'none'`)
    expect(await textOf(here.browser)).not.toMatch(/\{\w+\}/)
    await look(here.browser.page, `evidence-${name}`, [360])
  }

  it.each<[string, string, Partial<Noticed>]>([
    ['failing', 'Your own requests to the agent app are failing: 14 of 20 in the last 5 minutes.', {}],
    ['slow', 'are much slower than usual: 14 of 20', { kind: 'slow' }],
    ['unreachable', 'can’t reach Kustomer: 18 of 18', { kind: 'unreachable', bad: 18, tried: 18 }],
    ['refused', 'Your last four attachments were refused.', { what: 'attachments', bad: 4, tried: 4 }],
  ])('stands in the popup beside a pod that reads well: %s', async (name, text, more) => {
    await keep([sign(more)])
    const popup = await here.browser.beside('popup.html')
    await says(popup, text)
    await says(popup, 'No trouble reported')
    if (name === 'unreachable' || PICTURES !== '') await look(popup.page, `noticed-${name}`, [360])
    await popup.page.close()
  })

  it('can be muted by keyboard and heard again, with icon, title and badge following', async () => {
    const { browser } = here
    await keep([sign()])
    const line = 'Your own requests to the agent app are failing: 14 of 20'
    const titleIs = (holds: boolean) =>
      until(
        () => toolbarIn(browser),
        ({ title, text }) => title.includes(line) === holds && text === '',
        'the title',
      )
    const popup = await browser.beside('popup.html')
    await says(popup, line)
    const button = popup.page.getByRole('button', { name: 'Not a problem' })
    await button.press('Enter')
    await says(popup, 'You’ll hear nothing more of this until ')
    await titleIs(false)
    const { mutedUntil } = (await keptWatch(browser)).watch
    expect(Math.round((mutedUntil - here.scenario.now()) / HOUR)).toBe(4)
    // The same button, which the keyboard is still on.
    await popup.page.keyboard.press('Enter')
    await says(popup, line)
    await titleIs(true)
    await popup.page.close()
  })

  it('is copied for whoever can look into it', async () => {
    await keep([sign()])
    const popup = await here.browser.beside('popup.html')
    await here.browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await click(popup, 'Copy for IT or Kustomer')
    await says(popup, '✓ Copied')
    const copied = String(await popup.run('return navigator.clipboard.readText()'))
    expect(copied).toContain('Organization: acme\nBegan: ')
    expect(copied).toContain('Answers: 503 × 12, net::ERR_FAILED × 2')
    await popup.page.close()
  })

  it('is only noted among the options at first, for the user to judge', async () => {
    const { browser, scenario } = here
    const now = scenario.now()
    const early = sign({
      at: now - DAY,
      since: now - DAY - MINUTE,
      end: now - DAY + 4 * MINUTE,
      confirmed: now - DAY + 31 * MINUTE,
    })
    const rare = {
      what: 'attachments',
      bad: 4,
      tried: 4,
      at: now - 2 * DAY,
      since: now - 2 * DAY,
      end: now - 2 * DAY + HOUR,
    }
    await keep([sign(rare), early], 'shadow')
    const popup = await browser.beside('popup.html')
    await says(popup, 'No trouble reported')
    expect(await textOf(popup)).not.toContain('requests')
    await browser.open('options.html')
    await says(browser, 'It would have told you twice.')
    const said = await textOf(browser)
    for (const part of [
      '11 days left.',
      'Kustomer confirmed it 31 minutes later.',
      'The status page hasn’t said so.',
    ])
      expect(said).toContain(part)
    await lookAt('shadow')
    const answer = browser.page.getByRole('button', { name: 'False alarm' }).first()
    await answer.press('Enter')
    await until(
      async () => (await keptWatch(browser)).watch.signs.map((one) => one.said),
      (all) => all.join() === ',false',
      'the answer',
    )
    await says(browser, '✓ False alarm')
    await answer.press('Enter')
    await until(
      async () => (await keptWatch(browser)).watch.signs.map((one) => one.said),
      (all) => all.join() === ',',
      'no answer',
    )
    await popup.page.close()
  })

  it('is said once the trial is over and the user wants it, and all of it is taken back by a click', async () => {
    const { browser } = here
    await keep([], 'shadow', SHADOW / DAY)
    await browser.open('options.html')
    await says(browser, 'The trial is over.')
    await click(browser, 'Tell me in the popup')
    await says(browser, 'Notify me as well')
    await click(browser, 'Notify me as well')
    await until(
      () => keptWatch(browser),
      ({ evidence }) => evidence === 'notify',
      'the choice',
    )
    await click(browser, 'Stop watching and delete this')
    await says(browser, 'Your organization')
    expect(await keptWatch(browser)).toEqual({ watch: NO_WATCH, evidence: 'off' })
  })

  it('is confirmed by the page, and stays in the history', async () => {
    const { browser, scenario } = here
    await scenario.goTo(1)
    const now = scenario.now()
    await keep([sign({ at: now - 31 * MINUTE, since: now - 33 * MINUTE, end: now - MINUTE, confirmed: now })])
    const popup = await browser.beside('popup.html')
    await says(popup, 'Kustomer confirms. You noticed 31 minutes earlier.')
    expect(await textOf(popup)).not.toContain('requests')
    const history = await browser.beside('pod-history.html?pod=prod2')
    await says(history, 'You noticed 31 minutes earlier.')
    await history.page.getByText('7 days').click()
    await until(
      () => history.page.locator('#picture .picture .noticed').count(),
      (count) => count === 1,
      'the mark',
    )
    await look(history.page, 'noticed-history', [360])
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
    await says(browser, `Watching your requests to ${ORGANISATION}.kustomerapp.com since`)
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
