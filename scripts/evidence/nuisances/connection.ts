import { MINUTE, SECOND } from '../world/time.ts'
import { answer, lose, type Trouble } from '../world/trouble.ts'
import type { Nuisance } from './nuisance.ts'

/** Nothing gets out, to nobody: what a request comes to then. */
type Loss = Pick<Trouble, 'meets' | 'meetsControl'>

/** The computer knows that it is offline. */
const known: Loss = {
  meets: (asked, { browser, random }) => lose(asked, browser.offline, random.between(1, 20)),
  meetsControl: (fate, { browser }) => lose(fate, browser.offline, 5),
}
/** It does not: requests wait until names or connections time out, or the network is back. */
const unknown = (until: number): Loss => ({
  meets: (asked, { browser, random }) => {
    const back = until - asked.began + random.between(0, 3) * SECOND
    const out = random.between(15, 30) * SECOND
    if (random.is(0.3)) lose(asked, browser.noName, random.between(0.1, 5) * SECOND)
    else lose(asked, back < out ? browser.changed : browser.timedOut, Math.min(back, out))
  },
  meetsControl: (fate, { browser }) => lose(fate, browser.timedOut, 15 * SECOND),
})
/** Some requests are lost, and the rest take longer. */
const lossy = (share: number): Loss => ({
  meets: (asked, { browser, random }) => {
    if (random.is(share))
      lose(asked, random.pick([browser.timedOut, browser.reset]), random.between(2, 20) * SECOND)
    else asked.ms = asked.ms * random.between(1, 4) + 200
  },
  meetsControl: (fate, { browser, random }) => {
    if (random.is(share)) lose(fate, browser.timedOut, 10 * SECOND)
    else fate.ms *= random.between(1, 4)
  },
})

export const wifiDrop: Nuisance = {
  name: 'Wi-Fi drop',
  perMonth: 20,
  assumes:
    '20 s to 3 min without a network. In 7 of 10 the computer says offline and online; else requests wait and time out. Half a minute of bad reception before it, in which 30 % are lost.',
  falls: (at, { random }) => {
    const until = at + random.between(20, 180) * SECOND
    const knows = random.is(0.7)
    return [
      { name: 'Wi-Fi drop', from: at - 30 * SECOND, until: at, ...lossy(0.3) },
      {
        name: 'Wi-Fi drop',
        from: at,
        until,
        cuts: true,
        events: knows
          ? [
              { at: at + 1, event: 'offline' },
              { at: until + 1, event: 'online' },
            ]
          : [],
        ...(knows ? known : unknown(until)),
      },
    ]
  },
}

export const pathLoss: Nuisance = {
  name: 'lost path to the vendor alone',
  perMonth: 6,
  assumes:
    'Half a minute to five minutes, mostly about one: 60 to 100 % of requests to the vendor time out or are reset, while the status page answers.',
  falls: (at, { random }) => {
    const share = random.between(0.6, 1)
    return [
      {
        name: 'lost path to the vendor alone',
        from: at,
        until: at + Math.min(5 * MINUTE, Math.max(30 * SECOND, MINUTE * random.factor(0.7))),
        ...(({ meets }) => ({ meets }))(lossy(share) as Required<Loss>),
      },
    ]
  },
}

export const wake: Nuisance = {
  name: 'sleep and wake',
  perMonth: 40,
  assumes:
    'Sleeps for 2 to 40 min. After the wake requests fail for 2 to 25 s, and what waited comes in a rush.',
  falls: (at, { random }) => awaking(at, at + random.between(2, 40) * MINUTE, random.between(2, 25) * SECOND),
}

/** A sleep, and the first seconds after it. */
export const awaking = (from: number, until: number, blind: number): readonly Trouble[] => [
  {
    name: 'sleep and wake',
    from,
    until,
    sleeps: true,
    events: [{ at: until, event: 'wake' }],
  },
  { name: 'sleep and wake', from: until, until: until + blind, ...unknown(until + blind) },
]

export const vpn: Nuisance = {
  name: 'VPN switch',
  perMonth: 10,
  assumes:
    'Requests under way are cut, all fail for 3 to 15 s, and in every third switch those to the vendor alone for 20 to 90 s. Afterwards everything takes 30 to 150 ms longer, for an hour or two.',
  falls: (at, { random }) => {
    const until = at + random.between(3, 15) * SECOND
    const longer = random.between(30, 150)
    const more: Trouble[] = [
      {
        name: 'VPN switch',
        from: until,
        until: until + random.between(60, 120) * MINUTE,
        meets: (asked) => {
          asked.ms += longer
        },
        meetsControl: (fate) => {
          fate.ms += longer
        },
      },
    ]
    if (random.is(1 / 3)) {
      const open = until + random.between(20, 90) * SECOND
      const { meets } = unknown(open)
      if (meets) more.push({ name: 'VPN switch', from: until, until: open, meets })
    }
    return [
      {
        name: 'VPN switch',
        from: at,
        until,
        cuts: true,
        events: [{ at, event: 'network' }],
        ...unknown(until),
      },
      ...more,
    ]
  },
}

export const portal: Nuisance = {
  name: 'captive portal',
  perMonth: 2,
  assumes:
    "1 to 10 min in which every answer is the portal's: a wrong certificate, or a page that the app cannot read. The status page cannot be read either.",
  falls: (at, { random }) => [
    {
      name: 'captive portal',
      from: at,
      until: at + random.between(1, 10) * MINUTE,
      cuts: true,
      events: [{ at, event: 'network' }],
      meets: (asked, { browser, random }) => {
        const unread = browser.unreadable
        if (random.is(0.6) || unread === null) lose(asked, browser.certificate, random.between(20, 200))
        else lose(asked, unread, random.between(20, 200))
      },
      meetsControl: (fate, { browser }) => lose(fate, browser.certificate, 80),
    },
  ],
}

export const proxy: Nuisance = {
  name: "company's proxy failing",
  perMonth: 2,
  assumes: "20 s to 2 min in which the company's own proxy answers everything with 502 or 503.",
  falls: (at, { random }) => [
    {
      name: "company's proxy failing",
      from: at,
      until: at + random.between(20, 120) * SECOND,
      meets: (asked, { random }) => answer(asked, random.pick([502, 503]), random.between(30, 300)),
      meetsControl: (fate) => answer(fate, 503, 100),
    },
  ],
}
