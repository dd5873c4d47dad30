import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zipOf } from '../../../scripts/build/archive.ts'
import { ArgumentError, HELP, readArguments } from '../../../scripts/rollOut/arguments.ts'
import { crxOf } from '../../../scripts/rollOut/crx.ts'
import { rollOutFiles } from '../../../scripts/rollOut/files.ts'
import { EXAMPLE_POLICY, readFlatPolicy } from '../../../scripts/rollOut/flatPolicy.ts'
import { STORE_IDS } from '../../../scripts/rollOut/ids.ts'
import { copied, run } from '../../support/guide.ts'
import { manifestFor } from '../../support/manifestFor.ts'
import { allAt, parseXml } from '../../support/rollOut/template.ts'
import { IDS } from './support.ts'

describe('what is typed after npm run roll-out', () => {
  it('may be nothing', () => {
    expect(readArguments([])).toEqual({
      help: false,
      policy: null,
      chrome: null,
      edge: null,
      firefox: STORE_IDS.firefox,
      host: null,
      key: null,
      newKey: null,
      package: null,
    })
  })

  it('is taken', () => {
    const stores = ['--policy', 'a.json', '--chrome', IDS.chrome, '--edge', IDS.edge]
    expect(readArguments(stores)).toMatchObject({ policy: 'a.json', chrome: IDS.chrome, edge: IDS.edge })
    const own = ['--host', 'https://a.example/b', '--key', 'key.pem', '--package', 'a.zip']
    expect(readArguments(own)).toEqual({
      help: false,
      policy: null,
      chrome: null,
      edge: null,
      firefox: 'podlight@podlight',
      host: 'https://a.example/b/',
      key: 'key.pem',
      newKey: null,
      package: 'a.zip',
    })
    for (const id of ['podlight@acme.example', '{446900e4-71c2-419f-a6a7-df9c091e268b}'])
      expect(readArguments(['--firefox', id]).firefox).toBe(id)
  })

  it.each([
    ['--polciy', 'x'],
    ['--chrome', 'podlight'],
    ['--chrome', IDS.chrome.toUpperCase()],
    ['--edge', `${IDS.edge}a`],
    ['--firefox', 'a\\b'],
    ['--host', 'http://a.example/'],
    ['--host', 'a.example'],
    ['--host', 'https://a.example/', '--key', 'a.pem', '--new-key', 'b.pem'],
    ['--host', 'https://a.example/?x'],
    ['--host', `https://a.example/${'x'.repeat(200)}`],
    ['--key', 'key.pem'],
    ['--host', 'https://a.example/'],
    ['--host', 'https://a.example/', '--key', 'a.pem', '--chrome', IDS.chrome],
    ['policy.json'],
  ])('is refused in words: %s %s', (...args) => {
    expect(() => readArguments(args)).toThrow(ArgumentError)
    expect(() => readArguments(args)).toThrow(
      /--help shows what there is\.$|^--\w+ takes .*\.$|--key.*\.$|--host\.$/,
    )
  })

  it('is all in the help', () => {
    for (const name of ['policy', 'chrome', 'edge', 'firefox', 'host', 'key', 'new-key', 'package', 'help'])
      expect(HELP).toContain(`--${name} `)
  })

  it('knows Firefox’s id from the package', () => {
    expect(manifestFor('firefox')['browser_specific_settings']).toMatchObject({
      gecko: { id: STORE_IDS.firefox },
    })
  })
})

describe('the form of a policy', () => {
  it.each([
    ['pods', 'prod2', /list/],
    ['pods', ['prod2', 2], /list/],
    ['feed', 1, /text/],
    ['welcome', 'false', /true or false/],
    ['sites', ['a'], /table/],
    ['sites', { a: 1 }, /table/],
    ['contact', 'a\u0000b', /control character/],
    ['replies', { down: 'a\u001bb' }, /control character/],
  ])('is judged by row: %s %j', (row, value, reason) => {
    const { policy, mistakes } = readFlatPolicy({ [row]: value, language: 'en' })
    expect(policy).toEqual({ language: 'en' })
    expect(mistakes).toEqual([{ row, reason: expect.stringMatching(reason) }])
  })

  it.each([[null], [[]], ['x'], [1]])('is a table, not %j', (value) => {
    expect(readFlatPolicy(value).mistakes).toHaveLength(1)
  })
})

