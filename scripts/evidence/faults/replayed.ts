import { API } from '../world/endpoints.ts'
import { MINUTE, SECOND } from '../world/time.ts'
import { answer, lose } from '../world/trouble.ts'
import type { Harm } from './fault.ts'
import { slower } from './fault.ts'

/** Who sees an incident: an agent at work, one who signs in, or the visitors of a company's site, one after the other. */
export type Who = 'agent' | 'sign-in' | 'visitors'

/** An incident as it was, in minutes from its true onset. */
export interface Incident {
  readonly name: string
  readonly who: Who
  /** When the status page spoke. */
  readonly page: number
  readonly ends: number
  /** What it did to requests that began so many minutes after its onset. */
  readonly harm: (minute: number) => Harm
  /** Noticed so many minutes before the page, or nothing said at all; left out where neither can be asked for. */
  readonly target?: number | 'silent'
  /** Minutes between two visitors. */
  readonly visitorEvery?: number
  /** Every visitor sends a file. */
  readonly attach?: boolean
}

const nothing: Harm = () => {}

/** A gateway with far too much to do: as good as unavailable, and slow to say so. */
const saturated: Harm = (asked, { browser, random }) => {
  if (asked.endpoint.host !== API) return
  const luck = random.next()
  if (luck < 0.6) answer(asked, random.pick([503, 504]), random.between(1, 15) * SECOND)
  else if (luck < 0.94) lose(asked, browser.timedOut, 30 * SECOND)
  else asked.ms *= 8
}
const coreApi =
  (failing: number): Harm =>
  (asked, circumstances) => {
    if (asked.endpoint.host !== API) return
    slower(5)(asked, circumstances)
    if (circumstances.random.is(failing)) answer(asked, 504, asked.ms)
  }
const slowSending: Harm = (asked, { random }) => {
  if (asked.endpoint.does !== 'send') return
  asked.ms *= 8
  if (random.is(0.15)) answer(asked, 503, asked.ms)
}
const attachmentsRefused: Harm = (asked, { random }) => {
  if (asked.endpoint.does === 'attach' && random.is(0.9)) answer(asked, 429, 60)
}

/** April 2020: 18:16 until 19:17, the page at 18:51. May 2022: 11:21 until 11:53, 11:49. November 2024: 17:51 until 18:45,
 * 18:20. December 2024: 21:00 until 3:53, 2:33. August 2025: 9:51 until 10:51, 10:14. */
const times = {
  april2020: { page: 35, ends: 61 },
  may2022: { page: 28, ends: 32 },
  november2024: { page: 29, ends: 54 },
  december2024: { page: 333, ends: 413 },
  august2025: { page: 23, ends: 60 },
} as const

export const INCIDENTS: readonly Incident[] = [
  { name: 'Apr 2020, chat', who: 'visitors', ...times.april2020, harm: () => saturated, target: 20 },
  { name: 'Apr 2020, login', who: 'sign-in', ...times.april2020, harm: () => saturated, target: 20 },
  {
    name: 'May 2022, core API x5',
    who: 'agent',
    ...times.may2022,
    // First slow, then errors too.
    harm: (minute) => coreApi(minute < 10 ? 0 : 0.05),
    target: 20,
  },
  { name: 'Nov 2024, if sending was slow', who: 'agent', ...times.november2024, harm: () => slowSending },
  { name: 'Nov 2024, if sending was slow', who: 'visitors', ...times.november2024, harm: () => slowSending },
  {
    name: 'Nov 2024, if a queue was slow',
    who: 'agent',
    ...times.november2024,
    harm: () => nothing,
    target: 'silent',
  },
  {
    name: 'Dec 2024, attachments 429',
    who: 'visitors',
    ...times.december2024,
    harm: () => attachmentsRefused,
    visitorEvery: 10,
    attach: true,
  },
  // Agents attach by another way, which worked.
  { name: 'Dec 2024, attachments 429', who: 'agent', ...times.december2024, harm: () => nothing },
  {
    name: 'Aug 2025, accepted, not delivered',
    who: 'agent',
    ...times.august2025,
    harm: () => nothing,
    target: 'silent',
  },
  {
    name: 'Aug 2025, accepted, not delivered',
    who: 'visitors',
    ...times.august2025,
    harm: () => nothing,
    target: 'silent',
  },
]

/** What an incident does to a request, by when it began. */
export const harmOf =
  ({ harm, ends }: Pick<Incident, 'harm' | 'ends'>, onset: number): Harm =>
  (asked, circumstances) => {
    const minute = (asked.began - onset) / MINUTE
    if (minute >= 0 && minute < ends) harm(minute)(asked, circumstances)
  }
