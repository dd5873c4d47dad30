import { describe, expect, it } from 'vitest'
import { BROWSERS } from '../../../scripts/rollOut/browsers.ts'
import { rollOutFiles } from '../../../scripts/rollOut/files.ts'
import { EXAMPLE_POLICY } from '../../../scripts/rollOut/flatPolicy.ts'
import { STORE_IDS } from '../../../scripts/rollOut/ids.ts'
import { type Install, installOf } from '../../../scripts/rollOut/install.ts'
import { importReg, type Key, keyAt } from '../../support/rollOut/regFile.ts'
import { allAt, attribute, parseXml } from '../../support/rollOut/template.ts'
import { dictAt, fileOf, HOSTED, IDS, profileOf, textOf } from './support.ts'

const bytesOf = (path: string, ids = IDS): Uint8Array => {
  const bytes = fileOf(path, ids, EXAMPLE_POLICY)
  if (typeof bytes === 'string') throw new Error('The registry editor reads UTF-16.')
  return bytes
}

/** The paths of keys that hold values. */
const written = (key: Key, path = ''): string[] => [
  ...(key.values.size > 0 ? [path] : []),
  ...[...key.keys].flatMap(([name, one]) => written(one, path === '' ? name : `${path}\\${name}`)),
]

/** The registry keys of each browser, as its makers document them. */
const KEYS = {
  chrome: [
    `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\ExtensionSettings\\${IDS.chrome}`,
    `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${IDS.chrome}\\policy`,
  ],
  edge: [
    `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\ExtensionSettings\\${IDS.edge}`,
    `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${IDS.edge}\\policy`,
  ],
  firefox: [
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Mozilla\\Firefox\\ExtensionSettings\\podlight@podlight',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions\\podlight@podlight',
  ],
} as const

describe.each(BROWSERS)('the files to try Podlight in %s on Windows', (browser) => {
  const [install, policy] = KEYS[browser]

  it('write the browser’s own keys, and no others', () => {
    for (const path of written(importReg(bytesOf(`windows/try/${browser}.reg`))))
      expect(path === install || path === policy || path.startsWith(`${policy}\\`), path).toBe(true)
  })

  it('install it as well', () => {
    const { values } = keyAt(importReg(bytesOf(`windows/try/${browser}.reg`)), install)
    expect(Object.fromEntries(values)).toEqual(installOf(browser, IDS))
  })

  it('number lists, name rows of tables, and write yes and no as numbers', () => {
    const key = keyAt(importReg(bytesOf(`windows/try/${browser}.reg`)), policy)
    expect([...keyAt(key, 'notUsed').values]).toEqual([
      ['1', 'facebook'],
      ['2', 'instagram'],
      ['3', 'twitter'],
    ])
    expect(keyAt(key, 'sites').values.get('shop.example.com')).toBe('prod2')
    expect([key.values.get('notifications'), key.values.get('welcome')]).toEqual([1, 0])
  })

  it('take back what they set, and leave others’ keys alone', () => {
    const root = importReg(bytesOf(`windows/try/${browser}.reg`))
    const other = keyAt(root, `${install.replace(/\\[^\\]+$/, '')}\\somebody-else`)
    other.values.set('installation_mode', 'blocked')
    importReg(bytesOf(`windows/try/${browser}-undo.reg`), root)
    expect(written(root)).toEqual([expect.stringMatching(/\\ExtensionSettings\\somebody-else$/)])
  })
})

/** What each file tells a browser to install, as a browser would read it. */
const installIn = (path: string, ids: typeof IDS): unknown => {
  const [system = '', name = ''] = path.split('/')
  const browser = (['edge', 'firefox'] as const).find((one) => name.startsWith(one)) ?? 'chrome'
  const id = ids[browser]
  if (system === 'linux') {
    const file = JSON.parse(textOf(path, ids, {}))
    return browser === 'firefox'
      ? dictAt(file, 'policies', 'ExtensionSettings', id)
      : dictAt(file, 'ExtensionSettings', id)
  }
  const domain = { chrome: 'com.google.Chrome', edge: 'com.microsoft.Edge', firefox: 'org.mozilla.firefox' }[
    browser
  ]
  return dictAt(profileOf(textOf(path, ids, {})).payloads.get(domain), 'ExtensionSettings', id)
}

const INSTALLING = {
  'linux/chrome/podlight.json': 'chrome',
  'linux/chromium/podlight.json': 'chrome',
  'linux/edge/podlight.json': 'edge',
  'linux/firefox/policies.json': 'firefox',
  'macos/chrome.mobileconfig': 'chrome',
  'macos/edge.mobileconfig': 'edge',
  'macos/firefox.mobileconfig': 'firefox',
} as const

