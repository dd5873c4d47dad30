import { afterEach, describe, expect, it } from 'vitest'
import type { Origin } from '../../scripts/stage/loopback.ts'
import { chatKey, startSite } from '../../scripts/stage/site.ts'
import { until } from '../../scripts/stage/until.ts'
import { clickIcon } from './support/action.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { click, says, textOf } from './support/extensionPage.ts'

const FIND = 'Find the pod of this site'
const script = (key: string): string =>
  `<script src="data:text/javascript," data-kustomer-api-key="${key}"></script>`

describe('finding the pod of a site', () => {
  let browser: Chromium
  let site: Origin
  afterEach(async () => {
    await browser.close()
    await site.close()
  })

  const popupOver = async (markup: string) => {
    site = await startSite(markup)
    browser = await startChromium()
    const page = await browser.context.newPage()
    await page.goto(site.url)
    const popup = { ...(await clickIcon(browser, page)), open: async () => undefined }
    await says(popup, FIND)
    return popup
  }

  it('reads pod and company out of the chat key on one click, and watches it on another', async () => {
    const key = chatKey({ org: '5f', orgName: 'Blue Door', pod: 'prod2', roles: ['org.tracking'] })
    const popup = await popupOver(script(key))
    await click(popup, FIND)
    await says(popup, 'The chat of Blue Door runs on Prod2 (EU).')
    await click(popup, 'Watch Prod2 (EU)')
    await says(popup, 'Prod2 (EU)')
    const stored = await until(
      async () => String(await browser.run('return JSON.stringify(await chrome.storage.local.get(null))')),
      (text) => text.includes('"pods":["prod2"]'),
      'the pod in the settings',
    )
    // Neither the key nor anything else of it stays.
    for (const secret of [key, 'org.tracking', 'Blue Door']) expect(stored).not.toContain(secret)
    expect(await textOf(popup)).not.toContain(key)
  })

  it.each([
    { what: 'no chat', markup: '', said: 'There’s no Kustomer chat on this page.' },
    {
      what: 'no chat, but a comment that holds the key of one',
      markup: `<p data-kustomer-api-key="${chatKey({ orgName: 'Old', pod: 'prod2' })}">Nice shop!</p>`,
      said: 'There’s no Kustomer chat on this page.',
    },
    {
      what: 'a key without a pod',
      markup: script(chatKey({ orgName: 'Old' })),
      said: 'doesn’t say which pod it runs on',
    },
    { what: 'a key that is none', markup: script('nonsense'), said: 'doesn’t say which pod it runs on' },
    {
      what: 'a key that lies',
      markup: script(chatKey({ orgName: '<img src=x onerror=alert(1)>\u202e', pod: '../prod1' })),
      said: 'doesn’t say which pod it runs on',
    },
  ])('says what is in the way: $what', async ({ markup, said }) => {
    const popup = await popupOver(markup)
    await click(popup, FIND)
    await says(popup, said)
  })

  it('shows a company’s name as text, whatever it holds', async () => {
    const name = '<img src=x onerror=alert(1)>'
    const popup = await popupOver(script(chatKey({ orgName: name, pod: 'prod1' })))
    await click(popup, FIND)
    await says(popup, `The chat of ${name} runs on Prod1 (US).`)
    expect(await popup.run('return document.querySelectorAll("[onerror]").length')).toBe(0)
  })

  it('cannot look at a page over which nobody clicked the icon', async () => {
    site = await startSite(script(chatKey({ pod: 'prod1' })))
    browser = await startChromium()
    const page = await browser.context.newPage()
    await page.goto(site.url)
    const result = await browser.run(`const tabs = await chrome.tabs.query({});
      const outcomes = await Promise.allSettled(tabs.map(({ id }) =>
        chrome.scripting.executeScript({ target: { tabId: id }, files: ['/find-pod.js'] })));
      return outcomes.map(({ status, value }) => status === 'fulfilled' && value[0]?.result?.pod)`)
    expect(result).not.toContain('prod1')
  })

  it('takes no order from a script in a web page, not even from its own', async () => {
    const popup = await popupOver('')
    const order = `{ type: 'page-bg:settings', settings: { pods: ['prod1'], ignored: null, notify: true, quiet: null, feed: null } }`
    const pods = async (): Promise<string> =>
      String(await browser.run(`return JSON.stringify(await chrome.storage.local.get('settings'))`))
    const answer = await popup.run(`
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const [outcome] = await chrome.scripting.executeScript({
        target: { tabId: tab.id },
        func: () => Promise.race([
          chrome.runtime.sendMessage(${order}).then((answer) => answer ?? 'no answer', () => 'no answer'),
          new Promise((resolve) => setTimeout(() => resolve('no answer'), 3000)),
        ]),
      });
      return outcome.result`)
    expect(answer).toBe('no answer')
    expect(await pods()).not.toContain('prod1')
    // The very same order from a page of the extension is carried out, so it is the sender that was refused.
    expect(await browser.run(`return chrome.runtime.sendMessage(${order})`)).toMatchObject({ stored: true })
    expect(await pods()).toContain('prod1')
    // And what is no order gets no answer from anybody.
    const odd = await browser.run(`return chrome.runtime.sendMessage({ type: 'page-bg:nonsense' }).then(
      (answer) => answer ?? 'no answer', () => 'no answer')`)
    expect(odd).toBe('no answer')
  })
})
