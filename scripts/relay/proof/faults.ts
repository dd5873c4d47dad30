import { STALE } from '../../../shared/model/limits.ts'
import type { ChosenFault } from '../../replay/fault.ts'
import type { LoggedRequest } from '../../replay/requestLog.ts'
import { askedTooOften, mostInAnHour } from './asked.ts'
import { BEGIN, POD, stateAt } from './page.ts'
import { type Playing, startPlaying, wait, when } from './playing.ts'
import { type Readers, startReaders } from './readers.ts'
import type { Relays } from './relays.ts'
import { mustHold, type Row, shouldBe } from './report.ts'

const MINUTE = 60_000
/** The page changes so often, and is this old when a proof begins: an old copy has something to be older than. */
const EVERY = MINUTE
const AGE = 15 * MINUTE
const STARTS = Array.from({ length: 180 }, (_, i) => BEGIN + i * EVERY)
/** Truth is there within so many seconds, once it may be asked for. */
const SOON = 20
const RETRY_AFTER = 60
/** No proof plays slower than this, so waits end. */
const SLOWEST = 10

/** What becomes of the page: how it goes wrong, for how long at least, and how often it is asked meanwhile. */
interface Trouble {
  readonly name: string
  readonly begin: (playing: Playing) => unknown
  readonly end: (playing: Playing) => unknown
  readonly lasts?: number
  /** Requests that are met by it, where the page can see them. */
  readonly meets: number
  /** It tells the truth all the same. */
  readonly isTrue?: boolean
}

const fault = (name: string, chosen: ChosenFault, more: Partial<Trouble> = {}): Trouble => ({
  name,
  begin: ({ page }) => page().setFault(chosen),
  end: ({ page }) => page().setFault(null),
  meets: 2,
  ...more,
})

const killed = (name: string, lasts: number): Trouble => ({
  name,
  begin: ({ killPage }) => killPage(),
  end: ({ revivePage }) => revivePage(),
  meets: 0,
  lasts,
})

const OLD_COPY: Trouble = {
  name: 'an old copy',
  begin: ({ page, now }) => page().setTime(now() - 10 * MINUTE),
  end: ({ page, now }) => page().setTime(now()),
  meets: 2,
}

const SLOW = fault('slow', { kind: 'slow', bytes: 8192, every: 10 }, { isTrue: true })
const LIMITED = fault('429 for a minute', { kind: '429', retryAfter: RETRY_AFTER }, { meets: 1 })
const OUTAGE = killed('killed for 16 minutes', STALE + MINUTE)

export const TROUBLES: readonly Trouble[] = [
  killed('killed', 50_000),
  fault('refusing', 'refuse'),
  fault('hanging', 'hang', { meets: 1 }),
  fault('stalling', 'stall', { meets: 1 }),
  SLOW,
  fault('another page', 'other-page'),
  fault('HTML', 'html'),
  fault('truncated', 'truncated'),
  fault('cut', 'cut'),
  fault('empty', 'empty'),
  fault('garbage', 'garbage'),
  fault('20 MB', 'huge', { meets: 1 }),
  fault('a redirect', 'redirect'),
  OLD_COPY,
  fault('500', '500'),
  LIMITED,
  OUTAGE,
]

export const FEW_TROUBLES: readonly Trouble[] = [fault('HTML', 'html', { meets: 1 }), OUTAGE]

/** The requests that came before the silence was over that the page had asked for. */
const askedWhileHeld = (entries: readonly LoggedRequest[], speed: number): string[] =>
  entries.flatMap(({ at, status }, i) => {
    const next = entries[i + 1]
    const waited = next === undefined ? RETRY_AFTER : ((next.at - at) * speed) / 1000
    return status === 429 && waited < RETRY_AFTER - 1 ? [`asked after ${waited.toFixed(0)} s`] : []
  })

interface Revival {
  readonly name: string
  /** Seconds from the revival until the new state of the page was told. */
  readonly after: number
  /** How many of them the relay had said that it would wait. */
  readonly waited: number
}

/** Seconds that nobody had announced. */
const lateness = ({ after, waited }: Revival): number => after - waited

