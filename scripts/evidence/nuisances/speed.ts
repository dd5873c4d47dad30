import { MINUTE } from '../world/time.ts'
import type { Trouble } from '../world/trouble.ts'
import type { Nuisance } from './nuisance.ts'

/** Everything takes longer, the status page about as much as the vendor. */
const slower = (name: string, from: number, until: number, times: () => number): Trouble => ({
  name,
  from,
  until,
  meets: (asked) => {
    if (asked.endpoint.does !== 'wait') asked.ms *= times()
  },
  meetsControl: (fate) => {
    fate.ms *= times()
  },
})

export const slowNetwork: Nuisance = {
  name: 'slow network',
  perMonth: 20,
  assumes: '3 to 30 min in which everything takes 2 to 8 times as long, the status page within 30 % of that.',
  falls: (at, { random }) => {
    const times = random.between(2, 8)
    return [
      slower('slow network', at, at + random.between(3, 30) * MINUTE, () => times * random.between(0.7, 1.3)),
    ]
  },
}

export const download: Nuisance = {
  name: "another tab's download",
  perMonth: 10,
  assumes: '2 to 20 min in which each request by itself takes 1 to 6 times as long, mostly twice.',
  falls: (at, { random }) => [
    slower("another tab's download", at, at + random.between(2, 20) * MINUTE, () =>
      Math.min(6, Math.max(1, 2 * random.factor(0.5))),
    ),
  ],
}