describe('npm run roll-out', { timeout: 120_000 }, () => {
  let home = ''
  beforeAll(() => {
    home = copied('roll-out')
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  const out = (): string => join(home, 'dist/roll-out')
  const written = (): Map<string, Buffer> =>
    new Map(
      readdirSync(out(), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path.slice(out().length + 1).replaceAll('\\', '/'), readFileSync(path)]),
    )
  const expected = (...args: Parameters<typeof rollOutFiles>): Map<string, Buffer> =>
    new Map([...rollOutFiles(...args)].map(([path, content]) => [path, Buffer.from(content)]))

  it('writes the examples, with a sign where an id is missing', () => {
    const { status, said } = run(home, 'npm run roll-out')
    expect([status, said]).toEqual([
      0,
      expect.stringContaining('files for administrators are in dist/roll-out'),
    ])
    expect(written()).toEqual(expected(STORE_IDS, EXAMPLE_POLICY))
  })

  it('writes a company’s own policy, and leaves nothing of before', () => {
    writeFileSync(join(home, 'ours.json'), JSON.stringify({ pods: ['prod4'], welcome: false }))
    writeFileSync(join(out(), 'old.txt'), 'old')
    const line = `npm run roll-out -- --policy ours.json --chrome ${IDS.chrome} --edge ${IDS.edge}`
    expect(run(home, line)).toEqual({ status: 0, said: expect.stringMatching(/in dist\/roll-out\n$/) })
    expect(written()).toEqual(expected(IDS, { pods: ['prod4'], welcome: false }))
  })

  it('takes the id from the key that signs a package', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(join(home, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    expect(run(home, 'npm run roll-out -- --host https://a.example/ --key key.pem').status).toBe(0)
    const [app] = allAt(parseXml(`${written().get('hosting/updates.xml')}`), 'app')
    // By another way than the command’s own: the checksum’s bytes, a letter for each half.
    const sum = createHash('sha256')
      .update(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }))
      .digest()
    const letters = [...sum.subarray(0, 16)].flatMap((byte) => [byte >> 4, byte & 15])
    expect(app?.getAttribute('appid')).toBe(letters.map((half) => 'abcdefghijklmnop'[half]).join(''))
  })

  it('makes a key, and signs a package with it that browsers install', async () => {
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    const zipped = (of: string): Promise<Uint8Array> =>
      zipOf(
        new Map([
          ['manifest.json', Buffer.from(JSON.stringify({ version: of, minimum_chrome_version: '120' }))],
        ]),
      )
    writeFileSync(join(home, 'package.zip'), await zipped(version))
    writeFileSync(join(home, 'earlier.zip'), await zipped('0.0.1'))
    const host = '--host https://a.example/'
    const made = run(home, `npm run roll-out -- ${host} --new-key new.pem --package package.zip`)
    expect([made.status, made.said]).toEqual([0, expect.stringContaining('new.pem is your key.')])
    const crx = written().get(`hosting/podlight-${version}.crx`)
    const key = readFileSync(join(home, 'new.pem'), 'utf8')
    expect(crx).toEqual(Buffer.from(crxOf(await zipped(version), createPrivateKey(key))))
    // The same key once more makes the same package.
    expect(run(home, `npm run roll-out -- ${host} --key new.pem --package package.zip`).status).toBe(0)
    expect(written().get(`hosting/podlight-${version}.crx`)).toEqual(crx)
    const earlier = run(home, `npm run roll-out -- ${host} --key new.pem --package earlier.zip`)
    expect([earlier.status, earlier.said]).toEqual([
      2,
      expect.stringContaining('earlier.zip is version 0.0.1'),
    ])
  })

  it('names every mistake in a policy with its row, and writes nothing', () => {
    writeFileSync(
      join(home, 'wrong.json'),
      JSON.stringify({ pods: 'prod2', contcat: 'x', toString: 'x', language: 'en' }),
    )
    rmSync(out(), { recursive: true })
    const { status, said } = run(home, 'npm run roll-out -- --policy wrong.json')
    expect(status).toBe(1)
    expect(said.trim().split('\n')).toEqual([
      'pods: It must be a list of texts: ["one", "two"].',
      'contcat: Podlight has no such setting. Did you mean “contact”?',
      'toString: Podlight has no such setting.',
      'language: Only your own replies use this, and there are none.',
      'Nothing was written. Mistakes in wrong.json: 4.',
    ])
    expect(existsSync(out())).toBe(false)
  })

  it('says what is worth knowing: what is missing, and what customers would read in English', () => {
    const policy = {
      pods: ['prod99'],
      replies: { down: 'Betroffen: {what}.' },
      language: 'de',
      names: { chat: 'Chat' },
    }
    // As old editors of Windows write it.
    writeFileSync(join(home, 'german.json'), `\uFEFF${JSON.stringify(policy)}`, 'utf16le')
    const { status, said } = run(home, 'npm run roll-out -- --policy german.json')
    expect(status).toBe(0)
    for (const note of [
      '- CHROME_ID stands in the files until you name the id with --chrome.',
      '- Pods that Podlight doesn’t know by name: prod99. Is that right?',
      '- Replies without a text of yours: failing, delayed, maintenance, possible, and slow.',
      'these keep their English one: attachments, email,',
    ])
      expect(said).toContain(note)
    expect(run(home, 'npm run roll-out').said).toContain('- These are examples')
  })

  it.each([
    ['--policy nowhere.json', 'There is no file nowhere.json.'],
    ['--policy CHANGELOG.md', 'CHANGELOG.md isn’t JSON'],
    ['--chrome podlight', '--chrome takes an id'],
    ['--host https://a.example/ --key package.json', 'package.json is no private key in PEM'],
    ['--host https://a.example/ --key ec.pem', 'ec.pem is no RSA key of 2048 bits or more.'],
    ['--host https://a.example/ --new-key nowhere/new.pem', 'nowhere/new.pem can’t be written'],
    ['--host https://a.example/ --new-key dist/roll-out/a.pem', 'keep dist/roll-out/a.pem somewhere else'],
    ['--host https://a.example/ --new-key a.pem --package nowhere.zip', 'There is no file nowhere.zip.'],
    [
      '--host https://a.example/ --new-key a.pem --package firefox.zip',
      'firefox.zip isn’t the package for Chrome.',
    ],
    ['--policy docs', 'There is no file docs.'],
    ['--host https://a.example/ --new-key package.json', 'There is a file package.json already'],
    [
      '--host https://a.example/ --key key.pem --package package.json',
      'package.json is no package of an extension.',
    ],
  ])('says in a sentence what is wrong with %s', async (args, sentence) => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    writeFileSync(join(home, 'ec.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const manifest = Buffer.from('{"version":"1","browser_specific_settings":{}}')
    writeFileSync(join(home, 'firefox.zip'), await zipOf(new Map([['manifest.json', manifest]])))
    const { status, said } = run(home, `npm run roll-out -- ${args}`)
    expect([status, said]).toEqual([2, expect.stringContaining(sentence)])
    expect(said).not.toContain(' at ')
  })
})
