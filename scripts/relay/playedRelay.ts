import { join } from 'node:path'
import { buildRelayFile } from '../build/relayFiles.ts'
import { startWorkerd, type Workerd } from './startWorkerd.ts'

/** Builds the worker with another clock into a folder, and gives its file. */
export const buildPlayedRelay = async (folder: string): Promise<string> => {
  await buildRelayFile('scripts/relay/playedWorker.ts', folder, 'playedWorker.js')
  return join(folder, 'playedWorker.js')
}

export interface Played {
  readonly worker: string
  readonly upstream: string
  /** What time it is for the relay at the beginning. */
  readonly at: number
  /** How much faster its time runs. */
  readonly speed: number
  /** When it was that time by the machine's clock; now if left out. Given again, a restarted relay keeps its time. */
  readonly since?: number
  readonly env?: Readonly<Record<string, string>>
  readonly storage?: string | undefined
  readonly onLine?: (line: string) => void
}

/** Runs it. It asks nothing before its first request. */
export const startPlayedRelay = ({
  worker,
  upstream,
  at,
  speed,
  since,
  env,
  storage,
  onLine,
}: Played): Promise<Workerd> =>
  startWorkerd({
    worker,
    storage,
    env: {
      PODLIGHT_UPSTREAM: upstream,
      TIME_AT: String(at),
      TIME_SINCE: String(since ?? Date.now()),
      TIME_SPEED: String(speed),
      ...env,
    },
    ...(onLine === undefined ? {} : { onLine }),
  })
