import { ReplayError } from './recording.ts'
import { fields, oneOf } from './strict.ts'

/** Every way to misbehave, and what a reader meets. */
export const FAULTS = {
  '429': 'too many requests, with Retry-After',
  '500': 'a server error',
  redirect: 'leads the reader round in a circle',
  hang: 'takes the request and never answers',
  stall: 'sends the head and half of the body, then nothing more',
  refuse: 'drops the connection without a word',
  cut: 'promises a whole body, sends half of it and drops the connection',
  truncated: 'ends a half JSON document as though it were whole',
  empty: '200 with an empty body',
  html: '200 with an HTML page, as a page that moved',
  garbage: '200 with bytes that are neither text nor JSON',
  'other-page': 'a whole document of another page',
  slow: 'the whole document, drop by drop',
  huge: 'a valid document of 20 MB',
} as const
export type FaultKind = keyof typeof FAULTS

export interface Fault {
  readonly kind: FaultKind
  /** Of 429, in seconds. */
  readonly retryAfter: number
  /** Of slow: the bytes of a drop. */
  readonly bytes: number
  /** Of slow: milliseconds between drops. */
  readonly every: number
  /** Of huge: bytes of the body. */
  readonly size: number
  /** How many requests it lasts; null until cleared. */
  readonly requests: number | null
}

export type ChosenFault = FaultKind | (Partial<Fault> & { readonly kind: FaultKind })

const DEFAULTS = { retryAfter: 60, bytes: 512, every: 200, size: 20 * 1024 * 1024, requests: null } as const
const LIMITS = {
  retryAfter: 86_400,
  bytes: 1e6,
  every: 60_000,
  size: 100 * 1024 * 1024,
  requests: 1e6,
} as const

const KINDS = Object.keys(FAULTS) as readonly FaultKind[]

/** A fault out of its name or of JSON; what is left out gets its default. Throws a ReplayError. */
export function readFault(chosen: unknown): Fault {
  if (typeof chosen === 'string') return { kind: oneOf(chosen, 'fault', KINDS), ...DEFAULTS }
  const row = fields(chosen, 'fault', ['kind', ...Object.keys(DEFAULTS)])
  const number = (key: keyof typeof LIMITS): number | null => {
    const value = row[key]
    if (value === undefined || value === null) return null
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > LIMITS[key])
      throw new ReplayError(`fault.${key} must be a whole number from 0 to ${LIMITS[key]}.`)
    return value
  }
  return {
    kind: oneOf(row['kind'], 'fault.kind', KINDS),
    retryAfter: number('retryAfter') ?? DEFAULTS.retryAfter,
    // A drop of nothing would never end.
    bytes: Math.max(1, number('bytes') ?? DEFAULTS.bytes),
    every: number('every') ?? DEFAULTS.every,
    size: number('size') ?? DEFAULTS.size,
    requests: number('requests'),
  }
}

/** The fault in force, counting down. */
export interface FaultSwitch {
  current(): Fault | null
  set(chosen: ChosenFault | null): void
  /** The fault of one request, taken off its count. */
  take(): Fault | null
}

export function createFaultSwitch(): FaultSwitch {
  let fault: Fault | null = null
  return {
    current: () => fault,
    set(chosen) {
      const next = chosen === null ? null : readFault(chosen)
      fault = next?.requests === 0 ? null : next
    },
    take() {
      const taken = fault
      if (fault !== null && fault.requests !== null)
        fault = fault.requests > 1 ? { ...fault, requests: fault.requests - 1 } : null
      return taken
    },
  }
}
