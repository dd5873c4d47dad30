import type { Watch } from '../evidence/watch.ts'
import type { Settings } from '../settings.ts'
import type { Policy } from './policy.ts'

/** The pod on which a watched organization is: the company's table knows it, else it is the one that agents call theirs. */
export const podOfWatch = (
  { organisation }: Watch,
  { organisations }: Policy,
  { pods }: Pick<Settings, 'pods'>,
): string | null => organisations.get(organisation ?? '') ?? pods[0] ?? null
