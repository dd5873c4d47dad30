import type { Browser } from '../../../scripts/browsers/find.ts'
import { until } from '../../../scripts/stage/until.ts'
import type { Web } from './web.ts'

/**
 * Goes back as a page would. The drivers' own commands wait for a load, which a page out of the back-forward cache
 * never has; and a script that runs in a page while it is put away may never answer, so the browser is asked where it
 * is, and the page only when it is there.
 */
export const goBack = async ({ run }: Pick<Web, 'run'>, address: () => Promise<string>): Promise<void> => {
  const before = await run('setTimeout(() => history.back()); return location.href')
  await until(address, (href) => href !== before, `the page before ${before}`)
  await until(
    () => run('return document.readyState').catch(() => null),
    (state) => state === 'complete',
    'the page itself',
  )
}

/** What came back out of the cache is there at once. */
const SOON = 5000

/** Waits until the page that was left is back as it was, or made anew. It says so by `isOld`, and by `watched.shows`. */
export const isBack = ({ run }: Pick<Web, 'run'>, isKept: boolean): Promise<unknown> =>
  until(
    // Between two pages there is none to ask.
    () => run('return [window.isOld === true, watched.shows.at(-1)]').catch(() => null),
    (kept) => String(kept) === `${isKept},${isKept}`,
    isKept ? 'the page that was left' : 'a page made anew',
    SOON,
  )

/**
 * For tests of pages that are kept. Firefox 153 now and then takes the way to the next page for a request of the page
 * that it leaves, which then is not kept though it asks nothing (its log SHIPBFCache shows that request and no other).
 * What a page does itself costs it the cache each time.
 */
export const keptIn = (name: Browser): { readonly retry: number } => ({ retry: name === 'firefox' ? 3 : 0 })
