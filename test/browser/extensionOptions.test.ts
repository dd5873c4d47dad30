import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { badgeIs, click, says, setUp, textOf } from './support/extensionPage.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

const settingsOf = async (browser: Chromium): Promise<Record<string, unknown>> => {
  const { settings } = (await browser.run(`return chrome.storage.local.get('settings')`)) as {
    settings: { value: Record<string, unknown> }
  }
  return settings.value
}

describe('options', () => {
  let browser: Chromium
  let scenario: Scenario
  beforeEach(async () => {
    scenario = await startScenario(['2024-12-19-chat-attachments'])
    browser = await startChromium()
    await setUp(browser, scenario, ['prod2'])
  })
  afterEach(async () => {
    await browser.close()
    await scenario.page.close()
  })

  const use = async (address: string): Promise<void> => {
    await browser.page.getByLabel('Address', { exact: true }).fill(address)
    await browser.page.getByRole('button', { name: 'Use this address' }).click()
  }

  /** The poller draws on the same budget, so that is filled first: an address that it cannot pay for is taken unseen. */
  const useAndRead = async (address: string, answer: string): Promise<void> => {
    for (let rings = 0; rings < 4; rings++) {
      await scenario.ring()
      await scenario.settled()
    }
    await use(address)
    await says(browser, answer)
  }

  it('save another address at once, and say so; after many checks they say when it is tried', async () => {
    await scenario.asked(3)
    await use(`${scenario.feed}?again=0`)
    await says(browser, 'Saved.')
    await says(browser, 'Status comes from')
    for (let times = 1; times < 12; times++) {
      await use(`${scenario.feed}?again=${times}`)
      const text = await until(
        () => textOf(browser),
        (one) => !one.includes('Checking the address'),
        'what came of it',
      )
      if (text.includes('Checking in')) break
    }
    expect(await textOf(browser)).toMatch(/Saved\. Checking in \d+ seconds?\./)
    expect(JSON.stringify(await settingsOf(browser))).toContain('?again=')
    await scenario.asked(1)
    await says(browser, 'Status comes from')
  })

  it('do not use an address where the vendor’s page was chosen while it was tried', async () => {
    await scenario.asked(3)
    await use(`${scenario.feed}?again=0`)
    await browser.page.getByText('Kustomer’s status page').click()
    await until(
      () => settingsOf(browser),
      ({ feed }) => feed === null,
      'the vendor’s page in use',
    )
    expect(await browser.page.getByLabel('Kustomer’s status page').isChecked()).toBe(true)
  })

  it('take no address that is none, and say why', async () => {
    const before = await settingsOf(browser)
    for (const address of ['ftp://example.org/', 'http://example.org/summary.json', 'javascript:alert(1)']) {
      await use(address)
      await says(browser, 'must begin with https://')
    }
    scenario.page.setFault('html')
    await useAndRead(scenario.feed, 'A web page came back instead of status data.')
    await scenario.page.close()
    await useAndRead(scenario.feed, 'No answer from')
    expect(await settingsOf(browser)).toEqual(before)
  })

  it('leave out what the agent does not work with, everywhere', async () => {
    await scenario.goTo(1)
    await badgeIs(browser, '!')
    await browser.page.getByRole('checkbox', { name: 'Attachments in chat' }).uncheck()
    await badgeIs(browser, '', 'no reported problems with what you use')
    const popup = await browser.beside('popup.html')
    await says(popup, 'Also affected, but not something you use: attachments in chat.')
    expect(await textOf(popup)).not.toContain('What’s affected')
    await browser.page.getByRole('checkbox', { name: 'Attachments in chat' }).check()
    await badgeIs(browser, '!')
  })

  it('keep the days and times of working hours, and at least one day', async () => {
    const hours = () => settingsOf(browser).then(({ workingHours }) => workingHours)
    const become = (wanted: object) =>
      until(hours, (now) => isDeepStrictEqual(now, wanted), `working hours ${JSON.stringify(wanted)}`)
    const part = browser.page.locator('#working-hours')
    const day = (name: string) => part.getByRole('group', { name: 'Days' }).getByRole('checkbox', { name })
    await says(browser, 'Monday to Friday, 9:00 AM to 5:00 PM')
    await day('Saturday').check()
    await become({ days: [1, 2, 3, 4, 5, 6], from: '09:00', to: '17:00' })
    await part.getByLabel('from').fill('22:00')
    await part.getByLabel('to').fill('06:30')
    await become({ days: [1, 2, 3, 4, 5, 6], from: '22:00', to: '06:30' })
    // By keyboard as well.
    for (const name of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'])
      await day(name).press('Space')
    await says(browser, 'At least one day has to stay selected.')
    await become({ days: [6], from: '22:00', to: '06:30' })
    expect(await day('Saturday').isChecked()).toBe(true)
    await day('Sunday').check()
    await says(browser, 'Saturday and Sunday, 10:00 PM to 6:30 AM the next day')
    expect(await textOf(browser)).not.toContain('At least one day')
  })

  it('go to a file and come back from it; a wrong file changes nothing', async () => {
    await browser.page.getByRole('checkbox', { name: 'Quiet hours' }).check()
    await says(browser, 'Saved.')
    const [download] = await Promise.all([
      browser.page.waitForEvent('download'),
      browser.page.getByRole('button', { name: 'Export' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('podlight-settings.json')
    const file = readFileSync(await download.path())
    const before = await settingsOf(browser)
    const give = (buffer: Buffer) =>
      browser.page
        .locator('input[type=file]')
        .setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer })

    for (const wrong of ['', 'nonsense', '{}', '{"podlight":{"version":1,"value":{"pods":["prod1"]}}}']) {
      await give(Buffer.from(wrong))
      await says(browser, 'Nothing was changed.')
    }
    await give(Buffer.from('{"podlight":{"version":99,"value":{}}}'))
    await says(browser, 'made by a newer Podlight. Nothing was changed.')
    expect(await settingsOf(browser)).toEqual(before)

    await click(browser, 'Reset')
    await click(browser, 'Delete everything')
    await says(browser, 'Everything was deleted.')
    expect(await settingsOf(browser)).not.toEqual(before)
    await give(file)
    await says(browser, 'Settings imported.')
    expect(await settingsOf(browser)).toEqual(before)
  })
})
