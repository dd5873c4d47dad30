import { isRow, textOf } from '../model/guards.ts'

// What Podlight knows of this browser's own requests, one line at a time, in order of time.

/** A request that ended, or that began and is still to end. */
export interface RequestLine {
  /** Epoch milliseconds. */
  readonly at: number
  readonly host: string
  readonly method: string
  readonly path: string
  /** The browser's own word, such as `xmlhttprequest` or `main_frame`. */
  readonly type: string
  /** 0 where there was no answer. */
  readonly status: number
  /** The browser's name for what went wrong where there was no answer, or none that could be read. */
  readonly error: string | null
  /** How long it took. */
  readonly ms: number
  /** Left out where a line tells of the whole request. */
  readonly state?: 'start' | 'end'
}

/** An answer of the status page, or that there was none: it tells whether the network works at all. */
export interface ControlLine {
  readonly at: number
  readonly control: true
  readonly ok: boolean
  readonly ms: number
}

export const OCCURRENCES = ['online', 'offline', 'wake', 'network'] as const
/** Something that happened to this computer or its network. */
export interface EventLine {
  readonly at: number
  readonly event: (typeof OCCURRENCES)[number]
}

export type Line = RequestLine | ControlLine | EventLine

const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : 0

/** A line as it came, wherever from; null where it tells nothing that can be used. */
export const lineOf = (value: unknown): Line | null => {
  if (!isRow(value)) return null
  const at = value['at']
  if (typeof at !== 'number' || !Number.isFinite(at)) return null
  const event = OCCURRENCES.find((word) => word === value['event'])
  if (event !== undefined) return { at, event }
  const ms = numberOf(value['ms'])
  if (value['control'] === true) return { at, control: true, ok: value['ok'] === true, ms }
  const host = textOf(value['host'])
  if (host === null) return null
  const state = (['start', 'end'] as const).find((word) => word === value['state'])
  return {
    at,
    host: host.toLowerCase(),
    method: (textOf(value['method']) ?? 'GET').toUpperCase(),
    path: textOf(value['path']) ?? '/',
    type: textOf(value['type']) ?? 'xmlhttprequest',
    status: numberOf(value['status']),
    error: textOf(value['error']),
    ms,
    ...(state === undefined ? {} : { state }),
  }
}
