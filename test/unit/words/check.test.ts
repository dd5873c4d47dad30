import { describe, expect, it } from 'vitest'
import { checkLanguage } from '../../../shared/words/check.ts'
import { agent, customer } from '../../../shared/words/en.ts'

const english = { customer, agent }
const faultsOf = (words: unknown, tag = 'en'): string[] =>
  checkLanguage({ tag, words }, english, ['Kustomer']).map(({ key, message }) => `${key} ${message}`)

/** English with one text changed; `undefined` takes it out. */
const changed = (path: string, text: unknown): unknown => {
  const copy: Record<string, unknown> = structuredClone(english) as never
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

  it('finds everything missing in nothing', () => {
    expect(faultsOf({}).length).toBeGreaterThan(50)
    expect(faultsOf(null).length).toBeGreaterThan(50)
  })
})
