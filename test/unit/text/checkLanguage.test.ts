import { describe, expect, it } from 'vitest'
import { extension } from '../../../extension/text/en.ts'
import { customer as arabic } from '../../../shared/text/ar.ts'
import { checkLanguage } from '../../../shared/text/checkLanguage.ts'
import { customer as german } from '../../../shared/text/de.ts'
import { agent, customer } from '../../../shared/text/en.ts'
import { customer as french } from '../../../shared/text/fr.ts'
import { customer as hebrew } from '../../../shared/text/he.ts'
import { customer as japanese } from '../../../shared/text/ja.ts'

const english = { customer, agent, extension }
const faultsOf = (words: unknown, tag = 'en'): string[] =>
  checkLanguage({ tag, words }, english, ['Kustomer']).map(({ key, message }) => `${key} ${message}`)

/** English, or other words, with one text changed; `undefined` takes it out. */
const changed = (path: string, text: unknown, words: object = english): object => {
  const copy: Record<string, unknown> = structuredClone(words) as never
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce<Record<string, unknown>>(
    (node, key) => node[key] as Record<string, unknown>,
    copy,
  )
  if (text === undefined) delete parent[last]
  else parent[last] = text
  return copy
}

describe('the check of a language', () => {
  it('finds nothing in English', () => expect(faultsOf(english)).toEqual([]))

  it.each<[string, string, unknown, string]>([
    ['a missing text', 'agent.reasons.stale', undefined, 'agent.reasons.stale is missing'],
    ['a missing scene', 'customer.scenes.back', undefined, 'customer.scenes.back.headline is missing'],
    ['an empty text', 'customer.working', '  ', 'customer.working is empty'],
    ['what is no text', 'customer.working', 7, 'customer.working is no text'],
    ['a key of its own', 'agent.gruss', 'Hallo', 'agent.gruss is a key that English does not have'],
    ['a lost placeholder', 'customer.since', 'Schon länger.', 'customer.since lacks the placeholder {time}'],
    ['a misspelt one', 'customer.since', 'Seit {zeit}.', 'customer.since has an unknown placeholder {zeit}'],
    [
      'one of another text',
      'customer.working',
      'Seit {time}.',
      'customer.working has {time}, which English does not have here',
    ],
    ['a broken one', 'customer.since', 'Seit {time}}.', 'customer.since has a brace without its other half'],
    [
      'a long text',
      'customer.working',
      'Ä'.repeat(71),
      'customer.working is 71 characters long, 70 are allowed',
    ],
    ['a tag', 'agent.ok', '<b>{pod}</b>', 'agent.ok holds HTML'],
    ['an entity', 'agent.ok', '{pod} &amp; Co', 'agent.ok holds HTML'],
    [
      'the vendor',
      'customer.working',
      'KUSTOMER ist dran.',
      'customer.working names the vendor Kustomer to customers',
    ],
    ['a pod', 'customer.working', 'Prod 1 ist dran.', 'customer.working names a pod to customers'],
    [
      'a straight apostrophe',
      'customer.working',
      "It's being worked on.",
      'customer.working has a straight quotation mark or apostrophe',
    ],
    [
      'a character that nobody sees',
      'customer.working',
      'It’s being\u200b worked on.',
      'customer.working holds a character that nobody sees',
    ],
    [
      'a lost form',
      'agent.overdueDays.one',
      undefined,
      'agent.overdueDays.one is a plural form that en needs',
    ],
    [
      'a foreign form',
      'agent.overdueDays.few',
      '{count}',
      'agent.overdueDays.few is a plural form that en does not have',
    ],
    [
      'a form without its number',
      'agent.overdueDays.other',
      'Viele Tage zu spät.',
      'agent.overdueDays.other lacks the placeholder {count}',
    ],
  ])('finds %s', (_, path, text, fault) => expect(faultsOf(changed(path, text))).toContain(fault))

  it('lets the singular do without its number, and agents read the vendor’s name', () => {
    expect(faultsOf(changed('agent.overdueDays.one', 'Einen Tag zu spät.'))).toEqual([])
    expect(faultsOf(changed('agent.ok', '{pod}: Kustomer, prod1'))).toEqual([])
  })

  it('asks each language for its own forms', () => {
    expect(faultsOf(english, 'pl')).toContain('agent.more.few is a plural form that pl needs')
    expect(faultsOf(english, 'ja')).toContain('agent.more.one is a plural form that ja does not have')
  })

  it('finds everything missing in nothing, and what agents read only where some of it is there', () => {
    expect(faultsOf({})).toEqual(faultsOf(null))
    expect(faultsOf({}).filter((fault) => fault.endsWith(' is missing'))).toHaveLength(32)
    expect(faultsOf({ agent: { ok: agent.ok } }).length).toBeGreaterThan(200)
  })
})

