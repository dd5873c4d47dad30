import { describe, expect, it } from 'vitest'
import { NO_WATCH, type Noticed, SHADOW } from '../../extension/domain/evidence/watch.ts'
import { until } from '../../scripts/stage/until.ts'
import { DAY, HOUR, MINUTE } from '../../shared/model/limits.ts'
import { noticedAt, watchOf } from '../support/noticed.ts'
import { click, says, textOf, toolbarIn, unfold } from './support/extensionPage.ts'
import { look, PICTURES } from './support/look.ts'
import { agents, keepWatch, keptWatch } from './support/noticed.ts'

describe('what was noticed', () => {
  const here = agents(true)
  const sign = (more: Partial<Noticed> = {}): Noticed => noticedAt(here.scenario.now(), more)
  const keep = (signs: readonly Noticed[], evidence: 'shadow' | 'on' = 'on', days = 3) =>
    keepWatch(here.browser, { ...watchOf(...signs), since: here.scenario.now() - days * DAY }, evidence)

  /** Where the keyboard goes when a button goes away. */
  const isAtTitle = () =>
    until(
      () => here.browser.run('return document.activeElement.textContent'),
      (text) => text === 'Is it me or Kustomer?',
      'the keyboard at the title',
    )

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
    await says(popup, 'Podlight stays silent about your requests until ')
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
    await says(browser, 'Stopped. Nothing is watched any more')
    await isAtTitle()
    // Once it is allowed again elsewhere, that is no longer true.
    await keepWatch(browser, watchOf(), 'on')
    await says(browser, 'Watching your requests to ')
    expect(await textOf(browser)).not.toContain('Nothing is watched any more')
  })

  it('says among the options too that it is muted, and is heard again from there', async () => {
    const { browser } = here
    const mutedUntil = here.scenario.now() + HOUR
    await keepWatch(browser, { ...watchOf(sign()), since: here.scenario.now() - DAY, mutedUntil }, 'on')
    await browser.open('options.html')
    await says(browser, 'Podlight stays silent about your requests until ')
    await lookAt('muted')
    await click(browser, 'Undo')
    await until(
      async () => (await keptWatch(browser)).watch.mutedUntil,
      (time) => time === 0,
      'no mute',
    )
    await isAtTitle()
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
