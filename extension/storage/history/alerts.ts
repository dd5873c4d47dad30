import * as z from 'zod/mini'
import { inDatabase, KEPT } from './database.ts'
import { readRow, timeShape } from './readRow.ts'

// The notifications that were shown, each under its own id.

export const keptAlertShape = z.object({
  id: z.string(),
  version: z.optional(z.number()),
  /** Epoch milliseconds. */
  at: timeShape,
  title: z.string(),
  text: z.string(),
  incidents: z.array(z.string()),
  pods: z.array(z.string()),
})
export type KeptAlert = z.infer<typeof keptAlertShape>

export const readAlert = (stored: unknown) =>
  readRow(stored, (one) => keptAlertShape.safeParse(one).data ?? null)

/** Keeps each once, as it was told first, and drops what is too old. */
export const keepAlerts = (alerts: readonly KeptAlert[]): Promise<void> =>
  inDatabase(async (database) => {
    const { store, done } = database.transaction('alerts', 'readwrite')
    const last = Math.max(...alerts.map(({ at }) => at))
    const work = async (): Promise<void> => {
      for (const alert of alerts) if ((await store.getKey(alert.id)) === undefined) await store.put(alert)
      for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
        const kept = readAlert(cursor.value)
        if (typeof kept === 'object' && kept.at < last - KEPT) await cursor.delete()
      }
    }
    await Promise.all([work(), done])
  })