describe.each(Object.entries(INSTALLING))('%s', (path, browser) => {
  it.each([
    ['the store', IDS],
    ['a company’s own server', HOSTED],
  ])('installs Podlight from %s', (_, ids) => {
    const install: Install = installOf(browser, ids)
    expect(install['installation_mode']).toBe('force_installed')
    expect(installIn(path, ids)).toEqual(install)
  })
})

describe('a company that serves the packages itself', () => {
  it('is told which version it serves, for both Chromium browsers', () => {
    const root = parseXml(textOf('hosting/updates.xml', HOSTED, {}))
    expect(allAt(root, 'app').map((app) => attribute(app, 'appid'))).toEqual([IDS.chrome, IDS.edge])
    for (const check of allAt(root, 'app', 'updatecheck'))
      expect([attribute(check, 'codebase'), attribute(check, 'version')]).toEqual([
        'https://apps.example.com/podlight/podlight-1.2.3.crx',
        '1.2.3',
      ])
    expect(root.namespaceURI).toBe('http://www.google.com/update2/response')
  })

  it('has one entry where one key signed for both', () => {
    const root = parseXml(textOf('hosting/updates.xml', { ...HOSTED, edge: HOSTED.chrome }, {}))
    expect(allAt(root, 'app')).toHaveLength(1)
  })

  it('has Chromium ask there for updates too, as the package names no address', () => {
    for (const browser of ['chrome', 'edge'] as const)
      expect(installOf(browser, HOSTED)).toMatchObject({
        update_url: 'https://apps.example.com/podlight/updates.xml',
        override_update_url: true,
      })
  })

  it('has Firefox ask there too, and not on addons.mozilla.org', () => {
    const { install_url, update_url } = installOf('firefox', HOSTED)
    expect([install_url, update_url]).toEqual([
      'https://apps.example.com/podlight/podlight.xpi',
      'https://apps.example.com/podlight/updates.json',
    ])
    const updates = JSON.parse(textOf('hosting/updates.json', HOSTED, {}))
    expect(updates).toEqual({
      addons: { 'podlight@podlight': { updates: [{ version: '1.2.3', update_link: install_url }] } },
    })
  })

  it('gets no such file where the stores serve', () => {
    expect([...rollOutFiles(IDS, {}).keys()].filter((path) => path.startsWith('hosting'))).toEqual([])
  })
})

describe('profiles for macOS', () => {
  const profile = (policy = EXAMPLE_POLICY) => profileOf(textOf('macos/chrome.mobileconfig', IDS, policy))

  it('have ids that their content decides', () => {
    const ids = (policy = EXAMPLE_POLICY): unknown[] => {
      const { profile: whole, payloads } = profile(policy)
      return [whole, ...payloads.values()].map((one) => one['PayloadUUID'])
    }
    expect(ids()).toEqual(ids())
    expect(new Set(ids()).size).toBe(3)
    for (const id of ids()) expect(id).toMatch(/^[\dA-F]{8}-[\dA-F]{4}-8[\dA-F]{3}-8[\dA-F]{3}-[\dA-F]{12}$/)
    const [whole, install, policy] = ids({ ...EXAMPLE_POLICY, contact: 'another' })
    const before = ids()
    expect(install).toBe(before[1])
    expect([whole, policy].filter((id) => before.includes(id))).toEqual([])
  })

  it('keep their names, so that a newer one replaces them', () => {
    expect(profile({}).profile['PayloadIdentifier']).toBe(profile().profile['PayloadIdentifier'])
  })

  it('are for the whole computer, and have what every payload has', () => {
    const { profile: whole, payloads } = profile()
    expect(whole).toMatchObject({ PayloadType: 'Configuration', PayloadScope: 'System', PayloadVersion: 1 })
    for (const one of payloads.values())
      for (const name of ['PayloadIdentifier', 'PayloadUUID', 'PayloadType', 'PayloadVersion'])
        expect(one).toHaveProperty(name)
  })

  it('switch Firefox’s policies on', () => {
    const { payloads } = profileOf(textOf('macos/firefox.mobileconfig', IDS, {}))
    expect(payloads.get('org.mozilla.firefox')).toMatchObject({ EnterprisePoliciesEnabled: true })
  })
})

describe('all files', () => {
  it('are the same bytes from the same policy', () => {
    expect([...rollOutFiles(HOSTED, EXAMPLE_POLICY)]).toEqual([...rollOutFiles(HOSTED, EXAMPLE_POLICY)])
  })

  it('say where an id is missing', () => {
    const files = [...rollOutFiles(STORE_IDS, EXAMPLE_POLICY)]
    const holding = (id: string): string[] =>
      files
        .filter(([, content]) => Buffer.from(content).toString('latin1').replaceAll('\0', '').includes(id))
        .map(([path]) => path)
    for (const id of ['CHROME_ID', 'EDGE_ID']) expect(holding(id).length).toBeGreaterThan(3)
    expect(holding('undefined')).toEqual([])
  })
})
