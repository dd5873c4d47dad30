import type { Place } from '../../shared/words/place.ts'
import type { Face } from '../state/face.ts'
import type { Observation } from '../storage/observations.ts'
import type { Area } from '../storage/store.ts'
import type { Notifier } from './deliver.ts'
import type { PollerPorts } from './poller.ts'

/** What the background needs of the browser. Each may reject, and the process may die at any of them. */
export interface StationPorts extends PollerPorts {
  readonly area: Area
  readonly history: {
    record(rows: readonly Observation[]): Promise<void>
    forget(): Promise<void>
  }
  readonly notifier: Notifier
  readonly show: (face: Face) => Promise<unknown>
  /** Wakes the background at a time, and again and again after it. */
  readonly wakeAt: (at: number) => Promise<unknown>
  /** Takes that back. */
  readonly sleep: () => Promise<unknown>
  readonly place: (now: number) => Place
}

/** Runs one task after the other, since each reads what the one before it wrote. */
export type Line = <T>(task: () => Promise<T>) => Promise<T>

export const createLine = (): Line => {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const done = last.then(task)
    last = done.catch(() => undefined)
    return done
  }
}
