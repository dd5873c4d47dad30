/** What a company can set. What each is for stands in `policyKeys.ts`, which nobody's browser has to load. */
export const POLICY_KEY_NAMES = [
  'pods',
  'feed',
  'notUsed',
  'notifications',
  'quietHours',
  'workingHours',
  'evidence',
  'contact',
  'replies',
  'names',
  'language',
  'organisations',
  'sites',
  'welcome',
  'mayChange',
] as const
export type PolicyKeyName = (typeof POLICY_KEY_NAMES)[number]
