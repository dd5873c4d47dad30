import { isRow } from '../../shared/model/guards.ts'
import { withTimeout } from '../../shared/polling/withTimeout.ts'
import { fill } from '../../shared/text/fill.ts'
import type { Mistake } from '../domain/policy/readValues.ts'
import type { Store } from '../storage/store.ts'
import { extension } from '../text/en.ts'
import type { BackgroundPorts, TaskQueue } from './ports.ts'

/**
 * Takes over what the browser knows of the company's policy: asked in passing, or as it just said that it changed.
 * Resolves to whether it is another one.
 */
export type TakePolicy = (how: 'look' | 'told') => Promise<boolean>

/** Chromium answers three seconds after its start; what it said last time holds meanwhile. */
const ANSWER = 10_000

/**
 * Right after an installation or an update, a browser knows of no policy for some seconds, and says so as if there were
 * none. That is believed when it lasts.
 */
const LASTING = 30_000
/** Since when it says so, in the session of the browser. */
const EMPTY = 'noPolicySince'

const isEmpty = (managed: unknown): boolean => !isRow(managed) || Object.keys(managed).length === 0

type Ports = Pick<BackgroundPorts, 'clock' | 'managed' | 'session' | 'timer' | 'warn'>

export const createTakePolicy = (
  { clock, managed, session, timer, warn }: Ports,
  store: Store,
  enqueue: TaskQueue,
): TakePolicy => {
  let told = '[]'

  /** On the console of each background, once. */
  const tell = (mistakes: readonly Mistake[]): void => {
    const now = JSON.stringify(mistakes)
    if (now === told) return
    told = now
    for (const { row, reason } of mistakes) warn(fill(extension.policy.console, { what: row, reason }))
  }

  const lasts = async (): Promise<boolean> => {
    try {
      const since = (await session.get([EMPTY]))[EMPTY]
      const passed = typeof since === 'number' ? clock() - since : Number.NaN
      // Another one, long ago, says nothing of this.
      if (passed >= 0 && passed < 10 * LASTING) return passed >= LASTING
      await session.set({ [EMPTY]: clock() })
      return false
    } catch {
      return true
    }
  }

  /** What the browser says, null where it knows of none; what was known before where it does not say. */
  const given = async (how: 'look' | 'told', before: unknown): Promise<unknown> => {
    let isLate = false
    try {
      const policy = await withTimeout(timer, ANSWER, managed(), () => {
        isLate = true
      })
      if (!isEmpty(policy)) return policy
      return how === 'told' || isEmpty(before) || (await lasts()) ? null : before
    } catch {
      // Firefox rejects where there is none.
      return isLate ? before : null
    }
  }

  return async (how) => {
    // Not in the queue: others must not wait for it.
    const before = (await enqueue(() => store.read())).kept.policy
    const policy = await given(how, before)
    return enqueue(async () => {
      const { kept } = await store.read()
      const isChanged = JSON.stringify(policy) !== JSON.stringify(kept.policy)
      if (isChanged) await store.save({ policy })
      tell((await store.read()).mistakes)
      return isChanged
    })
  }
}
