import fc from 'fast-check'
import { POLICY_KEY_NAMES } from '../../../extension/domain/policy/policyKeyNames.ts'
import { POLICY_KEYS, type PolicyType } from '../../../extension/domain/policy/policyKeys.ts'
import type { FlatPolicy, PolicyValue } from '../../../scripts/rollOut/flatPolicy.ts'

/** What some format or other takes for a sign of its own. */
const TRAPS = [
  '"',
  "'",
  '\\',
  '\\"',
  '%PATH%',
  '&',
  '&amp;',
  '&#10;',
  '<',
  '>',
  '</string>',
  ']]>',
  '<![CDATA[',
  '<!--',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '[',
  ']',
  '{',
  '}',
  '=',
  '@',
  '-',
  ';',
  'dword:00000001',
  'hex(1):00',
  '$(string.Podlight)',
  'é',
  '漢字',
  '😀',
  '\u2028',
  '\u2029',
  '\u00A0',
  '\u0085',
  '\uFEFF',
]

/** Anything but what XML can’t hold, which the command refuses. */
const isWritable = (text: string): boolean =>
  !/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text)

export const wildTexts = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...TRAPS) },
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''))
  .filter(isWritable)

/** JavaScript gives this one a meaning of its own, and no organization is called so. */
const names = fc
  .oneof(
    wildTexts,
    fc.constantFrom('1', '2', '10', 'acme', 'ACME', 'shop.example.com', 'knowledge-base', 'example.com:8080'),
  )
  .filter((name) => name !== '' && name !== '__proto__')

const VALUES: Readonly<Record<PolicyType, fc.Arbitrary<PolicyValue>>> = {
  boolean: fc.boolean(),
  text: wildTexts,
  list: fc.array(wildTexts, { maxLength: 12 }),
  table: fc.dictionary(names, wildTexts, { maxKeys: 6, noNullPrototype: true }),
}

/** Policies of the right form, whatever stands in them. */
export const wildPolicies: fc.Arbitrary<FlatPolicy> = fc.record(
  Object.fromEntries(POLICY_KEY_NAMES.map((name) => [name, VALUES[POLICY_KEYS[name].type]])),
  { requiredKeys: [] },
)
