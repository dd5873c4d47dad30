import { POD, stateOf } from './page.ts'
import { type Playing, wait } from './playing.ts'

export interface Read {
  readonly answers: number
  /** The greatest age of an answer, in seconds. */
  readonly oldest: number
  /** Answers that said they did not know. */
  readonly unknown: number
  /** By how much an age was too low at most, in the machine's seconds. */
  readonly short: number
  readonly wrong: readonly string[]
}

/** An answer for a pod. */
interface Body {
  readonly age: number
  readonly verdict: { readonly level: string; readonly impacts: readonly object[] }
}

export interface Readers {
  /** The latest state of the page that anybody was told. */
  latest(): number
  /** When, by the machine's clock, that state or a later one was told first. */
  toldAt(state: number): number
  stop(): Promise<Read>
}

/** Old news is no news, in seconds. */
const STALE = 900
/** Between two requests of one reader, in the machine's time. */
const PAUSE = 4
const PATIENCE = 20_000
/** The runtime's clock stands still while it works, so on a busy machine an age is short by this; in the machine's seconds. */
const SLACK = 0.5
const WHAT = [POD, POD, 'pods', 'summary']

/** When the page last told the truth, before a time of the machine. */
const lastGood = ({ page, timeOf }: Playing, until: number, before: number): number => {
  const good = page()
    .log.entries()
    .findLast(
      ({ at, status, fault }) => status === 200 && at <= until && (fault === null || fault === 'slow'),
    )
  return Math.max(before, good === undefined ? 0 : timeOf(good.at))
}

/** People who read all the time, and look at every answer. */
export const startReaders = (playing: Playing, many: number, speed: number): Readers => {
  const { now, relay } = playing
  const told = new Map<number, number>()
  const wrong: string[] = []
  let latest = 0
  let answers = 0
  let oldest = 0
  let unknown = 0
  let short = 0
  let good = lastGood(playing, Date.now(), 0)
  let isOver = false

  /** What was known before it was asked, it must not take back; another reader's answer may have come in between. */
  const hear = (state: number, known: number): void => {
    if (state < known) wrong.push(`state ${state} was told after ${known}`)
    if (state <= latest) return
    latest = state
    told.set(state, Date.now())
  }

  const readOnce = async (what: string): Promise<void> => {
    const [asked, known] = [now(), latest]
    const response = await fetch(`${relay().url}/v1/kustomer/${what}.json`, {
      signal: AbortSignal.timeout(PATIENCE),
    })
    const body = (await response.json()) as Body
    answers++
    if (response.status !== 200) {
      wrong.push(`${response.status} for ${what}`)
      return
    }
    const age = Number(response.headers.get('podlight-age'))
    oldest = Math.max(oldest, age)
    good = lastGood(playing, Date.now(), good)
    const least = (asked - good) / 1000
    short = Math.max(short, (least - age) / speed)
    if (!(age >= least - SLACK * speed))
      wrong.push(`an age of ${age} s, ${least.toFixed(0)} s after the last document`)
    if (what !== POD) return
    const state = stateOf(body.verdict)
    if (body.age !== age) wrong.push(`two ages: ${body.age} and ${age}`)
    if ((state === null) !== age > STALE) wrong.push(`${body.verdict.level} at an age of ${age} s`)
    if (state === null) unknown++
    else hear(state, known)
  }

  const reader = async (first: number): Promise<void> => {
    for (let turn = first; !isOver; turn++) {
      await readOnce(WHAT[turn % WHAT.length] ?? POD).catch((cause) => {
        wrong.push(`broken: ${cause instanceof Error ? cause.message : cause}`)
      })
      await wait(PAUSE)
    }
  }
  const readers = Array.from({ length: many }, (_, i) => reader(i))

  return {
    latest: () => latest,
    toldAt: (state) => Math.min(...[...told].filter(([one]) => one >= state).map(([, at]) => at)),
    async stop() {
      isOver = true
      await Promise.all(readers)
      return { answers, oldest, unknown, short, wrong }
    },
  }
}
