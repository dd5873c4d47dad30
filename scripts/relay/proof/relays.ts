import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildRelayFile } from '../../build/relayFiles.ts'
import { buildPlayedRelay, startPlayedRelay } from '../playedRelay.ts'

export type Kind = 'workerd' | 'node'

export interface StartRelay {
  readonly upstream: string
  /** What time it is for the relay at a time of the machine, and how much faster its time runs. */
  readonly at: number
  readonly since: number
  readonly speed: number
  /** A folder that outlives it. */
  readonly storage?: string | undefined
  readonly env?: Readonly<Record<string, string>>
  readonly onLine?: (line: string) => void
}

/** What every proof knows of a relay, whatever it runs on. */
export interface Relay {
  readonly url: string
  readonly pid: number
  /** As a crash would. */
  kill(): Promise<void>
  close(): Promise<void>
}

export interface Relays {
  readonly kind: Kind
  start(options: StartRelay): Promise<Relay>
}

const READY = 20_000

const startNode = (
  file: string,
  { upstream, at, since, speed, storage, env, onLine }: StartRelay,
): Promise<Relay> =>
  new Promise((started, failed) => {
    const all = {
      ...env,
      PODLIGHT_UPSTREAM: upstream,
      TIME_AT: String(at),
      TIME_SINCE: String(since),
      TIME_SPEED: String(speed),
      PORT: '0',
      ...(storage === undefined ? {} : { STATE: join(storage, 'relay.json') }),
    }
    const child = spawn(process.execPath, [file], { env: all, stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise<void>((done) => void child.once('exit', () => done()))
    const end = (signal: 'SIGTERM' | 'SIGKILL') => async (): Promise<void> => {
      child.kill(signal)
      await ended
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      failed(new Error('The relay on Node did not start.'))
    }, READY)
    child.once('exit', (code) => failed(new Error(`The relay on Node ended with ${code}.`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^The relay answers at (\S+)\/healthz\.$/.exec(line)?.[1]
      if (url === undefined) return onLine?.(line)
      clearTimeout(timer)
      started({ url, pid: child.pid ?? 0, kill: end('SIGKILL'), close: end('SIGTERM') })
    })
  })

/** Builds what goes by another time into a folder, once for all that is started of it. */
export const buildRelays = async (kind: Kind, folder: string): Promise<Relays> => {
  if (kind === 'workerd') {
    const worker = await buildPlayedRelay(folder)
    return { kind, start: (options) => startPlayedRelay({ worker, ...options }) }
  }
  await buildRelayFile('scripts/relay/playedNode.ts', folder, 'playedNode.mjs')
  return { kind, start: (options) => startNode(join(folder, 'playedNode.mjs'), options) }
}
