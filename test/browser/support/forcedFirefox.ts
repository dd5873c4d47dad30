import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBrowser } from '../../../scripts/browsers/get.ts'
import { zipOfFolder } from '../../../scripts/build/archive.ts'
import type { FlatPolicy } from '../../../scripts/rollOut/flatPolicy.ts'
import { STORE_IDS } from '../../../scripts/rollOut/ids.ts'
import { firefoxPolicies } from '../../../scripts/rollOut/json.ts'
import { startOrigin } from '../../../scripts/stage/loopback.ts'
import { folderOf } from './builds.ts'
import { ADDON, eyeOn, FIXED_HOST } from './firefox.ts'
import { type Forced, started } from './forced.ts'
import { launchFirefox } from './launchFirefox.ts'
import type { Marionette } from './marionette.ts'
import { whyNoOwnEtc, withOwnEtc } from './ownEtc.ts'
import { policyFolder } from './policyFolder.ts'
import { ofMarionette, tabOf } from './tab.ts'

const PLACE = '/etc/firefox/policies'

/** A company hosts a package that Mozilla has signed. Ours isn't; the ESR can be told to take it. */
const UNSIGNED = { 'xpinstall.signatures.required': false }

/** Firefox as most people have it installs signed packages alone, whatever it is told. */
const installsUnsigned = async (line: Marionette): Promise<boolean> => {
  await line.send('Marionette:SetContext', { value: 'chrome' })
  const script = `const file = 'resource://gre/modules/AppConstants.sys.mjs'
    return ChromeUtils.importESModule(file).AppConstants.MOZ_REQUIRE_SIGNING`
  const answer = (await line.send('WebDriver:ExecuteScript', { script, args: [] })) as { value: unknown }
  await line.send('Marionette:SetContext', { value: 'content' })
  return answer.value === false
}

/** Whatever else it asks for is looked for on this machine, and not there. */
const LOOPBACK_ONLY = { 'network.dns.forceResolve': '127.0.0.1' }

/** A real Firefox with a new profile, into which a company's policy installs the extension from the company's server. */
export const forceIntoFirefox = async (
  policy: FlatPolicy,
  build = 'firefox-mv3-steered',
): Promise<Forced> => {
  if (whyNoOwnEtc !== undefined) throw new Error(whyNoOwnEtc)
  const xpi = await zipOfFolder(folderOf(build))
  const home = mkdtempSync(join(tmpdir(), 'podlight-policy-'))
  const folder = policyFolder(home)
  const server = await startOrigin((_, response) => {
    response.writeHead(200, { 'content-type': 'application/x-xpinstall' })
    response.end(xpi)
  })
  const ids = { ...STORE_IDS, firefox: ADDON, host: { url: `${server.url}/`, version: '1.0' } }
  // The very file that administrators get.
  folder.write('policies.json', firefoxPolicies(ids, policy))
  const start = async () => {
    const command = withOwnEtc(getBrowser('firefox'), home, { [PLACE]: folder.path })
    const { line, close } = await launchFirefox({}, { ...FIXED_HOST, ...UNSIGNED, ...LOOPBACK_ONLY }, command)
    if (!(await installsUnsigned(line))) {
      const said = 'This Firefox is no ESR, and installs by policy only what Mozilla signed.'
      if (process.env['CI']) throw new Error(said)
      console.log(`${said} Here Podlight is loaded by hand, and reads the policy all the same.`)
      await line.send('Addon:Install', { path: folderOf(build), temporary: true })
    }
    const tab = await tabOf(ofMarionette(line))
    return { eye: { ...eyeOn(tab), press: tab.press }, close }
  }
  const { eye, close } = await started(start, async () => {
    await server.close()
    rmSync(home, { recursive: true, force: true })
  })
  return { ...eye, close }
}
