import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { badgeIs, observations, setUp } from './support/extensionPage.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

// What others do to it: another extension that speaks to it, and somebody who deletes its database under it.

/** Chromium names an extension that is loaded from a folder after the folder. */
const idOf = (folder: string): string =>
  [...createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('')

const parent = mkdtempSync(join(realpathSync(tmpdir()), 'podlight-'))
/** An extension with a page, in which a test runs what it likes. */
const other = (name: string, listener = ''): string => {
  const folder = join(parent, name)
  mkdirSync(folder)
  const manifest = { manifest_version: 3, name, version: '1', permissions: ['storage'] }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(
    join(folder, 'page.html'),
    '<!doctype html><title>A page</title><script src="page.js"></script>',
  )
  writeFileSync(join(folder, 'page.js'), listener)
  return folder
}
const stranger = other('stranger')
/** One that takes any message for one of its own pages', and resets itself. */
const careless = other(
  'careless',
  `const take = (message, sender, reply) => { if (message.type === 'page-bg:reset') reply({ stored: true }) }
   for (const event of ['onMessage', 'onMessageExternal']) chrome.runtime[event].addListener(take)`,
)

describe('an extension in a browser with others', () => {
  let browser: Chromium
  let scenario: Scenario
  beforeAll(async () => {
    scenario = await startScenario(['2024-12-19-chat-attachments'])
    browser = await startChromium({ others: [stranger, careless] })
    await setUp(browser, scenario, ['prod2'])
    await scenario.goTo(1)
    await badgeIs(browser, '!')
  })
  afterAll(async () => {
    await browser.close()
    await scenario.page.close()
    rmSync(parent, { recursive: true, force: true })
  })

  const stored = async (): Promise<string> =>
    String(await browser.run('return JSON.stringify((await chrome.storage.local.get("settings")).settings)'))

  it('takes no message of theirs', async () => {
    const page = await browser.context.newPage()
    await page.goto(`chrome-extension://${idOf(stranger)}/page.html`)
    const listening = await browser.context.newPage()
    await listening.goto(`chrome-extension://${idOf(careless)}/page.html`)
    const send = (id: string, message: object): Promise<unknown> =>
      page.evaluate(
        `chrome.runtime.sendMessage(${JSON.stringify(id)}, ${JSON.stringify(message)}).then((reply) => reply ?? null, ({ message }) => message)`,
      )
    expect(await send(idOf(careless), { type: 'page-bg:reset' })).toEqual({ stored: true })

    const before = await stored()
    const asked = await scenario.page.log.count('/api/v2/summary.json')
    for (const type of ['page-bg:reset', 'page-bg:check', 'page-bg:example', 'page-bg:open'])
      expect(await send(browser.id, { type })).toMatch(/Receiving end does not exist/)
    expect(await stored()).toBe(before)
    expect(await scenario.page.log.count('/api/v2/summary.json')).toBe(asked)
    await badgeIs(browser, '!')
    for (const one of [page, listening]) await one.close()
  })

  /** Deletes the database while it is open in a page that does not let go of it for a while. */
  const deleteUnderIt = (eye: Pick<Chromium, 'run'>): Promise<unknown> =>
    eye.run(`const opening = indexedDB.open('podlight')
      await new Promise((resolve) => { opening.onsuccess = resolve })
      window.held = opening.result
      const deleting = indexedDB.deleteDatabase('podlight')
      return new Promise((resolve) => {
        deleting.onblocked = () => resolve('blocked')
        deleting.onsuccess = () => resolve('deleted')
      })`)

  it('goes on where its database is deleted, and while that is being waited for', async () => {
    await until(
      () => observations(browser),
      ({ length }) => length > 0,
      'a history',
    )
    const page = await browser.beside('popup.html')
    expect(await deleteUnderIt(page)).toBe('blocked')
    // Whoever opens it now waits until that page lets go.
    const naive = page.run(
      `const opening = indexedDB.open('podlight')
       // It is there again by then, without a table.
       opening.onupgradeneeded = () => opening.transaction.abort()
       return Promise.race([
         new Promise((resolve) => { opening.onsuccess = () => { opening.result.close(); resolve('open') } }),
         new Promise((resolve) => setTimeout(() => resolve('waits'), 1000)),
       ])`,
    )
    expect(await naive).toBe('waits')
    scenario.page.setTime(scenario.moments.at(-1) ?? 0)
    await scenario.ring()
    // What is seen at a glance waits for no database.
    await badgeIs(browser, '', 'No trouble is reported')
    await page.run('held.close()')
    await until(
      () => observations(browser),
      (rows) => rows.at(-1)?.level === 'ok',
      'a history that is written again',
    )
    await page.page.close()
  })
})
