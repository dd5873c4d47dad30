import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_POLICY } from '../../../extension/domain/policy/policy.ts'
import { POLICY_KEYS } from '../../../extension/domain/policy/policyKeys.ts'
import { readPolicy } from '../../../extension/domain/policy/readPolicy.ts'
import { choiceShape } from '../../../extension/domain/settings.ts'

const EXAMPLES: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(POLICY_KEYS).map(([name, { example }]) => [name, example]),
)

const settingsOf = (managed: object): object => readPolicy(managed).policy.settings
const mistakesOf = (managed: object): string[] =>
  readPolicy(managed).mistakes.map(({ row, reason }) => `${row} | ${reason}`)

describe('a company’s policy', () => {
  it('is none where nothing is set', () => {
    for (const nothing of [{}, null, undefined, [], 'pods', 7])
      expect(readPolicy(nothing)).toEqual({ policy: NO_POLICY, mistakes: [] })
  })

  it('is read whole, as the examples write it', () => {
    const { policy, mistakes } = readPolicy(EXAMPLES)
    expect(mistakes).toEqual([])
    expect(policy).toEqual({
      isSet: true,
      settings: {
        pods: ['prod2'],
        feed: 'https://status.example.com/api/v2/summary.json',
        ignored: ['facebook', 'instagram', 'twitter'],
        notify: true,
        quiet: { from: '20:00', to: '08:00' },
        workingHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
        evidence: 'on',
      },
      mayChange: ['quiet'],
      replies: { texts: EXAMPLES['replies'], names: EXAMPLES['names'], language: 'en' },
      contact: '+1 555 0100',
      organisations: new Map([
        ['acme', 'prod2'],
        ['acme-us', 'prod1'],
      ]),
      sites: new Map([
        ['shop.example.com', 'prod2'],
        ['example.us', 'prod1'],
      ]),
      welcome: false,
    })
  })

  it('is the same where the Windows registry holds it: numbers for true and false, JSON for lists and tables', () => {
    const written = Object.fromEntries(
      Object.entries(EXAMPLES).map(([name, value]) => [
        name,
        typeof value === 'boolean'
          ? Number(value)
          : typeof value === 'string'
            ? value
            : JSON.stringify(value),
      ]),
    )
    expect(readPolicy(written)).toEqual(readPolicy(EXAMPLES))
  })

  it('is read as people write', () => {
    expect(settingsOf({ pods: ['Prod 2', 'PROD-1'] })).toEqual({ pods: ['prod2', 'prod1'] })
    expect(settingsOf({ quietHours: '8:00 – 9:30' })).toEqual({ quiet: { from: '08:00', to: '09:30' } })
    expect(settingsOf({ quietHours: 'None' })).toEqual({ quiet: null })
    for (const empty of [[], '[]', {}]) expect(settingsOf({ notUsed: empty })).toEqual({ ignored: [] })
    expect(settingsOf({ notUsed: ['SMS'] })).toEqual({ ignored: ['sms'] })
    const sites = {
      'https://Shop.Example.com/': 'prod2',
      'münchen.example': 'prod1',
      '*.example.org': 'prod4',
    }
    expect(readPolicy({ sites })).toMatchObject({
      mistakes: [],
      policy: {
        sites: new Map([
          ['shop.example.com', 'prod2'],
          ['xn--mnchen-3ya.example', 'prod1'],
          ['example.org', 'prod4'],
        ]),
      },
    })
    const organisations = { 'Acme Inc.': 'prod4', 'https://Acme-EU.kustomerapp.com/app': 'prod2' }
    expect(readPolicy({ organisations }).policy.organisations).toEqual(
      new Map([
        ['acme inc.', 'prod4'],
        ['acme-eu', 'prod2'],
      ]),
    )
  })

  it.each<[string, object, object, string[]]>([
    ['a pod', { pods: ['prod2', 'moon'] }, { pods: ['prod2'] }, ['pods, entry 2 | “moon” isn’t a pod.']],
    [
      'a pod that is no text',
      { pods: [3, 'prod1'] },
      { pods: ['prod1'] },
      ['pods, entry 1 | This must be a text.'],
    ],
    [
      'the same pod again',
      { pods: ['prod1', 'Prod 1'] },
      { pods: ['prod1'] },
      ['pods, entry 2 | “Prod 1” is named twice.'],
    ],
    ['all pods', { pods: ['moon'] }, {}, ['pods, entry 1 | “moon” isn’t a pod.']],
    ['no pods', { pods: [] }, {}, ['pods | This is empty.']],
    ['a text for a list', { pods: 'prod1' }, {}, ['pods | This must be a list of texts.']],
    ['a list that breaks off', { pods: '["prod1"' }, {}, ['pods | This must be a list of texts.']],
    [
      'a feature',
      { notUsed: ['fax', 'sms'] },
      { ignored: ['sms'] },
      ['notUsed, entry 1 | “fax” isn’t a feature'],
    ],
    ['everything', { notUsed: ['platform'] }, {}, ['notUsed, entry 1 | “platform” isn’t a feature']],
    ['a yes in words', { notifications: 'yes' }, {}, ['notifications | This must be true or false.']],
    ['a time', { quietHours: '20:00-24:00' }, {}, ['quietHours | “20:00-24:00” isn’t a time of day']],
    ['no time at all', { quietHours: '20:00-20:00' }, {}, ['quietHours | “20:00-20:00” isn’t a time of day']],
    ['an address', { feed: 'http://example.com/' }, {}, ['feed | “http://example.com/” can’t be used.']],
    ['nothing', { contact: ' ' }, {}, ['contact | This is empty.']],
    ['a long text', { contact: 'x'.repeat(301) }, {}, ['contact | This is longer than 300 characters.']],
    ['a key', { snacks: true }, {}, ['snacks | Podlight has no such setting.']],
    [
      'another spelling',
      { organizations: {} },
      {},
      ['organizations | Podlight has no such setting. Did you mean “organisations”?'],
    ],
    [
      'a situation',
      { replies: { broken: 'x' } },
      {},
      ['replies: broken | “broken” isn’t a situation. Use one of: down,'],
    ],
    [
      'a placeholder',
      { replies: { down: '{who} x' } },
      {},
      ['replies: down | “who” isn’t a placeholder. Use one of: what,'],
    ],
    [
      'a name for nothing',
      { names: { chat: 'our chat' } },
      {},
      ['names | Only your own replies use this, and there are none.'],
    ],
    ['a language', { language: 'klingon-!' }, {}, ['language | “klingon-!” isn’t a language']],
    ['an option', { mayChange: ['weather'] }, {}, ['mayChange, entry 1 | “weather” isn’t an option']],
    [
      'an option that is free',
      { mayChange: ['feed'] },
      {},
      ['mayChange, entry 1 | “feed” isn’t set by this policy'],
    ],
    [
      'a website',
      { sites: { 'shop.example.com/path': 'prod1' } },
      {},
      ['sites: shop.example.com/path | “shop.example.com/path” isn’t the name of a website'],
    ],
    [
      'a website’s pod',
      { sites: { 'example.com': 'moon' } },
      {},
      ['sites: example.com | “moon” isn’t a pod.'],
    ],
  ])('says what is wrong with %s, and uses the rest', (_, managed, settings, said) => {
    expect(settingsOf(managed)).toEqual(settings)
    const mistakes = mistakesOf(managed)
    expect(mistakes).toHaveLength(said.length)
    for (const [at, begin] of said.entries()) expect(mistakes[at]?.startsWith(begin), mistakes[at]).toBe(true)
    // Beside it, everything else holds.
    const { policy } = readPolicy({ ...EXAMPLES, ...managed })
    expect(policy.isSet).toBe(true)
    expect({ ...readPolicy(EXAMPLES).policy.settings, ...policy.settings }).toMatchObject(settings)
  })

  it('takes whatever comes, and sets nothing that could not have been chosen', () => {
    const names = fc.oneof(fc.constantFrom(...Object.keys(POLICY_KEYS)), fc.string())
    const texts = fc.oneof(
      fc.constantFrom(
        'prod1',
        'sms',
        'none',
        '20:00-08:00',
        'Mon,Sat-Sun 20:00-08:00',
        'https://example.com/',
        'true',
        '[]',
        '{"a":1}',
        '__proto__',
      ),
      fc.string(),
    )
    const values = fc.oneof(texts, fc.anything(), fc.array(texts), fc.dictionary(texts, texts))
    fc.assert(
      fc.property(fc.dictionary(names, values), (managed) => {
        const { policy, mistakes } = readPolicy(managed)
        expect(choiceShape.safeParse(policy.settings)).toMatchObject({ success: true })
        for (const { row, reason } of mistakes) {
          expect(reason).not.toMatch(/\{(text|what)\}/)
          expect([...row].length).toBeLessThan(200)
        }
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('is not held up by one that is far too long', () => {
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`org${at}`, at % 2 ? 'prod1' : 'moon']),
    )
    const { policy, mistakes } = readPolicy({ organisations: many })
    expect(policy.organisations.size).toBe(1000)
    expect(mistakes).toHaveLength(200)
    expect(mistakes[0]).toEqual({ row: 'organisations', reason: 'Podlight reads no more than 2000 entries.' })
  })
})
