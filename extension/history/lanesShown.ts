import { kustomer } from '../../shared/vendors/kustomer.ts'
import type { Lane } from '../domain/history/lanes.ts'
import { CHOICES } from '../ui/capabilitiesInUse.ts'

/** More lanes than these with nothing in them say nothing. */
const MOST_QUIET = 12

const ORDER: readonly string[] = [kustomer.whole, ...CHOICES]

interface Shown {
  /** What this team works with. */
  readonly used: readonly Lane[]
  /** What of it has no lane, as nothing was reported about it. */
  readonly quiet: readonly string[]
  /** What it doesn't, and was affected. */
  readonly notUsed: readonly Lane[]
}

/**
 * Which lanes there are. A team that said what it works with sees a lane for each; else there would be more than anybody
 * reads, and only those with something in them are shown.
 */
export const lanesShown = (
  lanes: readonly Lane[],
  isUsed: (capability: string) => boolean,
  hasChosen: boolean,
): Shown => {
  const rankOf = ({ capability }: Lane): number => (ORDER.indexOf(capability) + 100) % 100
  const sorted = lanes.toSorted((one, other) => rankOf(one) - rankOf(other))
  const has = (name: string): boolean => lanes.some(({ capability }) => capability === name)
  const quiet = CHOICES.filter((name) => isUsed(name) && !has(name))
  const isEach = hasChosen && quiet.length <= MOST_QUIET
  const used = sorted.filter(({ capability }) => isUsed(capability))
  const all = isEach ? [...used, ...quiet.map((capability) => ({ capability, marks: [] }))] : used
  return {
    used: all.toSorted((one, other) => rankOf(one) - rankOf(other)),
    quiet: isEach ? [] : quiet,
    notUsed: sorted.filter(({ capability }) => !isUsed(capability)),
  }
}
