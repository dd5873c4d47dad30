import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ReplayClock } from './clock.ts'
import { type Fault, type FaultSwitch, readFault } from './fault.ts'
import { type Moment, millis } from './moments.ts'
import { ReplayError } from './recording.ts'
import type { RequestLog } from './requestLog.ts'
import { fields } from './strict.ts'

export const CONTROL_PATH = '/replay/control'

/** What a control request answers, and what `GET` on its path tells. */
export interface ReplayState {
  readonly time: string
  readonly speed: number
  readonly fault: Fault | null
  readonly next: readonly { readonly at: string; readonly recording: string; readonly what: string }[]
  readonly requests: Readonly<Record<string, number>>
}

export interface Controlled {
  readonly clock: ReplayClock
  readonly faults: FaultSwitch
  readonly log: RequestLog
}

const KEYS = ['time', 'speed', 'step', 'fault', 'clearLog']
/** More than any order needs. */
const LONGEST = 10_000

export function stateOf({ clock, faults, log }: Controlled): ReplayState {
  const next = clock.coming().slice(0, 5)
  return {
    time: new Date(clock.time()).toISOString(),
    speed: clock.speed(),
    fault: faults.current(),
    next: next.map((moment: Moment) => ({ ...moment, at: new Date(moment.at).toISOString() })),
    requests: log.counts(),
  }
}

/** Carries out `{time, speed, step, fault, clearLog}`, each optional: all of it, or on a mistake nothing. */
export function control(value: unknown, { clock, faults, log }: Controlled): void {
  const order = fields(value, 'The order', KEYS)
  const [time, speed, fault] = [order['time'], order['speed'], order['fault']]
  const [step, clearLog] = [order['step'], order['clearLog']]
  if (time !== undefined && typeof time !== 'string' && typeof time !== 'number')
    throw new ReplayError('time must be a text such as 2024-12-19T07:33:00Z, or epoch milliseconds.')
  if (speed !== undefined && typeof speed !== 'number') throw new ReplayError('speed must be a number.')
  for (const [key, flag] of Object.entries({ step, clearLog }))
    if (flag !== undefined && typeof flag !== 'boolean')
      throw new ReplayError(`${key} must be true or false.`)
  const moment = time === undefined ? null : millis(time)
  const chosen = fault === undefined || fault === null ? null : readFault(fault)
  // The clock checks the speed itself and throws before it changes anything, so it goes first.
  if (speed !== undefined) clock.setSpeed(speed)
  if (moment !== null) clock.setTime(moment)
  if (step === true) clock.step()
  if (fault !== undefined) faults.set(chosen)
  if (clearLog === true) log.clear()
}

/**
 * The control path over HTTP. It takes JSON only and grants no other origin anything: a page somebody has open
 * can then not drive the replay, since sending JSON needs a preflight that is refused.
 */
export async function answerControl(
  request: IncomingMessage,
  response: ServerResponse,
  controlled: Controlled,
): Promise<void> {
  const send = (status: number, value: object): void => {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    response.end(`${JSON.stringify(value, null, 2)}\n`)
  }
  try {
    if (request.method === 'GET') return send(200, stateOf(controlled))
    if (request.method !== 'POST')
      return send(405, { error: 'Use GET to see the state or POST to change it.' })
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
      return send(415, { error: 'Send the order as application/json.' })
    control(parsed(await textOf(request)), controlled)
    send(200, stateOf(controlled))
  } catch (cause) {
    if (!(cause instanceof ReplayError)) throw cause
    send(400, { error: cause.message })
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length <= LONGEST) chunks.push(bytes)
  }
  if (length > LONGEST) throw new ReplayError(`The order is longer than ${LONGEST} bytes.`)
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ReplayError('The order is not JSON; send an object such as {"step": true}.')
  }
}
