import { until } from '../../../scripts/stage/until.ts'
import { isBack } from './goBack.ts'
import type { Ground } from './manners.ts'

const REST = 300

/** Leaves the page for another one of the shop, and comes back. */
export const leave = async (
  { run, web, shop }: Ground,
  isKept: boolean,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<void> => {
  await run('window.isOld = true')
  // Firefox's driver hears of the page's end while it runs a script, which alone would cost the page the cache; and
  // the browser is told a little later that it does no more. Nothing in the page may be asked meanwhile.
  const end = Date.now() + REST
  await until(
    async () => Date.now(),
    (now) => now > end,
    'a page that rests',
  )
  await web.open(`${shop.shop}/other`)
  await meanwhile()
  await web.back()
  await isBack({ run }, isKept)
}
