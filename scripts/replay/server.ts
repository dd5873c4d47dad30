import { createServer } from 'node:http'
import type { PageOptions } from './catalogue.ts'
import { createClock } from './clock.ts'
import { answerControl, CONTROL_PATH, type ReplayState, stateOf } from './control.ts'
import { type ChosenFault, createFaultSwitch } from './fault.ts'
import { type Moment, millis, momentsOf, type Time } from './moments.ts'
import { type Recording, ReplayError } from './recording.ts'
import { createRequestLog, type RequestLog } from './requestLog.ts'
import { respond } from './responder.ts'

export interface ReplayOptions {
  readonly recordings: readonly Recording[]
  /** Where to begin; the first moment of the recordings by default. */
  readonly at?: Time
  /** 0, the default, stands still until told otherwise; 60 plays an hour in a minute. */
  readonly speed?: number
  /** 0, the default, takes any free port. */
  readonly port?: number
  readonly fault?: ChosenFault
  readonly page?: PageOptions
  readonly now?: () => number
}

export interface Replay {
  /** Without a slash at the end: `http://127.0.0.1:4180`. */
  readonly url: string
  readonly log: RequestLog
  time(): number
  setTime(time: Time): void
  setSpeed(speed: number): void
  step(): readonly Moment[]
  coming(): readonly Moment[]
  setFault(fault: ChosenFault | null): void
  state(): ReplayState
  /** Ends every connection, hanging ones too. */
  close(): Promise<void>
}

/** A status page on this machine that plays recordings, and misbehaves when told to. */
export async function startReplay(options: ReplayOptions): Promise<Replay> {
  const { recordings, page = {}, now = Date.now } = options
  const moments = momentsOf(recordings)
  const first = moments[0]
  if (first === undefined) throw new ReplayError('There is no recording to play.')
  const at = options.at === undefined ? first.at : millis(options.at)
  const clock = createClock({ at, speed: options.speed ?? 0, now, moments })
  const faults = createFaultSwitch()
  faults.set(options.fault ?? null)
  const log = createRequestLog()

  const playing = { recordings, page, faults, time: clock.time }

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/'
    if (path === CONTROL_PATH) {
      // A reader that breaks off its own order is no reason to end the replay.
      answerControl(request, response, { clock, faults, log }).catch(() => response.destroy())
      return
    }
    const asked = { path, method: request.method ?? 'GET', at: now(), time: clock.time() }
    const conditional = request.headers['if-none-match'] !== undefined
    log.add({ ...asked, conditional, ...respond(request, response, path, playing) })
  })
  const port = await listening(server, options.port ?? 0)

  return {
    url: `http://127.0.0.1:${port}`,
    log,
    time: clock.time,
    setTime: clock.setTime,
    setSpeed: clock.setSpeed,
    step: clock.step,
    coming: clock.coming,
    setFault: faults.set,
    state: () => stateOf({ clock, faults, log }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** On loopback only: a page that lies about the vendor is not for the network. */
function listening(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new ReplayError(`Port ${port} cannot be used (${cause.code ?? cause.message}); choose another.`),
      ),
    )
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
