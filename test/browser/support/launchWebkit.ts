import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { webkitParts } from '../../../scripts/browsers/find.ts'
import { getBrowser } from '../../../scripts/browsers/get.ts'
import { stop } from './child.ts'
import { freePort } from './marionette.ts'
import { startScreen } from './screen.ts'
import type { Send } from './tab.ts'
import type { WebOptions } from './web.ts'
import { openSession, type Session } from './webdriver.ts'

/** Its toolbar would keep the window wider than a phone. */
const NARROW =
  'headerbar *, toolbar *, entry, button { font-size: 1px; padding: 0; margin: 0; min-width: 0; }'

/** The desktop's settings, which WebKit takes for the visitor's. */
const layDesktop = (home: string, { reducedMotion = false }: WebOptions): void => {
  mkdirSync(join(home, 'gtk-3.0'))
  const settings = ['[Settings]', `gtk-enable-animations=${reducedMotion ? 0 : 1}`, 'gtk-font-name=Sans 4']
  writeFileSync(join(home, 'gtk-3.0', 'settings.ini'), settings.join('\n'))
  writeFileSync(join(home, 'gtk-3.0', 'gtk.css'), NARROW)
}

/** WebKit speaks the language of the system's locale, so one of that name must be there, whatever is in it. */
const layLocale = (home: string, locale: string): Record<string, string> => {
  const model = ['/usr/lib/locale/C.utf8', '/usr/lib/locale/C.UTF-8'].find((path) => existsSync(path))
  if (model === undefined) throw new Error('There is no C.utf8 locale here, so WebKit cannot be given one.')
  const name = locale.includes('-') ? locale.replace('-', '_') : `${locale}_${locale.toUpperCase()}`
  cpSync(model, join(home, 'locale', `${name}.utf8`), { recursive: true })
  return { LOCPATH: join(home, 'locale'), LC_ALL: `${name}.UTF-8`, LANG: `${name}.UTF-8` }
}

const environment = (home: string, display: string, options: WebOptions): NodeJS.ProcessEnv => ({
  ...process.env,
  HOME: home,
  XDG_CONFIG_HOME: home,
  XDG_CACHE_HOME: home,
  XDG_DATA_HOME: home,
  DISPLAY: display,
  TZ: options.timezone ?? 'UTC',
  GDK_BACKEND: 'x11',
  LIBGL_ALWAYS_SOFTWARE: '1',
  NO_AT_BRIDGE: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  // As root there is no sandbox to be had; it opens nothing but the tests' own pages.
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  ...layLocale(home, options.locale ?? 'en-US'),
})

const browserArguments = (options: WebOptions): string[] => [
  '--automation',
  '--enable-page-cache=true',
  ...(options.colorScheme === 'dark' ? ['--dark-mode'] : []),
  ...(options.storage === 'blocked' ? ['--enable-html5-local-storage=false', '--cookies-policy=never'] : []),
]

export interface LaunchedWebkit {
  readonly send: Send
  close(): Promise<void>
}

const launchOnce = async (options: WebOptions): Promise<LaunchedWebkit> => {
  const driver = getBrowser('webkit')
  const { miniBrowser: binary, xvfb } = webkitParts()
  const home = mkdtempSync(join(tmpdir(), 'podlight-'))
  layDesktop(home, options)
  const screen = await startScreen(String(xvfb))
  const port = await freePort()
  const child = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {
    env: environment(home, screen.display, options),
    stdio: 'ignore',
  })
  const close = async (session?: Session): Promise<void> => {
    await session?.end()
    await stop(child)
    await stop(screen.child)
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const session = await openSession(port, {
      'webkitgtk:browserOptions': { binary, args: browserArguments(options) },
      ...(options.proxy === undefined
        ? {}
        : {
            proxy: {
              proxyType: 'manual',
              httpProxy: `127.0.0.1:${options.proxy}`,
              noProxy: ['127.0.0.1', 'localhost'],
            },
          }),
    })
    await session.send('SetTimeouts', { script: 30_000, pageLoad: 50_000 })
    return { send: session.send, close: () => close(session) }
  } catch (cause) {
    await close()
    throw cause
  }
}

/** WebKit's own small browser, which keeps nothing, on a screen of its own. */
export const launchWebkit = async (options: WebOptions = {}): Promise<LaunchedWebkit> => {
  try {
    return await launchOnce(options)
  } catch {
    // On a busy machine its driver now and then starts no browser. No page was opened yet, so nothing of ours is hidden.
    return launchOnce(options)
  }
}
