import type { EventLine } from '../../../shared/evidence/line.ts'
import type { Browser } from './browsers.ts'
import type { Endpoint } from './endpoints.ts'
import type { Random } from './random.ts'

/** What becomes of a request. */
export interface Fate {
  status: number
  error: string | null
  ms: number
  /** It never ends. */
  hangs: boolean
}

/** Of what a trouble needs to know to decide on a request. */
export interface Asked extends Fate {
  readonly endpoint: Endpoint
  readonly began: number
}

export interface Circumstances {
  readonly random: Random
  readonly browser: Browser
}

/** Something that makes requests end otherwise, for a time: a nuisance or a fault. */
export interface Trouble {
  readonly name: string
  readonly from: number
  readonly until: number
  /** What the browser hears of it. */
  readonly events?: readonly EventLine[]
  /** Requests under way when it begins are lost. */
  readonly cuts?: boolean
  /** Nothing runs: the computer sleeps. */
  readonly sleeps?: boolean
  /** Changes what becomes of a request to the vendor. */
  readonly meets?: (asked: Asked, circumstances: Circumstances) => void
  /** Changes what becomes of a request to the status page. */
  readonly meetsControl?: (fate: Fate, circumstances: Circumstances) => void
}

/** No answer, under the browser's name for why. */
export const lose = (fate: Fate, error: string, ms: number): void => {
  fate.status = 0
  fate.error = error
  fate.ms = ms
}

/** An answer with this status at once. */
export const answer = (fate: Fate, status: number, ms: number): void => {
  fate.status = status
  fate.error = null
  fate.ms = ms
}

/** The same, from a gateway that leaves out the headers that a page of another origin needs to read it. */
export const answerUnreadable = (
  asked: Asked,
  status: number,
  ms: number,
  { browser }: Circumstances,
): void => {
  if (browser.unreadable === null || asked.endpoint.type === 'main_frame') answer(asked, status, ms)
  else lose(asked, browser.unreadable, ms)
}
