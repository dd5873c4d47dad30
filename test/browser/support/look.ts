import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { nightly } from '../../support/nightly.ts'
import { DRAWN, faultsOf, overflowOf, squeezedIn } from './axe.ts'

/** Where pictures go when somebody wants to look at them. */
export const PICTURES = process.env['PODLIGHT_PICTURES'] ?? ''
if (PICTURES !== '') mkdirSync(PICTURES, { recursive: true })

const SCHEMES = ['light', 'dark'] as const
/** Until no colour is on its way from one to the other. */
const FADED = `Promise.all(document.getAnimations().filter((one) => one instanceof CSSTransition)
  .map((one) => one.finished.catch(() => undefined)))`

/** Looks at a page as it is, in light and dark and in several widths: nothing wrong, and nothing cut off. */
export const look = async (page: Page, name: string, widths: readonly number[]): Promise<void> => {
  // What is too narrow is so in any colours.
  for (const colorScheme of SCHEMES)
    for (const width of colorScheme === 'light' ? widths : nightly(widths, widths.slice(0, 1))) {
      const where = `${name}-${colorScheme}-${width}`
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 600 })
      await page.evaluate(DRAWN)
      await page.evaluate(FADED)
      expect({ where, overflow: await overflowOf(page) }).toEqual({ where, overflow: 0 })
      expect(await faultsOf(page), where).toEqual([])
      expect(await squeezedIn(page), where).toEqual([])
      if (PICTURES !== '') await page.screenshot({ path: `${PICTURES}/${where}.png`, fullPage: true })
    }
}
