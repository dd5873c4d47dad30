import { join } from 'node:path'
import { buildRelayFile } from '../build/relayFiles.ts'
import { startWorkerd, type Workerd } from './startWorkerd.ts'

/** Builds the worker that goes by another time, into a folder; gives its file. */
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
  /** When, by the machine's clock, it was that time; now where it is left out. A relay that is restarted goes on by it. */
  readonly since?: number
  readonly env?: Readonly<Record<string, string>>
  readonly storage?: string | undefined
  readonly onLine?: (line: string) => void
}

/** Runs it. Nothing is asked before somebody asks it. */
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
