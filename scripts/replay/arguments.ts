import { parseArgs } from 'node:util'
import { type ChosenFault, FAULTS, readFault } from './fault.ts'
import { millis } from './moments.ts'
import { ReplayError } from './recording.ts'

/** What the command line asks for. */
export interface Arguments {
  readonly help: boolean
  readonly list: boolean
  /** Empty: all of the repository's own. */
  readonly recordings: readonly string[]
  readonly at: number | null
  readonly now: boolean
  readonly speed: number
  readonly port: number
  readonly fault: ChosenFault | null
}

export const HELP = `Plays recorded incidents as the vendor's status page, on this machine.

  npm run replay -- --recording 2024-11-14-chat-latency --speed 60

  --recording NAME   a name from --list, a .json file or a folder of them; may be repeated (default: all)
  --at TIME          where to begin, such as 2024-12-19T07:33:00Z (default: the first change)
  --now              moves the recordings so that their beginning happens now
  --speed N          1 is real time, 60 plays an hour in a minute, 0 stands still (default: 1)
  --port N           0 takes any free port (default: 4180)
  --fault KIND       misbehaves from the start until cleared
  --list             shows the recordings
  --help             shows this

Kinds of fault:
${Object.entries(FAULTS)
  .map(([kind, what]) => `  ${kind.padEnd(11)} ${what}`)
  .join('\n')}

While it runs: POST /replay/control, as application/json, any of
  {"time": "2024-12-19T08:00:00Z", "speed": 0, "step": true, "clearLog": true,
   "fault": "429" or {"kind": "429", "retryAfter": 30, "requests": 2} or null}
and GET /replay/control tells time, speed, fault, what comes next and what was asked for.
`

/** Reads the command line. Throws a ReplayError of one sentence. */
export function readArguments(args: readonly string[]): Arguments {
  const values = parsed(args)
  return {
    help: values.help ?? false,
    list: values.list ?? false,
    recordings: values.recording ?? [],
    at: values.at === undefined ? null : millis(values.at),
    now: values.now ?? false,
    speed: number(values.speed, 1, '--speed', 1e6),
    port: whole(number(values.port, 4180, '--port', 65_535), '--port'),
    fault: values.fault === undefined ? null : readFault(values.fault),
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        list: { type: 'boolean' },
        recording: { type: 'string', multiple: true },
        at: { type: 'string' },
        now: { type: 'boolean' },
        speed: { type: 'string' },
        port: { type: 'string' },
        fault: { type: 'string' },
      },
    }).values
  } catch (cause) {
    const told = cause instanceof Error ? cause.message.split(/[.\n]/)[0] : cause
    throw new ReplayError(`${told}; --help shows what there is.`)
  }
}

function number(text: string | undefined, otherwise: number, name: string, most: number): number {
  if (text === undefined) return otherwise
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(value) || value < 0 || value > most)
    throw new ReplayError(`${name} must be a number from 0 to ${most}, not "${text}".`)
  return value
}

function whole(value: number, name: string): number {
  if (!Number.isInteger(value)) throw new ReplayError(`${name} must be a whole number.`)
  return value
}
