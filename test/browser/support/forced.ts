import { until } from '../../../scripts/stage/until.ts'
import type { Eye } from './extensionPage.ts'
import type { Key } from './web.ts'

/** A browser into which a company's policy installed the extension, with one of its pages open. */
export interface Forced extends Eye {
  press(key: Key): Promise<void>
  close(): Promise<void>
}

/** On a busy machine: the browser starts, and only then asks for the extension. */
const INSTALLED = 60_000

/** The browser installs it after it has started: waits for that, and opens the options. */
const opened = async (eye: Eye): Promise<void> => {
  await until(
    () =>
      eye.open('options.html').then(
        () => true,
        () => false,
      ),
    (isThere) => isThere,
    'an extension that is installed by policy',
    INSTALLED,
  )
}

interface Started<E extends Eye> {
  readonly eye: E
  close(): Promise<void>
}

/** Starts a browser, and waits for the extension. Where either does not come, all is tidied up. */
export const started = async <E extends Eye>(
  start: () => Promise<Started<E>>,
  tidy: () => Promise<void>,
): Promise<Started<E>> => {
  const closing = [tidy]
  const close = async (): Promise<void> => {
    for (const one of closing.splice(0).reverse()) await one()
  }
  try {
    const browser = await start()
    closing.push(browser.close)
    await opened(browser.eye)
    return { eye: browser.eye, close }
  } catch (cause) {
    await close()
    throw cause
  }
}
