import { mkdtempSync, rmSync } from 'node:fs'
import type { ClientRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askedTooOften } from './asked.ts'
import { listen } from './listen.ts'
import { BEGIN, SUMMARY, startPage } from './page.ts'
import { wait, when } from './playing.ts'
import { filesOf, memoryOf, workedBy } from './processorTime.ts'
import type { Relay, Relays } from './relays.ts'
import { figure, mustHold, type Row, shouldBe } from './report.ts'

const SECRET = 'a-secret-of-the-proof-0123'
/** The page is well before this, and not afterwards. */
const CHANGE = BEGIN + 60_000
const WITHIN = 5
/** Enough to have all requests saved that may be. */
const EARLIER = 5 * 60_000
/** Streams that are opened where there is no room. */
const MORE = 10
/** Files that a process needs besides. */
const OTHERS = 200
const AT_ONCE = 50
const PATIENCE = 60_000
const MB = 1024 * 1024
const WHAT = ['prod2', 'prod2', 'pods', 'summary']

/** One that listens, and what it was told. */
interface Stream {
  readonly request: ClientRequest
  status: number
  retryAfter: string | undefined
  /** Changes, and when the last of them came; the first is the state when it came. */
  changes: number
  at: number
  beats: number
  isOver: boolean
}

const open = (url: string): Promise<Stream> =>
  new Promise((done) => {
    const stream: Stream = {
      request: listen(url, {
        opened: (status, { headers }) => {
          stream.status = status
          stream.retryAfter = headers['retry-after']
          if (status !== 200) done(stream)
        },
        heard: ({ event }) => {
          if (event === 'beat') stream.beats++
          else stream.changes++
          stream.at = Date.now()
          if (stream.changes === 1) done(stream)
        },
        ended: () => {
          stream.isOver = true
          done(stream)
        },
      }),
      status: 0,
      retryAfter: undefined,
      changes: 0,
      at: 0,
      beats: 0,
      isOver: false,
    }
  })

const openAll = async (url: string, count: number): Promise<Stream[]> => {
  const streams: Stream[] = []
  const opening = async (): Promise<void> => {
    while (streams.length + underWay < count) {
      underWay++
      const stream = await open(`${url}/v1/kustomer/${WHAT[streams.length % WHAT.length]}/events`)
      underWay--
      streams.push(stream)
    }
  }
  let underWay = 0
  await Promise.all(Array.from({ length: AT_ONCE }, opening))
  return streams
}

/** How many streams the system lets us have of those that are wanted, and what to say where it is fewer. */
const roomFor = (wanted: number, { pid }: Relay): { readonly count: number; readonly missing: Row[] } => {
  const files = Math.min(filesOf(process.pid), filesOf(pid))
  const count = Math.min(wanted, files - OTHERS)
  const text = `A process may have ${files} files open here: ${wanted + OTHERS} are needed ("ulimit -n").`
  return { count, missing: count < wanted ? [figure(`only ${count} streams`, text)] : [] }
}

export interface Streams {
  readonly wanted: number
  /** Milliseconds of listening while nothing happens. */
  readonly rest: number
  /** Whether it waits until the relay has noticed that all are gone, which takes half a minute. */
  readonly seesEnd: boolean
}

/** How soon there is room again, once all are gone. */
const endOf = async (url: string): Promise<Row> => {
  const from = Date.now()
  const isFree = async (): Promise<boolean> =>
    ((await (await fetch(`${url}/healthz`)).json()) as { streams: number }).streams === 0
  const wrong = await when(isFree, 'room again', PATIENCE).then(
    () => [],
    () => ['they are still counted'],
  )
  return mustHold(
    'room again once they are gone',
    `after ${((Date.now() - from) / 1000).toFixed(0)} s`,
    'all of it',
    wrong,
  )
}

/** A relay that has been running for a while, and so has requests saved: one that has just begun must earn them first. */
const grownUp = async (life: (at: number) => Promise<Relay>): Promise<Relay> => {
  const isNews = ({ url }: Relay): Promise<void> =>
    when(async () => (await fetch(`${url}/v1/kustomer/prod2.json`)).ok, 'a first answer')
  const young = await life(BEGIN - EARLIER)
  await isNews(young)
  await young.kill()
  const relay = await life(BEGIN)
  await isNews(relay)
  return relay
}

