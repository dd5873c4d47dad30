import type { Mistake } from './flatPolicy.ts'

/**
 * What Podlight itself would refuse of a policy, in the words of its options page. The parser of the extension goes here:
 * `readPolicy(managed).mistakes`, of extension/domain/policy/readPolicy.ts.
 */
export const mistakesIn = (_managed: unknown): readonly Mistake[] => []
