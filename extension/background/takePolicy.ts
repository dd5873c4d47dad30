import { isRow } from '../../shared/model/guards.ts'
import { withTimeout } from '../../shared/polling/withTimeout.ts'
import { fill } from '../../shared/text/fill.ts'
import type { Mistake } from '../domain/policy/readValues.ts'
import type { Store } from '../storage/store.ts'
import type { KeptPolicy } from '../storage/storedKeys.ts'
import { extension } from '../text/en.ts'
import type { BackgroundPorts, TaskQueue } from './ports.ts'

/**
 * Takes over what the browser knows of the company's policy: asked in passing, or as it just said that something
 * changed. Resolves to whether there is another one, for which nothing was done yet.
 */
export type TakePolicy = (how: 'look' | 'changed') => Promise<boolean>

/** Chromium answers three seconds after its start, or later; what it said last time holds meanwhile. */
const ANSWER = 10_000

/** That there is none is believed when it lasts: right after its start, a browser may not have read it yet. */
const LASTING = 30_000

/** No company needs more, and what storage refuses would keep everything else from being stored. */
const LARGEST = 500_000

const TOO_LARGE = Symbol('too large')

const isEmpty = (set: unknown): boolean => !isRow(set) || Object.keys(set).length === 0

type Ports = Pick<BackgroundPorts, 'clock' | 'managed' | 'timer' | 'warn'>

export const createTakePolicy = (
  { clock, managed, timer, warn }: Ports,
  store: Store,
  enqueue: TaskQueue,
): TakePolicy => {
  let warned = ''
  let calls = 0
  /** The latest call whose answer was used: one that was asked before it knows less. */
  let used = 0

  /** On the console of each background, once. */
  const tell = (lines: readonly string[]): void => {
    const all = lines.join('\n')
    if (all === warned) return
    warned = all
    for (const line of lines) warn(line)
  }

  const lineOf = ({ row, reason }: Mistake): string => fill(extension.policy.console, { what: row, reason })

  /** What the browser says; null where there is none, undefined where it gives no answer. */
  const answer = async (): Promise<unknown> => {
    let isLate = false
    try {
      const set = await withTimeout(timer, ANSWER, managed(), () => {
        isLate = true
      })
      if (isEmpty(set)) return null
      return JSON.stringify(set).length <= LARGEST ? set : TOO_LARGE
    } catch {
      // Firefox rejects where there is none.
      return isLate ? undefined : null
    }
  }

  const after = (before: KeptPolicy, set: unknown, isSure: boolean): KeptPolicy => {
    if (set === undefined) return before
    const isOther = JSON.stringify(set) !== JSON.stringify(before.set)
    const now = clock()
    const since = Math.min(before.missingSince ?? now, now)
    if (set === null && isOther && !isSure && now - since < LASTING) return { ...before, missingSince: since }
    return { set, missingSince: null, isNew: before.isNew || isOther }
  }

  return async (how) => {
    const call = ++calls
    // Not in the queue: others must not wait for it.
    const given = await answer()
    const set = given === TOO_LARGE ? undefined : given
    return enqueue(async () => {
      const { kept } = await store.read()
      if (call < used) return kept.policy.isNew
      used = call
      const policy = after(kept.policy, set, how === 'changed')
      if (JSON.stringify(policy) !== JSON.stringify(kept.policy)) await store.save({ policy })
      const { mistakes } = await store.read()
      tell(given === TOO_LARGE ? [extension.policy.tooLarge] : mistakes.map(lineOf))
      return policy.isNew
    })
  }
}