/** Many who listen to one relay at its normal speed: what they cost at rest, and how soon all are told of a change. */
export const proveStreams = async (
  relays: Relays,
  { wanted, rest, seesEnd }: Streams,
): Promise<readonly Row[]> => {
  const storage = mkdtempSync(join(tmpdir(), 'podlight-proof-'))
  const page = await startPage([CHANGE], { at: BEGIN })
  let changed = Number.NaN
  const life = (at: number): Promise<Relay> =>
    relays.start({
      upstream: `${page.url}${SUMMARY}`,
      at,
      since: Date.now(),
      speed: 1,
      storage,
      env: { PODLIGHT_STATUSPAGE_SECRET: SECRET, PODLIGHT_STREAMS: String(wanted) },
      onLine: (line) => {
        if (line.startsWith('{"event":"changed","pod":"prod2"')) changed = Date.now()
      },
    })
  const relay = await grownUp(life)
  const closing: Stream[] = []
  try {
    const { count, missing } = roomFor(wanted, relay)
    const before = memoryOf(relay.pid)
    const streams = await openAll(relay.url, count)
    closing.push(...streams)
    const opened = memoryOf(relay.pid) - before

    const worked = workedBy(relay.pid)
    const from = Date.now()
    await wait(rest)
    const share = ((workedBy(relay.pid) - worked) / (Date.now() - from)) * 100
    const beats = streams.reduce((sum, one) => sum + one.beats, 0)
    const rested = memoryOf(relay.pid) - before

    const refused = count === wanted ? await openAll(relay.url, MORE) : []
    closing.push(...refused)

    changed = Number.NaN
    page.setTime(CHANGE)
    const hook = await fetch(`${relay.url}/v1/hooks/statuspage/${SECRET}`, {
      method: 'POST',
      body: '{"incident":{}}',
    })
    const isTold = (): boolean => streams.every(({ changes }) => changes > 1)
    await when(() => isTold() || streams.some(({ isOver }) => isOver), 'all are told', PATIENCE).catch(
      () => undefined,
    )
    const told = streams.filter(({ changes }) => changes > 1)
    const times = told.map(({ at }) => (at - changed) / 1000).sort((a, b) => a - b)

    const left = streams.filter(({ isOver }) => isOver).length
    const asked = page.log.entries().map(({ at }) => at)
    for (const { request } of closing) request.destroy()
    return [
      ...missing,
      mustHold(
        `${count} streams`,
        `${streams.filter(({ status }) => status === 200).length} open, ${left} broken`,
        'all open',
        [
          ...streams.filter(({ status }) => status !== 200).map(({ status }) => `${status}`),
          ...(left > 0 ? [`${left} broken`] : []),
        ],
      ),
      figure(
        'memory for them',
        `${(opened / MB).toFixed(0)} MB, ${(rested / MB).toFixed(0)} MB after ${rest / 1000} s`,
      ),
      figure('a processor at rest', `${share.toFixed(1)} %, ${beats} beats in ${rest / 1000} s`),
      mustHold(
        `${refused.length} streams beyond the most`,
        refused.map(({ status }) => status)[0] === 503 ? '503 with Retry-After' : 'taken in',
        '503 with Retry-After',
        refused
          .filter(({ status, retryAfter }) => status !== 503 || !Number(retryAfter))
          .map(({ status }) => `${status}`),
      ),
      mustHold(
        `a change, after a notice (${hook.status})`,
        `${told.length} told`,
        'all told',
        told.length === count ? [] : [`${count - told.length} not told`],
      ),
      shouldBe(
        'until the last was told',
        times.at(-1) ?? Number.NaN,
        WITHIN,
        ' s',
        ` (half within ${(times[times.length >> 1] ?? Number.NaN).toFixed(2)})`,
      ),
      mustHold(
        'the page was asked meanwhile',
        `${asked.length} times`,
        'as the schedule says',
        askedTooOften(asked),
      ),
      ...(seesEnd ? [await endOf(relay.url)] : []),
    ]
  } finally {
    for (const { request } of closing) request.destroy()
    // Killed, as one that is asked to end waits for its streams to end.
    await Promise.all([relay.kill(), page.close()])
    rmSync(storage, { recursive: true, force: true })
  }
}
