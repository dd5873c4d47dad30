import type { Sums } from '../../../../extension/domain/history/sums.ts'

/** One row for each way in which a capability was affected. */
export const waysIn = ({ byCapability }: Pick<Sums, 'byCapability'>) =>
  byCapability.flatMap(({ capability, parts }) => parts.map((part) => ({ capability, ...part })))
