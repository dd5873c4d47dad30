import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findBrowser } from '../browsers/find.ts'

const EXTENSION = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url))

/** Linux says by these whether there is a screen; elsewhere there always is one. */
const hasScreen = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

export type Opened =
  | { readonly kind: 'opened'; readonly ended: Promise<void>; close(): Promise<void> }
  | { readonly kind: 'not'; readonly why: string }

/** Opens a browser of its own, with the extension in it, if there is one and a screen. */
export const openBrowser = async (url: string): Promise<Opened> => {
  if (!hasScreen()) return { kind: 'not', why: 'There is no screen here' }
  const executablePath = findBrowser('chromium')
  if (executablePath === null) return { kind: 'not', why: 'No Chromium is here' }
  const profile = mkdtempSync(join(tmpdir(), 'podlight-demo-'))
  // The browser may still be writing in it.
  const remove = (): void =>
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: false,
      viewport: null,
      // Whoever started it ends it, and says so.
      handleSIGINT: false,
      handleSIGTERM: false,
      args: [
        `--disable-extensions-except=${EXTENSION}`,
        `--load-extension=${EXTENSION}`,
        '--no-first-run',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    })
    const ended = new Promise<void>((resolve) => context.once('close', () => resolve())).then(remove)
    const page = context.pages()[0] ?? (await context.newPage())
    // The extension welcomes whoever installs it, which is for later.
    context.once('page', () => void page.bringToFront().catch(() => undefined))
    await page.goto(url)
    await page.bringToFront()
    return {
      kind: 'opened',
      ended,
      close: async () => {
        await context.close()
        await ended
      },
    }
  } catch (cause) {
    remove()
    return { kind: 'not', why: `No browser could be opened (${String(cause).split('\n')[0]})` }
  }
}
