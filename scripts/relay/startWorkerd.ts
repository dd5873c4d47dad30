import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { workerdConfig } from './workerdConfig.ts'

/** The path of the runtime's program. */
const { default: WORKERD } = createRequire(import.meta.url)('workerd') as { readonly default: string }

export interface StartOptions {
  /** The built worker. */
  readonly worker: string
  /** 0, the default, takes any free port. */
  readonly port?: number
  readonly env: Readonly<Record<string, string>>
  /** The folder to keep its databases in; without one they are deleted at the end. */
  readonly storage?: string | undefined
  /** Gets every line that it logs. */
  readonly onLine?: (line: string) => void
}

export interface Workerd {
  /** Without a slash at the end. */
  readonly url: string
  readonly pid: number
  /** Ends it at once, like a crash. */
  kill(): Promise<void>
  close(): Promise<void>
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>
}

const READY = 20_000

/** The port that it says it listens on. */
const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((found, failed) => {
    const timer = setTimeout(() => failed(new Error('workerd did not start.')), READY)
    child.once('exit', (code) => failed(new Error(`workerd ended with ${code}.`)))
    child.once('error', failed)
    createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
      const { event, port } = JSON.parse(line)
      if (event !== 'listen') return
      clearTimeout(timer)
      found(port)
    })
  })

/** Runs a worker in the engine's own runtime, on this machine alone. */
export const startWorkerd = async (options: StartOptions): Promise<Workerd> => {
  const { worker, port = 0, env, onLine = () => undefined } = options
  const folder = mkdtempSync(join(tmpdir(), 'podlight-relay-'))
  const storage = resolve(options.storage ?? join(folder, 'storage'))
  mkdirSync(storage, { recursive: true })
  copyFileSync(worker, join(folder, 'worker.js'))
  writeFileSync(join(folder, 'config.capnp'), workerdConfig({ port, env, storage }))
  const child = spawn(WORKERD, ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  // It must not keep running when this process ends.
  const endWith = (): void => void child.kill('SIGKILL')
  process.once('exit', endWith)
  const ended = new Promise<void>((done) => {
    child.once('exit', () => {
      process.removeListener('exit', endWith)
      rmSync(folder, { recursive: true, force: true })
      done()
    })
  })
  const lines: string[] = []
  for (const input of [child.stdout, child.stderr])
    createInterface({ input: input as Readable }).on('line', (line) => {
      lines.push(line)
      if (lines.length > 20) lines.shift()
      onLine(line)
    })
  const end = (signal: 'SIGTERM' | 'SIGKILL') => async (): Promise<void> => {
    child.kill(signal)
    await ended
  }
  try {
    const taken = await portOf(child)
    return {
      url: `http://127.0.0.1:${taken}`,
      pid: child.pid ?? 0,
      kill: end('SIGKILL'),
      close: end('SIGTERM'),
      ended,
    }
  } catch (cause) {
    child.kill('SIGKILL')
    throw new Error(`${cause instanceof Error ? cause.message : cause} ${lines.join(' ')}`)
  }
}
