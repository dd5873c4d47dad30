import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { getBrowser } from '../../../scripts/browsers/get.ts'
import { zipOfFolder } from '../../../scripts/build/archive.ts'
import { crxOf, extensionId } from '../../../scripts/rollOut/crx.ts'
import { type Origin, startOrigin } from '../../../scripts/stage/loopback.ts'
import { folderOf } from './builds.ts'
import { eyeOn } from './chromium.ts'
import { type Forced, started } from './forced.ts'
import { launchChromium } from './launchChromium.ts'
import { whyNoOwnEtc, withOwnEtc } from './ownEtc.ts'
import { policyFolder } from './policyFolder.ts'

export interface ForcedChromium extends Forced {
  readonly page: Page
  /** What the company's server was asked for. */
  readonly asked: readonly string[]
  /** Another policy for Podlight, or none. It arrives while the browser runs. */
  setPolicy(policy: object | null): void
}

/** Where Chromium, Chrome and the Chromium of Playwright look. */
const PLACES = ['chromium', 'opt/chrome', 'opt/chrome_for_testing'].map(
  (one) => `/etc/${one}/policies/managed`,
)

/** With these, nothing is installed by policy. */
const WITHOUT = ['--disable-background-networking', '--disable-extensions']
/** Without the first of them, it asks its maker's servers too: it finds none. */
const LOOPBACK_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'

const INSTALL = 'install.json'
const PODLIGHT = 'podlight.json'

/** What Chromium asks a company's server for, to learn which version there is and where. */
const updates = (id: string, version: string, address: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>
  <gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
    <app appid="${id}"><updatecheck codebase="${address}" version="${version}" /></app>
  </gupdate>`

/** A company's server with its own package on it, signed with a key of its own. */
const servePackage = async (build: string): Promise<Origin & { id: string; asked: readonly string[] }> => {
  const folder = folderOf(build)
  const { version } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { version: string }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const id = extensionId(privateKey)
  const crx = crxOf(zipOfFolder(folder), privateKey)
  const asked: string[] = []
  const origin: Origin = await startOrigin((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    asked.push(pathname)
    const isList = pathname === '/updates.xml'
    response.writeHead(200, { 'content-type': isList ? 'text/xml' : 'application/x-chrome-extension' })
    response.end(isList ? updates(id, version, `${origin.url}/podlight.crx`) : crx)
  })
  return { ...origin, id, asked }
}

/** A real Chromium with a new profile, into which a company's policy installs the extension from the company's server. */
export const forceIntoChromium = async (
  policy: object | null,
  build = 'chrome-mv3-steered',
): Promise<ForcedChromium> => {
  if (whyNoOwnEtc !== undefined) throw new Error(whyNoOwnEtc)
  const server = await servePackage(build)
  const home = mkdtempSync(join(tmpdir(), 'podlight-policy-'))
  const folder = policyFolder(home)
  const { id, asked } = server
  const setPolicy = (next: object | null): void =>
    next === null
      ? folder.remove(PODLIGHT)
      : folder.write(PODLIGHT, { '3rdparty': { extensions: { [id]: next } } })
  folder.write(INSTALL, {
    ExtensionSettings: {
      [id]: { installation_mode: 'force_installed', update_url: `${server.url}/updates.xml` },
    },
    // Pages of what a company installs can't be looked into otherwise, by tests neither.
    DeveloperToolsAvailability: 1,
  })
  setPolicy(policy)
  const places = Object.fromEntries(PLACES.map((place) => [place, folder.path]))
  const start = async () => {
    const { context, close } = await launchChromium({
      command: withOwnEtc(getBrowser('chromium'), home, places),
      without: WITHOUT,
      args: [LOOPBACK_ONLY],
    })
    return { eye: eyeOn(await context.newPage(), `chrome-extension://${id}/`), close }
  }
  const { eye, close } = await started(start, async () => {
    await server.close()
    rmSync(home, { recursive: true, force: true })
  })
  return { ...eye, asked, setPolicy, press: (key) => eye.page.keyboard.press(key), close }
}
