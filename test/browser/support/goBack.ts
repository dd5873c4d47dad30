import { until } from './until.ts'
import type { Web } from './web.ts'

/**
 * Goes back as a page would. The drivers' own commands wait for a load, which a page out of the back-forward cache
 * never has.
 */
export const goBack = async ({ run }: Pick<Web, 'run'>): Promise<void> => {
  const before = await run('setTimeout(() => history.back()); return location.href')
  await until(
    // Between two pages there is none to ask.
    () => run('return { href: location.href, state: document.readyState }').catch(() => null),
    (seen) => {
      const { href, state } = (seen ?? {}) as { href?: string; state?: string }
      return href !== undefined && href !== before && state === 'complete'
    },
    `the page before ${before}`,
  )
}
