// What a visitor's own chat was answered. One visitor makes some ten requests, too few for statistics: what counts is
// refusals with nothing that worked since. What came without a status counts for nothing.

/** What failed: what the chat loads, the visitor's own messages, or their own files. */
export const ACTIONS = ['chat', 'sending', 'attachments'] as const
export type Action = (typeof ACTIONS)[number]

/** One answer with its status. */
export interface Answer {
  readonly action: Action
  readonly endpoint: string
  readonly status: number
  /** When it was asked for, in epoch milliseconds. */
  readonly at: number
}

/** How many were refused of how many tried since the last that worked, from when on, and when last. */
export interface Refusals {
  readonly refused: number
  readonly tried: number
  readonly since: number
  readonly last: number
}

/** What is known, by action and endpoint. */
export type Tally = Readonly<Record<string, Refusals>>

/**
 * Two refused messages, or files, are no accident. Of what the chat loads it takes three endpoints, as one may be broken;
 * or two that refuse again and again for a minute, where the chat asks for no more before they answer.
 */
const SENDS = 2
const ENDPOINTS = 3
const AGAIN = { endpoints: 2, refused: 4, span: 60_000 }

/** After so long without another refusal nobody is still trying, and what was refused is forgotten. */
export const LASTS = 600_000

/** Too many requests are the vendor's trouble where a visitor sends; elsewhere they may be this browser's own doing. */
const isRefused = ({ status, action }: Answer): boolean =>
  status >= 500 || (status === 429 && action !== 'chat')

/** The tally after an answer. */
export const counted = (tally: Tally, answer: Answer): Tally => {
  const { action, endpoint, status, at } = answer
  const key = `${action} ${endpoint}`
  const { [key]: before, ...others } = tally
  if (status < 400) return others
  const isOld = before !== undefined && at - before.last > LASTS
  const { refused, tried, since, last } =
    before && !isOld ? before : { refused: 0, tried: 0, since: at, last: at }
  const is = isRefused(answer)
  const run = {
    refused: refused + Number(is),
    tried: tried + 1,
    since: refused ? since : at,
    last: is ? at : last,
  }
  return { ...others, [key]: run }
}

/** What is refused of an action, where that is enough to say so. */
export const refusalsOf = (tally: Tally, action: Action): Refusals | null => {
  const all = Object.keys(tally)
    .filter((key) => key.startsWith(action))
    .flatMap((key) => tally[key] ?? [])
    .filter(({ refused }) => refused)
  const newest = Math.max(...all.map(({ last }) => last))
  const runs = all.filter(({ last }) => newest - last <= LASTS)
  const sum = (field: 'refused' | 'tried'): number => runs.reduce((total, run) => total + run[field], 0)
  const refused = sum('refused')
  const since = Math.min(...runs.map(({ since }) => since))
  const isAgain = runs.length >= AGAIN.endpoints && refused >= AGAIN.refused && newest - since >= AGAIN.span
  const isEnough = action === 'chat' ? runs.length >= ENDPOINTS || isAgain : refused >= SENDS
  return isEnough ? { refused, tried: sum('tried'), since, last: newest } : null
}
