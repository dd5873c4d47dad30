import { POLICY_KEYS, type PolicyKey, type PolicyType } from '../../extension/domain/policy/policyKeys.ts'

/** The file in the package of Chromium browsers. */
export const POLICY_SCHEMA = 'policy-schema.json'

/**
 * Types and nothing more. Chromium drops a whole key when one value in it breaks a rule of the schema, and Podlight never
 * hears of it. So what may be in a text is judged by Podlight, which names the row that is wrong and keeps the others.
 */
const TYPES: Readonly<Record<PolicyType, object>> = {
  boolean: { type: 'boolean' },
  text: { type: 'string' },
  list: { type: 'array', items: { type: 'string' } },
  table: { type: 'object', additionalProperties: { type: 'string' } },
}

/** What a company may set, as Chromium wants to be told. It loads no extension whose schema it doesn't understand. */
export const policySchema = (keys: Readonly<Record<string, PolicyKey>> = POLICY_KEYS): object => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(keys).map(([name, { type, title, about }]) => [
      name,
      { title, description: about, ...TYPES[type] },
    ]),
  ),
})
