import type { Place } from '../../shared/text/localeAndTime.ts'
import type { ToolbarState } from '../domain/toolbarState.ts'
import type { KeptAlert } from '../storage/history/alerts.ts'
import type { KeptIncident } from '../storage/history/incidents.ts'
import type { Observation } from '../storage/history/observations.ts'
import type { Area } from '../storage/store.ts'
import type { PollerPorts } from './pollerFor.ts'
import type { RequestsPort } from './requestsPort.ts'
import type { Notifier } from './showNotifications.ts'

/** What is heard of a stream of events. */
export interface EventListener {
  readonly message: (type: string, id: string, data: string) => void
  /** It broke, or never began, or leads elsewhere. */
  readonly end: () => void
}
export type OpenEvents = (address: string, listener: EventListener) => () => void

/** What the background needs of the browser. Each may reject, and the process may die at any of them. */
export interface BackgroundPorts extends PollerPorts {
  readonly area: Area
  /** What the company set; rejects in a browser that was told nothing. */
  readonly managed: () => Promise<unknown>
  /** Whether a company installed it, and not the user. */
  readonly isForced: () => Promise<boolean>
  readonly openWelcome: () => Promise<unknown>
  /** What outlives the background, but not the browser. */
  readonly session: Area
  readonly history: {
    record(rows: readonly Observation[]): Promise<void>
    /** What the page said of incidents and maintenance, of all pods. */
    keep(incidents: readonly KeptIncident[], now: number): Promise<void>
    /** Notifications that are shown. */
    alerted(alerts: readonly KeptAlert[]): Promise<void>
    /** Deletes all of it. */
    forget(): Promise<void>
  }
  readonly notifier: Notifier
  /** Writes a line on the console, for whoever looks into it. */
  readonly warn: (line: string) => void
  readonly show: (state: ToolbarState) => Promise<unknown>
  /** Wakes the background at a time, and again and again after it. */
  readonly wakeAt: (at: number) => Promise<unknown>
  /** Takes that back. */
  readonly sleep: () => Promise<unknown>
  readonly place: (now: number) => Place
  /** Hears a relay's events until it ends or is called off, which what it returns does. */
  readonly events: OpenEvents
  /** Resolves where anything answers at an address, readable or not; rejects where nothing does. */
  readonly knock: (url: string, signal: AbortSignal) => Promise<unknown>
  readonly requests: RequestsPort
}

/** Runs one task after the other, since each reads what the one before it wrote. */
export type TaskQueue = <T>(task: () => Promise<T>) => Promise<T>

export const createTaskQueue = (): TaskQueue => {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const done = last.then(task)
    last = done.catch(() => undefined)
    return done
  }
}
