import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'
import type { Web } from './web.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Each document by itself: to look into frames axe waits by the page's timers, and those stand still here. A frame's
 * document needs no title, as its element has one.
 */
const RUN = `axe.run(document, {
  resultTypes: ['violations'], iframes: false, rules: { 'document-title': { enabled: window === top } },
}).then(({ violations }) =>
  violations.map(({ id, nodes }) =>
    id + ': ' + nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary).join(' | ')))`

/** The chat's own frame, which we can enter. */
const chatOf = (page: Page): Frame => {
  const frame = page.frames().find((one) => one !== page.mainFrame())
  if (!frame) throw new Error('There is no chat.')
  return frame
}

/** Everything axe has against the page, or against what is in the chat's frame, a line each. */
export const faultsIn = async (web: Web, where: 'page' | 'chat'): Promise<readonly string[]> => {
  const page = web.playwright?.page
  if (!page) throw new Error('axe needs Playwright.')
  const target = where === 'page' ? page : chatOf(page)
  if (!(await target.evaluate('"axe" in window'))) await target.evaluate(source)
  return (await target.evaluate(RUN)) as readonly string[]
}
