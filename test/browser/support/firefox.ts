import { getBrowser } from '../../../scripts/browsers/get.ts'
import { folderOf } from './builds.ts'
import type { Eye } from './extensionPage.ts'
import { inBrowser } from './inBrowser.ts'
import { launchFirefox } from './launchFirefox.ts'
import { ofMarionette, type Tab, tabOf } from './tab.ts'

export interface Firefox extends Eye {
  /** Opens another window of the extension beside the first. */
  beside(path: string): Promise<Eye>
  /** A tab beside it, for any page. */
  tab(): Promise<Tab>
  /** Puts the page in front of whatever opened by itself. */
  show(): Promise<void>
  /** Clicks an element of the page as a user does. */
  click(element: string): Promise<void>
  /** A picture of the page, as PNG. */
  picture(): Promise<Buffer>
  /** Runs a script in the browser itself, for what it tells no extension. */
  inBrowser(script: string): Promise<unknown>
  close(): Promise<void>
}

/** The extension's host in this browser, which is otherwise made up anew for every profile. */
const HOST = '3f1c2a70-5b1e-4c5d-9a50-70d11947a001'
export const ADDON = 'podlight@podlight'
export const FIXED_HOST = { 'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: HOST }) }

export const eyeOn = (tab: Tab): Eye => ({
  open: (path) => tab.open(`moz-extension://${HOST}/${path}`),
  run: tab.run,
})

/** A real Firefox with the extension in it, and one of the extension's pages open. */
export const startFirefox = async (
  build = 'firefox-mv3-steered',
  settings: Readonly<Record<string, unknown>> = {},
  capabilities: Readonly<Record<string, unknown>> = {},
): Promise<Firefox> => {
  const { line, close } = await launchFirefox(
    {},
    { ...FIXED_HOST, ...settings },
    getBrowser('firefox'),
    capabilities,
  )
  try {
    await line.send('Addon:Install', { path: folderOf(build), temporary: true })
    const tab = await tabOf(ofMarionette(line))
    const eye = eyeOn(tab)
    await eye.open('options.html')
    return {
      ...eye,
      beside: async (path) => {
        const other = eyeOn(await tab.another())
        await other.open(path)
        return other
      },
      tab: tab.another,
      show: tab.show,
      click: tab.click,
      picture: tab.picture,
      inBrowser: (script) => inBrowser({ line }, tab, script),
      close,
    }
  } catch (cause) {
    await close()
    throw cause
  }
}
