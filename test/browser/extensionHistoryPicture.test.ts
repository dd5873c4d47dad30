import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { badMonth } from '../support/history/dataSets.ts'
import { chosenIn, detailsIn, pictureOf, textIn } from './support/historyPage.ts'
import { withHistory } from './support/withHistory.ts'

const MINUTE = 60_000

describe('the history’s picture', () => {
  const here = withHistory(badMonth)

  /** The bars of each lane as screen readers tell of them, by time. */
  const lanes = async (): Promise<readonly (readonly string[])[]> =>
    (await pictureOf(here.page)
      .getByRole('group')
      .evaluateAll((groups) =>
        groups.map((group) =>
          [...group.querySelectorAll('[role=option]')]
            .sort((one, other) => Number(one.ariaPosInSet) - Number(other.ariaPosInSet))
            .map((one) => one.getAttribute('aria-label') ?? ''),
        ),
      )) as readonly (readonly string[])[]
  const bar = (text: string): Locator => pictureOf(here.page).getByRole('option', { name: text })
  const press = (key: string): Promise<void> => here.page.keyboard.press(key)
  const into = async (): Promise<void> => {
    await here.page.getByRole('radio', { name: '30 days' }).focus()
    await press('Tab')
  }

  it('is gone through by keys, along lanes and across them, each bar with the same facts everywhere', async () => {
    await here.page.getByText('Show as a table').click()
    await here.page.getByRole('columnheader', { name: 'Known from' }).waitFor()
    const all = await lanes()
    const [platform, , , app] = all
    await into()
    expect(await chosenIn(here.page)).toBe(platform?.[0])
    const rows = await here.page
      .locator('main.page tbody')
      .first()
      .locator('tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
    expect(rows).toHaveLength(all.flat().length)

    const told: (string | null)[] = []
    for (const key of [
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
      'Home',
      'ArrowRight',
      'ArrowRight',
      'ArrowLeft',
      'End',
    ]) {
      await press(key)
      const label = await chosenIn(here.page)
      told.push(label)
      const details = (await detailsIn(here.page)).replace(/\s+/g, ' ')
      for (const part of label?.split('. ') ?? []) expect(details).toContain(part)
      const own = rows.filter(([feature, how, from, , length, , report, basis]) =>
        [feature, how, from?.replace(/ [AP]M.*/, ''), `(${length})`, report, basis].every((fact) =>
          label?.includes(String(fact)),
        ),
      )
      expect(own, label ?? '').toHaveLength(1)
    }
    expect(app).toHaveLength(2)
    const [first, last] = app ?? []
    expect(told.slice(3)).toEqual([first, last, last, first, last])
    await press('ArrowUp')
    expect(all[2]).toContain(await chosenIn(here.page))
    for (let times = 0; times < all.length; times++) await press('ArrowDown')
    expect(all.at(-1)).toContain(await chosenIn(here.page))
  })

  it('shows a day on Enter and goes back, and what was chosen stays, as time goes by too', async () => {
    await into()
    await press('ArrowDown')
    const chosen = await chosenIn(here.page)
    expect(chosen).toContain('Sep 9, ')
    await here.scenario.pass(2 * MINUTE)
    await expect
      .poll(() => here.page.evaluate('chrome.storage.local.get().then((all) => all.steeredClock)'))
      .toBe(here.scenario.now())
    expect(await chosenIn(here.page)).toBe(chosen)
    await press('Enter')
    await here.page.getByText('Sunday, September 9, 2040').waitFor()
    expect(await lanes()).toEqual([[chosen]])
    expect(await chosenIn(here.page)).toBe(chosen)
    await here.page.getByRole('button', { name: 'Later day' }).click()
    await here.page.getByText('Monday, September 10, 2040').waitFor()
    await here.page.getByRole('button', { name: '30 days' }).click()
    expect((await lanes()).length).toBeGreaterThan(4)
    expect(await here.page.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true)
  })

  it('tells a mouse and a finger the same as keys', async () => {
    await into()
    await press('ArrowDown')
    const byKeys = await detailsIn(here.page)
    await here.page.reload()
    const { x, y, width, height } = (await bar('Attachments in chat').boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    }
    const at = { x: x + width / 2, y: y + height / 2 }
    await here.page.mouse.move(at.x, at.y)
    expect(await detailsIn(here.page)).toBe(byKeys)
    // Beside it lie times in which Podlight was watching, or not.
    await here.page.mouse.move(at.x + 40, at.y)
    expect(await detailsIn(here.page)).toMatch(/^(Nothing reported|Podlight wasn’t watching)\n/)
    await here.page.mouse.move(0, 0)
    expect(await detailsIn(here.page)).toContain('Point at a bar')

    const session = await here.browser.context.newCDPSession(here.page)
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect.poll(() => detailsIn(here.page)).toBe(byKeys)
    await session.detach()
  })

  it('leads from a bar to its report, which opens and has the focus', async () => {
    await into()
    await press('ArrowDown')
    await here.page.getByRole('link', { name: '[CHAT] Files sent in chat' }).click()
    const focused = here.page.locator(':focus')
    expect(await focused.evaluate((one) => one.tagName)).toBe('SUMMARY')
    expect(await textIn(focused)).toContain('[CHAT] Files sent in chat run into an error')
    expect(await here.page.locator('.report[open]').count()).toBe(1)
    await here.page.locator('.report[open]').getByText('What the status page said').waitFor()
  })

  const button = (name: string | RegExp): Locator => here.page.getByRole('button', { name })
  const focused = (): Promise<string> =>
    here.page.evaluate(`document.activeElement.closest('label')?.textContent ?? ''`) as Promise<string>

  it('shows the worst day of a month, and all of it, and gives the focus back to the days of before', async () => {
    await here.page.getByRole('radio', { name: '7 days' }).check()
    const worst = button(/^Worst day: /)
    const [, day, length] = /^Worst day: Sep (\d+) \((.*)\)$/.exec(await textIn(worst)) ?? []
    await worst.click()
    const shown = here.page.locator('#picture strong[role=status]')
    expect(await textIn(shown)).toMatch(new RegExp(`day, September ${day}, 2040$`))
    expect((await lanes()).flat().length).toBeGreaterThan(0)
    expect(length).toMatch(/hr|min/)
    await button('Back to 7 days').click()
    await expect.poll(focused).toBe('7 days')

    await button('Earlier month').click()
    await button('Show this month in the picture').click()
    expect(await textIn(here.page.locator('#picture'))).toContain('Aug 1 – 31, 2040')
    // Whatever is shown of a month, one comes back to the days until now.
    await button('Later month').click()
    await worst.click()
    await button('Back to 7 days').click()
    await expect.poll(focused).toBe('7 days')
    expect(await here.page.getByRole('radio', { name: '7 days' }).isChecked()).toBe(true)
  })
})
