import type { RequestLine } from './line.ts'

/**
 * What a request's end is worth.
 * - `ok`: the vendor answered, if only that it will not do this.
 * - `bad`: the vendor failed, and says so itself.
 * - `failed`: Chromium's word for an error that it lets nobody read; the network works where others answer.
 * - `limited`: too many requests.
 * - `lost`: no answer came.
 * - `cut`: this computer's own network changed.
 * - `void`: says nothing, as somebody here ended it, or is not allowed to ask.
 */
export type Outcome = 'ok' | 'bad' | 'failed' | 'limited' | 'lost' | 'cut' | 'void'

/** Signing in, leave to ask, and gateways on the way. */
const NOT_THEIRS: ReadonlySet<number> = new Set([401, 403, 407, 451, 511])

const CUT = /NETWORK_CHANGED|INTERNET_DISCONNECTED|NETWORK_IO_SUSPENDED|NETWORK_ACCESS_DENIED|ERROR_OFFLINE/i
/** Ended by the page, by the user who went on, or by something else in this browser. */
const ENDED_HERE =
  /ERR_ABORTED|BINDING_ABORTED|ERROR_ABORT|ABORT_?ERR|^abort|BLOCKED|CACHE|BINDING_RE|UNSAFE_|INSUFFICIENT_RESOURCES|UPLOAD_|FILE_/i

export const outcomeOf = ({ status, error }: Pick<RequestLine, 'status' | 'error'>): Outcome => {
  if (status >= 100) {
    if (NOT_THEIRS.has(status)) return 'void'
    if (status === 429) return 'limited'
    return status >= 500 ? 'bad' : 'ok'
  }
  if (error === null || ENDED_HERE.test(error)) return 'void'
  if (CUT.test(error)) return 'cut'
  return /ERR_FAILED$/i.test(error) ? 'failed' : 'lost'
}
