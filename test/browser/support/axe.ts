import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Everything axe has against a page as it is now, a line each. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(source)
  const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html + ' ' + node.failureSummary).join(' | ')))`)
  return found as readonly string[]
}

/** How far a page is wider than its window. */
export const overflowOf = async (page: Page): Promise<number> =>
  Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))

/** Sentences in columns so narrow that they stand a word a line: a rule meant for something else got hold of them. */
export const squeezedIn = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(`[...document.querySelectorAll('p, li, span, label')]
    .filter((one) => one.children.length === 0 && one.textContent.trim().split(/\\s+/).length > 5)
    .filter((one) => one.checkVisibility() && one.offsetWidth > 1 && one.offsetWidth < 90)
    .map((one) => one.offsetWidth + ' px: ' + one.textContent)`)) as readonly string[]

/** Until what was changed is on the screen. */
export const DRAWN = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

/** What is wrong with a page in light and dark, on a phone and on a desk: axe's faults, and what is too wide. */
export const faultsEverywhere = async (page: Page): Promise<readonly string[]> => {
  const all: string[] = []
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [390, 1366]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      await page.evaluate(DRAWN)
      const overflow = await overflowOf(page)
      const found = [...(await faultsOf(page)), ...(overflow > 0 ? [`${overflow} pixels too wide`] : [])]
      all.push(...found.map((fault) => `${colorScheme}, ${width}: ${fault}`))
    }
  return all
}
