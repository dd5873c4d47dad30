import { askedTooOften } from './asked.ts'
import { seeded } from './chance.ts'
import { type Follower, startFollower, type Told } from './follower.ts'
import { BEGIN, stateAt } from './page.ts'
import { type Playing, startPlaying, wait, when } from './playing.ts'
import type { Relays } from './relays.ts'
import { mustHold, type Row } from './report.ts'

const MINUTE = 60_000
/** The page keeps each state for one to three minutes. */
const SHORTEST_STATE = MINUTE
const MORE = 2 * MINUTE
/** A life of the relay, once it is read. */
const LONGEST_LIFE = 1.8 * MINUTE
/** In one life of so many nobody reads before the relay has asked by itself. */
const UNREAD = 4
/** Deaths of a relay that keeps nothing. */
const FORGETFUL = 3
/** A death while asking is the longest wait that there is, and starting takes its time. */
const ALONE = 4 * MINUTE

const statesOf = (random: () => number): number[] => {
  const starts = [BEGIN]
  while (starts.length < 200)
    starts.push((starts.at(-1) ?? BEGIN) + SHORTEST_STATE + Math.round(random() * MORE))
  return starts
}

/** At any moment, or within a moment of asking the page: what is half done then is what may be lost. */
const liveUntilDeath = async ({ page }: Playing, random: () => number, longest: number): Promise<void> => {
  const life = random() * longest
  if (random() < 0.5) return wait(life)
  const before = page().log.count()
  const end = Date.now() + longest
  await when(() => page().log.count() > before || Date.now() > end, 'a death')
  await wait(random() * 15)
}

export interface Kills {
  readonly kills: number
  readonly speed: number
  readonly seed: number
  /** Without it, each life begins with nothing: to see what that does. */
  readonly keepsStorage: boolean
}

export interface Killed {
  readonly follower: Follower
  readonly asked: readonly number[]
  /** After how long it asked by itself, where nobody read; and what was wrong. */
  readonly alone: readonly number[]
  readonly wrong: readonly string[]
  /** When each state of the page began, by the machine's clock, and the end of it all. */
  readonly states: readonly number[]
}

/** Kills the relay again and again while the page changes and a client follows it over all restarts. */
export const killAgainAndAgain = async (
  relays: Relays,
  { kills, speed, seed, keepsStorage }: Kills,
): Promise<Killed> => {
  const random = seeded(seed)
  const starts = statesOf(random)
  const follower = startFollower()
  const playing = await startPlaying(relays, { starts, at: BEGIN + 1000, speed, onLine: follower.logged })
  const { now, page, asked } = playing
  const wrong: string[] = []
  const alone: number[] = []
  try {
    for (let life = 0; life <= kills; life++) {
      const isUnread = life % UNREAD === UNREAD - 1
      const before = page().log.count()
      const told = follower.told.length
      const relay = await playing.start(keepsStorage ? {} : { storage: undefined })
      if (isUnread) {
        const from = now()
        await when(() => page().log.count() > before || now() > from + ALONE, 'the page asked')
        if (page().log.count() > before) alone.push(now() - from)
        else wrong.push(`nobody asked in life ${life}`)
      }
      follower.read(relay.url)
      const { nextLook } = await playing.health()
      if (nextLook === null) wrong.push(`no alarm in life ${life}`)
      if (life === kills) break
      // One that keeps nothing tells all of it again, and that is to be seen.
      if (life === 0 || !keepsStorage) await when(() => follower.told.length > told, 'a change told')
      await liveUntilDeath(playing, random, LONGEST_LIFE / speed)
      follower.lose()
      await relay.kill()
    }
    // What the page says at the end has to arrive as well.
    const last = stateAt(starts, now())
    await when(() => follower.latest() >= last, 'the last state', 60_000)
    const begun = starts.slice(0, stateAt(starts, now())).map(playing.machineOf)
    return { follower, asked: asked(), alone, wrong, states: [...begun, Date.now()] }
  } finally {
    await follower.stop()
    await playing.close()
  }
}

