import { HEARD } from '../../../scripts/stage/hear.ts'
import { until } from '../../../scripts/stage/until.ts'
import { goBack } from './goBack.ts'
import { launchWebkit } from './launchWebkit.ts'
import { type Tab, tabOf } from './tab.ts'
import type { Said, Web, WebOptions } from './web.ts'

const sizeOf = async (tab: Tab): Promise<readonly number[]> =>
  (await tab.run('return [innerWidth, innerHeight, outerWidth, outerHeight]')) as readonly number[]

/** The driver knows the window only, and a window without a manager takes the size it is given. */
const resize = async (tab: Tab, width: number, height: number): Promise<void> => {
  await until(
    async () => {
      const [innerWidth = 0, innerHeight = 0, outerWidth = 0, outerHeight = 0] = await sizeOf(tab)
      if (innerWidth !== width || innerHeight !== height)
        await tab.command('SetWindowRect', {
          width: width + outerWidth - innerWidth,
          height: height + outerHeight - innerHeight,
        })
      return [innerWidth, innerHeight]
    },
    (seen) => String(seen) === `${width},${height}`,
    `a page of ${width} by ${height}`,
  )
}

export const startWebWebkit = async (options: WebOptions): Promise<Web> => {
  const { send, close } = await launchWebkit(options)
  const webAt = (tab: Tab, end: () => Promise<void>): Web => {
    let held: Said[] = []
    /** What was heard is in the page, and goes with it. */
    const hold = async (): Promise<void> => {
      held.push(...((await tab.run(`return window.${HEARD}?.splice(0) ?? []`)) as readonly Said[]))
    }
    return {
      ...tab,
      name: 'webkit',
      playwright: null,
      picture: async () => null,
      open: async (url) => {
        await hold()
        await tab.open(url)
      },
      newTab: async (url) => {
        const other = await tab.another()
        await other.open(url)
        return webAt(other, other.close)
      },
      show: () => Promise.reject(new Error('WebKit cannot be told which tab to show.')),
      resize: (width, height) => resize(tab, width, height),
      reload: async () => {
        await hold()
        await tab.reload()
      },
      back: async () => {
        await hold()
        await goBack(tab, tab.address)
      },
      said: async () => {
        await hold()
        const all = held
        held = []
        return all
      },
      close: end,
    }
  }
  try {
    return webAt(await tabOf(send), close)
  } catch (cause) {
    await close()
    throw cause
  }
}