/** Goes through one trouble, and measures how soon after its end the new state of the page is told. */
const goThrough = async (playing: Playing, readers: Readers, trouble: Trouble): Promise<Revival> => {
  const { now, page, asked, timeOf } = playing
  const { name, meets, lasts = 0 } = trouble
  const patience = (10 * MINUTE + lasts) / SLOWEST
  const from = now()
  const met = meets === 0 ? 0 : page().log.count()
  await trouble.begin(playing)
  const isOver = (): boolean =>
    (meets === 0 || page().log.count() >= met + meets) &&
    now() >= from + lasts &&
    (trouble.isTrue === true || stateAt(STARTS, now()) > readers.latest())
  await when(isOver, `${name}: met by the relay`, patience)
  await trouble.end(playing)
  const revived = now()
  const before = asked().length
  let waits = revived
  for (let isAsked = false; !isAsked; ) {
    const { nextLook } = await playing.health()
    isAsked = asked().length > before
    // What is said while it is asking says nothing of a wait.
    if (!isAsked && nextLook !== null && nextLook > now()) waits = Math.max(waits, nextLook)
    if (now() > revived + 10 * MINUTE) throw new Error(`Never seen: ${name}: asked again.`)
    await wait(2)
  }
  const state = stateAt(STARTS, revived)
  await when(() => readers.latest() >= state, `${name}: the truth after it`, patience)
  const told = timeOf(readers.toldAt(state))
  return { name, after: (told - revived) / 1000, waited: (waits - revived) / 1000 }
}

export interface Faults {
  readonly troubles: readonly Trouble[]
  readonly speed: number
  /** Who read all the while. */
  readonly people: number
}

/** The page fails in every way and comes back, while people read; none of them may notice more than an age. */
export const proveFaults = async (
  relays: Relays,
  { troubles, speed, people }: Faults,
): Promise<readonly Row[]> => {
  const playing = await startPlaying(relays, { starts: STARTS, at: BEGIN + AGE, speed })
  const { asked, now, page } = playing
  const limited: string[] = []
  const began = now()
  let readers: Readers | null = null
  try {
    await playing.start()
    const isFine = async (): Promise<boolean> =>
      (await fetch(`${playing.relay().url}/v1/kustomer/${POD}.json`)).ok
    await when(isFine, 'a first answer')
    readers = startReaders(playing, people, speed)
    const revivals: Revival[] = []
    for (const trouble of troubles) {
      revivals.push(await goThrough(playing, readers, trouble))
      if (trouble === LIMITED) limited.push(...askedWhileHeld(page().log.entries(), speed))
      // The back-off must not grow from one to the next: each begins with a relay that is well.
      await when(async () => (await playing.health()).failures === 0, 'a relay that is well')
    }
    const read = await readers.stop()
    const latest = [...revivals].sort((a, b) => lateness(b) - lateness(a))
    const told = latest.slice(0, 3).map((one) => `${one.name} ${lateness(one).toFixed(0)}`)
    const minutes = (now() - began) / MINUTE
    return [
      mustHold(
        `${troubles.length} troubles in ${minutes.toFixed(0)} minutes, ${read.answers.toLocaleString('en')} answers`,
        `oldest ${read.oldest} s, ${read.unknown} unknown, short by ${read.short.toFixed(2)} s`,
        'no error, a true age',
        read.wrong,
      ),
      ...(troubles.includes(LIMITED)
        ? [mustHold('a page that asks for silence', 'was left alone', 'left alone', limited)]
        : []),
      shouldBe(
        'until the truth, after its own wait',
        Math.max(...revivals.map(lateness)),
        SOON,
        ' s',
        ` (${told.join(', ')}; waits to ${Math.max(...revivals.map(({ waited }) => waited)).toFixed(0)} s)`,
      ),
      mustHold(
        'the page was asked meanwhile',
        `${asked().length} times, ${mostInAnHour(asked())} in an hour at most`,
        'at most 260 an hour',
        askedTooOften(asked(), speed),
      ),
    ]
  } finally {
    await readers?.stop()
    await playing.close()
  }
}
