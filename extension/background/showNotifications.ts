import type { Notification } from '../domain/alerts/storedAlerts.ts'

/** The few things used of the browser's notifications. */
export interface Notifier {
  create(id: string, title: string, text: string): Promise<unknown>
  /** Ids of those that are on the screen. */
  shown(): Promise<readonly string[]>
}

/**
 * Shows what is in the outbox. After a death some of it may have been shown already: it is on the screen under
 * its id, and is left alone.
 */
export const showNotifications = async (
  outbox: readonly Notification[],
  { create, shown }: Notifier,
): Promise<void> => {
  const there = new Set(await shown().catch(() => []))
  // A browser that shows none keeps the rest of the work from nothing.
  for (const { id, title, text } of outbox)
    if (!there.has(id)) await create(id, title, text).catch(() => undefined)
}
