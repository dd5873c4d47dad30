import { FEW_TROUBLES, proveFaults, TROUBLES } from './faults.ts'
import { proveKills } from './kills.ts'
import { buildRelays, type Kind, type Relays } from './relays.ts'
import type { Row } from './report.ts'
import { proveRequests } from './requests.ts'
import { proveStreams } from './streams.ts'

export const NAMES = ['requests', 'streams', 'faults', 'kills'] as const
export type Name = (typeof NAMES)[number]

export interface Proof {
  readonly name: Name
  readonly title: string
  readonly run: () => Promise<readonly Row[]>
}

/** What is done of each, in whole or in short. */
const SIZES = {
  whole: {
    requests: { rounds: 5, requests: 40_000 },
    streams: { wanted: 2000, rest: 20_000, seesEnd: true },
    faults: { troubles: TROUBLES, speed: 40, people: 6 },
    kills: { kills: 50, speed: 60 },
  },
  short: {
    requests: { rounds: 3, requests: 3000 },
    streams: { wanted: 200, rest: 1000, seesEnd: false },
    faults: { troubles: FEW_TROUBLES, speed: 120, people: 2 },
    kills: { kills: 4, speed: 120 },
  },
} as const
export type Size = keyof typeof SIZES

const RUNTIMES = { workerd: 'workerd', node: 'Node' } as const

/** All proofs. What they run is built into a folder, once. */
export const proofsOf = (size: Size, seed: number, folder: string): readonly Proof[] => {
  const { requests, streams, faults, kills } = SIZES[size]
  const built = new Map<Kind, Promise<Relays>>()
  const relaysOf = (kind: Kind): Promise<Relays> => {
    const relays = built.get(kind) ?? buildRelays(kind, folder)
    built.set(kind, relays)
    return relays
  }
  const onBoth = (name: Name, title: string, prove: (relays: Relays) => Promise<readonly Row[]>): Proof[] =>
    (['workerd', 'node'] as const).map((kind) => ({
      name,
      title: `${title}, on ${RUNTIMES[kind]}`,
      run: async () => prove(await relaysOf(kind)),
    }))
  return [
    { name: 'requests', title: 'Many requests, on workerd', run: () => proveRequests(requests) },
    ...onBoth('streams', 'Many event streams', (relays) => proveStreams(relays, streams)),
    ...onBoth('faults', `A page that fails, at ${faults.speed} times the speed`, (relays) =>
      proveFaults(relays, faults),
    ),
    ...onBoth('kills', `A relay that is killed, at ${kills.speed} times the speed`, (relays) =>
      proveKills(relays, { ...kills, seed }),
    ),
  ]
}