describe('a language for customers alone', () => {
  const found = { customer: german }

  it('owes agents nothing', () => expect(faultsOf(found, 'de')).toEqual([]))

  it('owes customers everything', () =>
    expect(faultsOf(changed('customer.asOf', undefined, found), 'de')).toEqual(['customer.asOf is missing']))

  it('owes agents everything as soon as it has a word for them', () => {
    const some = faultsOf({ ...found, agent: { noReason: 'Der Grund ist nicht bekannt.' } }, 'de')
    expect(some).toContain('agent.ok is missing')
    expect(some).toContain('agent.more.one is a plural form that de needs')
    expect(some).toContain('extension.fine is missing')
    expect(some).not.toContain('agent.noReason is missing')
    const pages = faultsOf({ ...found, extension: { fine: 'Nichts, was Sie betrifft.' } }, 'de')
    expect(pages).toContain('agent.ok is missing')
  })

  it('has no export that nobody knows', () =>
    expect(faultsOf({ ...found, customers: german }, 'de')).toContain(
      'customers.working is a key that English does not have',
    ))
})

describe('a language that only looks like one', () => {
  it('is found where English was left', () => {
    expect(faultsOf({ customer: german }, 'de')).toEqual([])
    expect(faultsOf(changed('customer.since', customer.since, { customer: german }), 'de')).toEqual([
      'customer.since is still in English',
    ])
    expect(faultsOf(english, 'de')).toContain('extension.fine is still in English')
  })

  it('may share names, and what has no words', () => {
    const faults = faultsOf(english, 'de')
    expect(faults.filter((fault) => fault.startsWith('agent.capabilities.'))).toEqual([])
    const bare = { customer: { ...customer, since: '{time}' } }
    const shared = { customer: { ...german, since: '{time}' } }
    expect(checkLanguage({ tag: 'de', words: shared }, bare, [])).toEqual([])
  })

  it.each([
    ['ar', arabic, 'Wird bearbeitet.'],
    ['he', hebrew, 'يجري العمل على حل ذلك.'],
    ['ja', japanese, 'Wird bearbeitet。'],
  ])('is found where %s is in another script', (tag, words, text) =>
    expect(faultsOf({ customer: { ...words, working: text } }, tag)).toEqual([
      `customer.working has no letter of the script of ${tag}`,
    ]),
  )

  it.each(['\u061c', '\u200e', '\u200f', '\u202b', '\u202e', '\u2066', '\u2069'])(
    'is found where %j turns it round',
    (mark) =>
      expect(faultsOf({ customer: { ...hebrew, example: `${mark}${hebrew.example}` } }, 'he')).toEqual([
        'customer.example holds a character that nobody sees',
      ]),
  )

  it.each([
    ['fr', french, 'Un souci? On y travaille.'],
    ['fr', french, 'Un souci\u00a0? On y travaille.'],
    ['ar', arabic, 'هل من مشكلة? نعمل على حلها.'],
    ['ar', arabic, 'نعم, نعمل على حلها.'],
    ['ja', japanese, '対応を進めています.'],
    ['ja', japanese, '不具合ですか? 対応を進めています。'],
  ])('is found by marks that are not of %s', (tag, words, text) =>
    expect(faultsOf({ customer: { ...words, working: text } }, tag)).toEqual([
      `customer.working has a mark that ${tag} writes otherwise`,
    ]),
  )

  it('may name an address anywhere', () =>
    expect(
      faultsOf({ customer: { ...french, working: 'Écrivez-nous sur https://exemple.fr.' } }, 'fr'),
    ).toEqual([]))
})
