import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ArgumentError, HELP, readArguments } from '../../../scripts/rollOut/arguments.ts'
import { rollOutFiles } from '../../../scripts/rollOut/files.ts'
import { EXAMPLE_POLICY, readFlatPolicy } from '../../../scripts/rollOut/flatPolicy.ts'
import { STORE_IDS } from '../../../scripts/rollOut/ids.ts'
import { copied, run } from '../../support/guide.ts'
import { manifestFor } from '../../support/manifestFor.ts'
import { IDS } from './support.ts'

describe('what is typed after npm run roll-out', () => {
  it('may be nothing', () => {
    const { chrome, edge, firefox } = STORE_IDS
    expect(readArguments([])).toEqual({ help: false, policy: null, chrome, edge, firefox, host: null })
  })

  it('is taken', () => {
    const args = [
      '--policy',
      'a.json',
      '--chrome',
      IDS.chrome,
      '--edge',
      IDS.edge,
      '--host',
      'https://a.example/b',
    ]
    expect(readArguments(args)).toEqual({
      help: false,
      policy: 'a.json',
      chrome: IDS.chrome,
      edge: IDS.edge,
      firefox: 'podlight@podlight',
      host: 'https://a.example/b/',
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
    ['--host', 'https://a.example/?x'],
    ['--host', `https://a.example/${'x'.repeat(200)}`],
    ['policy.json'],
  ])('is refused in words: %s %s', (...args) => {
    expect(() => readArguments(args)).toThrow(ArgumentError)
    expect(() => readArguments(args)).toThrow(/--help shows what there is\.$|^--\w+ takes .*\.$/)
  })

  it('is all in the help', () => {
    for (const name of ['--policy', '--chrome', '--edge', '--firefox', '--host', '--help'])
      expect(HELP).toContain(name)
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
    ['Pods', ['prod2'], /no such key/],
    ['toString', 'x', /no such key/],
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
    const line = `npm run roll-out -- --policy ours.json --chrome ${IDS.chrome} --edge ${IDS.edge} --host https://a.example/`
    expect(run(home, line).status).toBe(0)
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    const ids = { ...IDS, host: { url: 'https://a.example/', version } }
    expect(written()).toEqual(expected(ids, { pods: ['prod4'], welcome: false }))
  })

  it('names every mistake in a policy with its row, and writes nothing', () => {
    writeFileSync(join(home, 'wrong.json'), JSON.stringify({ pods: 'prod2', contcat: 'x', language: 'en' }))
    rmSync(out(), { recursive: true })
    const { status, said } = run(home, 'npm run roll-out -- --policy wrong.json')
    expect(status).toBe(1)
    expect(said.trim().split('\n')).toEqual([
      'pods: It must be a list of texts: ["one", "two"].',
      'contcat: Podlight knows no such key.',
      'Nothing was written. Mistakes in wrong.json: 2.',
    ])
    expect(existsSync(out())).toBe(false)
  })

  it.each([
    ['--policy nowhere.json', 'There is no file nowhere.json.'],
    ['--policy CHANGELOG.md', 'CHANGELOG.md isn’t JSON'],
    ['--chrome podlight', '--chrome takes an id'],
  ])('says in a sentence what is wrong with %s', (args, sentence) => {
    const { status, said } = run(home, `npm run roll-out -- ${args}`)
    expect([status, said]).toEqual([2, expect.stringContaining(sentence)])
    expect(said).not.toContain(' at ')
  })
})
