import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INCIDENTS } from '../../scripts/demo/incidents.ts'
import { type Demo, startDemo } from '../../scripts/demo/server.ts'
import { until } from '../../scripts/stage/until.ts'
import { COLORS } from '../../shared/text/colors.ts'
import { customer } from '../../shared/text/en.ts'
import { inFull } from '../support/nightly.ts'
import { faultsEverywhere } from './support/axe.ts'
import { itWhere } from './support/itWhere.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Said, Web } from './support/web.ts'

// The demo as a visitor has it: what the built extension and the built banner make of an incident that is played.

const POPUP = `document.querySelector('iframe[title="The popup"]')?.contentDocument?.body`
const { scenes } = customer

describe.each(ALL)('the demo in %s', (name) => {
  /** What engines hardly differ in. */
  const itInFull = itWhere(inFull(name))
  let web: Web
  let demo: Demo
  beforeAll(async () => {
    web = await startWeb(name)
    demo = await startDemo({ port: 0, isLive: false })
    await web.open(demo.url)
  })
  afterAll(async () => {
    await web.close()
    await demo.close()
  })

  const seen = (what: string, holds: (text: string) => boolean): Promise<unknown> =>
    until(async () => String(await web.run(`return ${what} ?? ''`)), holds, what)
  /**
   * Firefox remarks on an extension that goes while it writes, and on a banner that looks for its place while the shop
   * around it is still loading: the demo opens in the middle of trouble.
   */
  const REMARKS =
    /^(An IndexedDB transaction that was not yet|Layout was forced before the page was fully loaded)/
  const wrong = async (): Promise<readonly Said[]> =>
    (await web.said()).filter(({ text }) => !REMARKS.test(text))
  const found = (words: string): string =>
    `[...document.querySelectorAll('button, label')].find((one) => one.textContent.includes('${words}'))`
  const click = async (words: string): Promise<void> => {
    await until(
      () => web.run(`return Boolean(${found(words)})`),
      (isThere) => isThere === true,
      words,
    )
    await web.run(`${found(words)}.click()`)
  }
  const badge = `document.querySelector('.toolbar .action').title`
  /** The colours in the picture that the toolbar shows. */
  const colors = `(() => {
    const image = document.querySelector('.toolbar .action img')
    if (!image.naturalWidth) return ''
    const pen = Object.assign(document.createElement('canvas'), { width: 40, height: 40 }).getContext('2d')
    pen.drawImage(image, 0, 0, 40, 40)
    const bytes = [...pen.getImageData(0, 0, 40, 40).data]
    const hex = (byte) => byte.toString(16).padStart(2, '0')
    return bytes.map((_, i) => i % 4 ? '' : '#' + bytes.slice(i, i + 3).map(hex).join('')).join(' ')
  })()`
  /** What stands in the shop's chat, which only Chromium's driver can look into from here. */
  const banner = async (): Promise<string | null> => {
    const frames = web.playwright?.page.frames() ?? []
    for (const frame of frames) {
      const text = await frame
        .evaluate(
          `document.querySelector('podlight-banner')?.shadowRoot?.querySelector('.headline')?.textContent`,
        )
        .catch(() => null)
      if (text) return String(text)
    }
    return null
  }
  const told = (headline: string | null): Promise<unknown> =>
    name === 'chromium'
      ? until(banner, (text) => text === headline, `the banner: ${headline}`)
      : Promise.resolve()

  it('plays an incident: silence, the first word, and what becomes of it, for agent and customer', async () => {
    await click('Dec 2024')
    // It opens where there is something to see, with what was before it a click away.
    await seen(badge, (title) => title.includes('Attachments in chat') && title.includes('Prod2'))
    await click('Play the 5 h 33 min before it')
    await seen(badge, (title) => title.includes('No trouble') && title.includes('Prod2'))
    await click('Pause')
    // Long after customers complained, nobody who reads the page knows.
    await click('First customer complains')
    await seen(`${POPUP}?.textContent`, (text) => text.includes('No trouble reported'))
    await told(null)
    await click('First status update')
    await seen(badge, (title) => title.includes('Attachments in chat'))
    await seen(`${POPUP}?.textContent`, (text) => text.includes('What to tell customers'))
    await told(scenes['attachments-failing'].headline)
    await seen(`document.querySelector('.verdict .findings')?.textContent`, (text) =>
      text.startsWith('degraded'),
    )
    await seen(colors, (text) => text.includes(COLORS.degraded))
    await click('Resolved')
    await seen(badge, (title) => title.includes('No trouble'))
    await seen(colors, (text) => text.includes(COLORS.ok) && !text.includes(COLORS.degraded))
    await told(scenes.back.headline)
    expect(await wrong()).toEqual([])
  })

  // Axe and pictures need Playwright.
  itWhere(name === 'chromium')('can be used by everybody, on any screen', async () => {
    const page = web.playwright?.page
    if (!page) throw new Error('There is no page.')
    expect(await faultsEverywhere(page)).toEqual([])
    // Axe calls into frames of other origins, which the browser remarks on.
    await web.said()
  })

  itInFull('lets the hand on the time bar be held while time runs', async () => {
    await click('Apr 2020')
    await click('Trouble begins')
    await seen(badge, (title) => title.includes('No trouble'))
    await click('Play')
    const range = `document.querySelector('.track input')`
    const hold = `const range = ${range}
      range.value = Number(range.min) + 0.8 * (range.max - range.min)
      range.dispatchEvent(new Event('input', { bubbles: true }))`
    await web.run(hold)
    const at = `(${range}.value - ${range}.min) / (${range}.max - ${range}.min)`
    // Time runs on meanwhile, and is shown.
    const before = await web.run(`return document.querySelector('.time').textContent`)
    await until(
      () => web.run(`return document.querySelector('.time').textContent`),
      (now) => now !== before,
      'time runs',
    )
    expect(await web.run(`return ${at}`)).toBeCloseTo(0.8, 1)
    await web.run(`${range}.dispatchEvent(new Event('change', { bubbles: true }))`)
    await seen(badge, (title) => !title.includes('No trouble'))
    await click('Pause')
    expect(await web.run(`return ${at}`)).toBeCloseTo(0.8, 1)
  })

  itInFull('shows the extension’s other pages in the popup’s place, and the way back', async () => {
    // Its text alone: to ask for what is rendered lays out a page that is still loading, which Firefox warns of.
    await seen(`${POPUP}?.textContent`, (text) => text.includes('Options'))
    await web.run(`${POPUP}.querySelector('a[href^="/options"]').click()`)
    await seen(`${POPUP}?.textContent`, (text) => text.includes('Settings as a file'))
    await click('Back to the popup')
    await seen(`${POPUP}?.textContent`, (text) => text.includes('Check now'))
    expect(await wrong()).toEqual([])
  })

  itInFull('shows the history of what was played', async () => {
    await click('Dec 2024')
    await seen(badge, (title) => title.includes('Attachments in chat') && title.includes('Prod2'))
    await click('Resolved')
    await seen(badge, (title) => title.includes('No trouble'))
    // Until the popup is loaded, its links lead to where they lead in a browser.
    await seen(
      `document.querySelector('iframe[title="The popup"]')?.contentDocument?.readyState`,
      (state) => state === 'complete',
    )
    await seen(`${POPUP}?.querySelector('a[href^="/pod-history"]')?.textContent`, (text) => text !== '')
    await web.run(`${POPUP}.querySelector('a[href^="/pod-history"]').click()`)
    await seen(`${POPUP}?.querySelector('.reports')?.textContent`, (text) =>
      text.includes('Attachments in chat'),
    )
    await seen(`${POPUP}?.querySelector('.label')?.textContent`, (text) => text.includes('Prod2'))
    await click('Back to the popup')
    await seen(`${POPUP}?.textContent`, (text) => text.includes('Check now'))
    expect(await wrong()).toEqual([])
  })

  itInFull('begins anew where time goes back, and tells pods apart', async () => {
    await click('Aug 2025')
    await click('First status update')
    await seen(badge, (title) => title.includes('Prod1') && !title.includes('No trouble'))
    await click('Trouble begins')
    await seen(badge, (title) => title.includes('No trouble'))
    await web.run(`const select = document.querySelector('.top select')
      select.value = 'prod4'
      select.dispatchEvent(new Event('change', { bubbles: true }))`)
    await click('First status update')
    await seen(badge, (title) => title.includes('Prod4') && title.includes('No trouble'))
    await told(null)
    expect(await wrong()).toEqual([])
  })

  itInFull('says so where another tab plays', async () => {
    await click('Nov 2024')
    await click('Trouble begins')
    // The extension begins anew when the server has heard of it.
    await seen(badge, (title) => title.includes('Prod1') && title.includes('No trouble'))
    const verdict = `document.querySelector('.verdict')?.textContent`
    const [first] = INCIDENTS
    const body = JSON.stringify({ at: first?.from, speed: 0, pod: 'prod1' })
    await fetch(`${demo.url}/demo/stage?by=other`, { method: 'POST', headers: { origin: demo.url }, body })
    await seen(verdict, (text) => text.includes('Another tab plays'))
    await click('Aug 2025')
    await seen(verdict, (text) => text.includes('Judged as the page stood'))
  })

  it('takes orders from its own page alone', async () => {
    const order = { at: INCIDENTS[0]?.from, speed: 0, pod: 'prod1' }
    const status = async (origin: string): Promise<number> =>
      (
        await fetch(`${demo.url}/demo/stage`, {
          method: 'POST',
          headers: { origin },
          body: JSON.stringify(order),
        })
      ).status
    expect(await status(demo.url)).toBe(200)
    expect(await status('https://elsewhere.example')).toBe(403)
  })
})
