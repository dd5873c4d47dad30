import { type Browser, chromium, firefox } from '../world/browsers.ts'
import { APP, agentApp, elsewhere } from '../world/endpoints.ts'
import { SECOND } from '../world/time.ts'
import { answer, answerUnreadable, lose, type Trouble } from '../world/trouble.ts'

/** What a trouble does to requests, whenever it begins and ends. */
export type Harm = NonNullable<Trouble['meets']>

/** The vendor's trouble, of which Podlight should speak, or should not. */
export interface Fault {
  readonly name: string
  readonly harm: Harm
  /** Which signs tell of it; none if nothing should be said. */
  readonly tells: readonly string[]
  /** How long is waited for a sign, in minutes. */
  readonly patience: number
  /** Where only one browser shows it so. */
  readonly browser?: Browser
  /** It is seen by somebody who signs in, instead of an agent at work. */
  readonly signsIn?: boolean
  /** 90 % of it must be noticed in so many minutes at 2,000 requests an hour. */
  readonly target?: number
}

const STATUSES = [500, 502, 503, 504] as const
const ANY = ['failing', 'unreachable']

const outage: Harm = (asked, { random }) => {
  // The app itself comes from other servers.
  if (asked.endpoint.host !== APP && random.is(0.95))
    answer(asked, random.pick(STATUSES), random.between(30, 600))
}
const unreadableOutage: Harm = (asked, circumstances) => {
  const { random } = circumstances
  if (asked.endpoint.host !== APP && random.is(0.95))
    answerUnreadable(asked, random.pick(STATUSES), random.between(30, 600), circumstances)
}
const timesOut =
  (seconds: number): Harm =>
  (asked, { browser }) =>
    lose(asked, browser.timedOut, seconds * SECOND)
export const slower =
  (times: number): Harm =>
  (asked) => {
    if (asked.endpoint.does !== 'wait') asked.ms *= times
  }

export const FAULTS: readonly Fault[] = [
  { name: 'outage, 5xx', harm: outage, tells: ['failing'], patience: 60, target: 3 },
  {
    name: 'outage, 5xx unreadable (Chromium)',
    harm: unreadableOutage,
    tells: ANY,
    patience: 60,
    browser: chromium,
    target: 3,
  },
  {
    name: 'unreachable, refused',
    harm: (asked, { browser, random }) => lose(asked, browser.refused, random.between(20, 300)),
    tells: ANY,
    patience: 60,
    target: 8,
  },
  {
    name: 'unreachable, reset (Firefox)',
    harm: (asked, { browser, random }) => lose(asked, browser.reset, random.between(20, 300)),
    tells: ANY,
    patience: 60,
    browser: firefox,
    target: 8,
  },
  { name: 'unreachable, timeouts of 30 s', harm: timesOut(30), tells: [...ANY, 'slow'], patience: 60 },
  { name: 'unreachable, timeouts of 120 s', harm: timesOut(120), tells: [...ANY, 'slow'], patience: 60 },
  {
    name: 'hanging for ever',
    harm: (asked) => {
      asked.hangs = true
    },
    tells: [...ANY, 'slow'],
    patience: 60,
  },
  {
    name: '30 % failing',
    harm: (asked, { random }) => {
      if (random.is(0.3)) answer(asked, random.pick([500, 503]), asked.ms)
    },
    tells: ['failing'],
    patience: 180,
    target: 6,
  },
  { name: 'latency x5', harm: slower(5), tells: ['slow'], patience: 120, target: 10 },
  { name: 'latency x2', harm: slower(2), tells: ['slow'], patience: 60 },
  {
    name: 'attachments, 429',
    harm: (asked) => {
      if (asked.endpoint.does === 'attach') answer(asked, 429, 60)
    },
    tells: ['failing'],
    patience: 180,
  },
  {
    name: 'sending, 5xx',
    harm: (asked, { random }) => {
      if (asked.endpoint.does === 'send') answer(asked, random.pick([500, 503]), asked.ms)
    },
    tells: ['failing'],
    patience: 180,
  },
  {
    name: '403 for new sign-ins only',
    harm: (asked) => {
      if (asked.endpoint.path === agentApp.token.path) answer(asked, 403, 90)
    },
    tells: [],
    patience: 60,
  },
  {
    name: "403 at one's own sign-in",
    harm: (asked) => {
      if (asked.endpoint.does === 'login') answer(asked, 403, 90)
    },
    tells: [],
    patience: 60,
    signsIn: true,
  },
  {
    name: 'another pod failing',
    harm: (asked) => {
      if (asked.endpoint.host === elsewhere.host) answer(asked, 503, 200)
    },
    tells: [],
    patience: 60,
  },
]
