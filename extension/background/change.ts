import type { Stored } from '../storage/store.ts'
import type { Values } from '../storage/storedKeys.ts'

/** Writes what a task makes of what is stored; false where it is not kept. */
export type Change = (
  task: (values: Values, now: number, stored: Stored) => Partial<Values>,
  manner: 'silent' | 'aloud',
) => Promise<boolean>
