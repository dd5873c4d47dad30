import { type Arguments, HELP, readArguments } from './arguments.ts'
import { HOME, load, namesIn } from './load.ts'
import { type Moment, momentsOf } from './moments.ts'
import type { Recording } from './recording.ts'
import { type Replay, startReplay } from './server.ts'
import { shifted } from './shift.ts'

/** Lines shown of what is to come. */
const SHOWN = 5

/** Runs the command. Returns the replay it started, or null where there was only something to print. */
export async function run(args: readonly string[], print: (line: string) => void): Promise<Replay | null> {
  const chosen = readArguments(args)
  if (chosen.help) print(HELP.trimEnd())
  else if (chosen.list) for (const line of listed(load(namesIn()))) print(line)
  else return play(chosen, print)
  return null
}

async function play(chosen: Arguments, print: (line: string) => void): Promise<Replay> {
  const loaded = load(chosen.recordings.length === 0 ? [HOME] : chosen.recordings)
  const began = chosen.at ?? momentsOf(loaded)[0]?.at ?? 0
  const by = chosen.now ? Date.now() - began : 0
  const recordings = by === 0 ? loaded : loaded.map((recording) => shifted(recording, by))
  const replay = await startReplay({
    recordings,
    at: began + by,
    speed: chosen.speed,
    port: chosen.port,
    ...(chosen.fault === null ? {} : { fault: chosen.fault }),
  })
  const fault = replay.state().fault
  print(`${replay.url}/api/v2/summary.json`)
  print(
    `It is ${iso(replay.time())} at speed ${chosen.speed}${fault === null ? '' : `, with fault ${fault.kind}`}.`,
  )
  for (const line of upcoming(replay.coming())) print(line)
  return replay
}

/** The next changes as lines for people. */
export function upcoming(moments: readonly Moment[]): readonly string[] {
  if (moments.length === 0) return ['Nothing more changes.']
  const rest = moments.length - SHOWN
  return [
    'Next:',
    ...moments.slice(0, SHOWN).map(({ at, what }) => `  ${iso(at)}  ${what}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ]
}

function listed(recordings: readonly Recording[]): readonly string[] {
  const width = Math.max(...recordings.map(({ id }) => id.length))
  return recordings.map(({ id, title }) => `${id.padEnd(width)}  ${title}`)
}

const iso = (at: number): string => new Date(at).toISOString()