/** A client that listened for so long without a break has been told of what was there all the while. */
const HEARD_WITHIN = 30_000
/** The same of what the page said, which the relay must first ask for. */
const ASKED_WITHIN = 60_000
/** What a busy machine may take besides, by its own clock. */
const LAG = 300

const numberOf = ({ id }: Told): number => Number(id.split('.')[1])
const epochOf = ({ id }: Told): string => id.split('.')[0] ?? ''

/** What was told more than once, by its id, its content or its place in what the page said. */
export const toldTwice = ({ told }: Follower): string[] => {
  const wrong: string[] = []
  told.forEach((one, i) => {
    const before = told.slice(0, i)
    if (before.some(({ id }) => id === one.id)) wrong.push(`${one.id} twice`)
    if (before.some(({ content }) => content === one.content)) wrong.push(`state ${one.state} twice`)
    const last = before.at(-1)
    if (last === undefined) return
    if (epochOf(last) !== epochOf(one)) wrong.push(`numbers begin anew after ${last.id}`)
    else if (numberOf(last) >= numberOf(one)) wrong.push(`${one.id} after ${last.id}`)
    if ((last.state ?? 0) > (one.state ?? 0)) wrong.push(`state ${one.state} after ${last.state}`)
  })
  return wrong
}

/** What a client was not told, though it listened for long enough. */
export const lost = ({ follower, states }: Killed, speed: number): string[] => {
  const { told, published, listened } = follower
  const numbers = new Set(told.map(numberOf))
  const seen = new Set(told.map(({ state }) => state))
  const ofRelay = published.filter(({ number, at }, i) => {
    const until = published[i + 1]?.at ?? Date.now()
    return !numbers.has(number) && (listened(at, until) - LAG) * speed > HEARD_WITHIN
  })
  const ofPage = states.slice(0, -1).flatMap((from, i) => {
    const isHeld = (listened(from, states[i + 1] ?? from) - LAG) * speed > ASKED_WITHIN
    return isHeld && !seen.has(i + 1) ? [`state ${i + 1} of the page`] : []
  })
  return [...ofRelay.map(({ number }) => `change ${number}`), ...ofPage]
}

/** First what happens to one that keeps nothing, then to one that does. */
export const proveKills = async (
  relays: Relays,
  { kills, speed, seed }: Pick<Kills, 'kills' | 'speed' | 'seed'>,
): Promise<readonly Row[]> => {
  const forgetful = await killAgainAndAgain(relays, { kills: FORGETFUL, speed, seed, keepsStorage: false })
  const harm = toldTwice(forgetful.follower)
  const killed = await killAgainAndAgain(relays, { kills, speed, seed, keepsStorage: true })
  const { follower, asked, alone, wrong, states } = killed
  const seen = new Set(follower.told.map(({ state }) => state)).size
  return [
    mustHold(
      `killed ${FORGETFUL} times with nothing kept`,
      `${harm.length} times told wrongly`,
      'the harm is seen',
      harm.length > 0 ? [] : ['no harm, so this proves nothing'],
    ),
    mustHold(
      `killed ${kills} times: told twice`,
      `${follower.told.length} changes told`,
      'none',
      toldTwice(follower),
    ),
    mustHold(
      'the same: lost',
      `${seen} of ${states.length - 1} states told`,
      'none held long enough',
      lost(killed, speed),
    ),
    mustHold('the same: read besides', 'never back, never refused', 'no error', follower.wrong),
    mustHold(
      'asks again by itself',
      `${alone.length} times unread, after ${(Math.max(0, ...alone) / 1000).toFixed(0)} s at most`,
      'always',
      wrong,
    ),
    mustHold(
      'the page was asked meanwhile',
      `${asked.length} times`,
      'as the schedule says',
      askedTooOften(asked, speed),
    ),
  ]
}
