import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { getBrowser } from '../../../scripts/browsers/get.ts'
import { zipOfFolder } from '../../../scripts/build/archive.ts'
import { crxOf, extensionId } from '../../../scripts/rollOut/crx.ts'
import type { FlatPolicy } from '../../../scripts/rollOut/flatPolicy.ts'
import { type Ids, STORE_IDS } from '../../../scripts/rollOut/ids.ts'
import { UPDATES } from '../../../scripts/rollOut/install.ts'
import { chromiumPolicies } from '../../../scripts/rollOut/json.ts'
import { chromiumUpdates } from '../../../scripts/rollOut/updates.ts'
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
  setPolicy(policy: FlatPolicy | null): void
}

/** Where Chromium, Chrome and the Chromium of Playwright look. */
const PLACES = ['chromium', 'opt/chrome', 'opt/chrome_for_testing'].map(
  (one) => `/etc/${one}/policies/managed`,
)

/** With these, nothing is installed by policy. */
const WITHOUT = ['--disable-background-networking', '--disable-extensions']
/** Without the first of them, it asks its maker's servers too: it finds none. */
const LOOPBACK_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'

/** Pages of what a company installs can't be looked into otherwise, by tests neither. */
const LOOK_INSIDE = { DeveloperToolsAvailability: 1 }

interface Served extends Origin {
  /** By what the browser knows the package, and where it gets it. */
  readonly ids: Ids
  readonly asked: readonly string[]
}

/** A company's server with its own package on it, signed with a key of its own. */
const servePackage = async (build: string): Promise<Served> => {
  const folder = folderOf(build)
  const { version } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { version: string }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const id = extensionId(privateKey)
  const crx = crxOf(await zipOfFolder(folder), privateKey)
  const asked: string[] = []
  const idsAt = (address: string): Ids => ({
    ...STORE_IDS,
    chrome: id,
    edge: id,
    host: { url: `${address}/`, version },
  })
  const origin: Origin = await startOrigin((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    asked.push(pathname)
    const isList = pathname === `/${UPDATES}`
    const { host } = idsAt(origin.url)
    response.writeHead(200, { 'content-type': isList ? 'text/xml' : 'application/x-chrome-extension' })
    response.end(isList && host ? chromiumUpdates(idsAt(origin.url), host) : crx)
  })
  return { ...origin, ids: idsAt(origin.url), asked }
}

/** A real Chromium with a new profile, into which a company's policy installs the extension from the company's server. */
export const forceIntoChromium = async (
  policy: FlatPolicy | null,
  build = 'chrome-mv3-steered',
): Promise<ForcedChromium> => {
  if (whyNoOwnEtc !== undefined) throw new Error(whyNoOwnEtc)
  const server = await servePackage(build)
  const home = mkdtempSync(join(tmpdir(), 'podlight-policy-'))
  const folder = policyFolder(home)
  const { ids, asked } = server
  // The very file that administrators get; without settings, it still installs.
  const setPolicy = (next: FlatPolicy | null): void =>
    folder.write('podlight.json', chromiumPolicies('chrome', ids, next ?? {}))
  folder.write('test.json', JSON.stringify(LOOK_INSIDE))
  setPolicy(policy)
  const places = Object.fromEntries(PLACES.map((place) => [place, folder.path]))
  const start = async () => {
    const { context, close } = await launchChromium({
      command: withOwnEtc(getBrowser('chromium'), home, places),
      without: WITHOUT,
      args: [LOOPBACK_ONLY],
    })
    return { eye: eyeOn(await context.newPage(), `chrome-extension://${ids.chrome}/`), close }
  }
  const { eye, close } = await started(start, async () => {
    await server.close()
    rmSync(home, { recursive: true, force: true })
  })
  return { ...eye, asked, setPolicy, press: (key) => eye.page.keyboard.press(key), close }
}
