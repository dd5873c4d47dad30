import { createDetector, type Detector } from '../../../shared/evidence/detector.ts'
import type { Line } from '../../../shared/evidence/line.ts'
import type { Sign } from '../../../shared/evidence/sign.ts'
import { isRow } from '../../../shared/model/guards.ts'
import { requests } from '../../../shared/vendors/kustomer.ts'
import { hostsOf } from '../../domain/evidence/origins.ts'
import { doubted } from '../../domain/evidence/signs.ts'
import type { Watch } from '../../domain/evidence/watch.ts'
import type { Area } from '../../storage/store.ts'

const KEY = 'evidence'

/** The page is asked more often than that: whoever heard nothing for so long was asleep. */
const GAP = 150_000

/** A suspicion that comes back so soon is the same one. */
const EPISODE = 10 * 60_000

/** What outlives the background of a watch, but not the browser: counts, and names that only their salt explains. */
export const sessionCounts = (session: Area) => ({
  read: (): Promise<unknown> =>
    session.get([KEY]).then(
      (kept) => kept[KEY],
      () => null,
    ),
  write: async (row: object | null): Promise<void> => {
    try {
      await session.set({ [KEY]: row })
    } catch {
      // Then it lives as long as this background does.
    }
  },
})

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

export interface Watching {
  readonly organisation: string
  /** Takes in what happened; false where that is not this organization's. */
  take(line: Line): boolean
  /** When it saw the first of its requests. */
  readonly since: () => number | null
  /** What is seen now, with time passed, and whether a suspicion just began. */
  look(now: number): { readonly sign: Sign | null; readonly isSuspected: boolean }
  /** Hears what became of earlier signs. */
  learn(watch: Watch, now: number): void
  /** Whether there was something to say a moment ago. */
  wasSeen: boolean
  row(): object
}

/** The watch over the requests of one organization, from where the one before it was left. */
export const createWatching = (organisation: string, kept: unknown, random: () => number): Watching => {
  const before = isRow(kept) && kept['organisation'] === organisation ? kept : {}
  const hosts: readonly string[] = hostsOf(organisation)
  const salt = numberOf(before['salt']) || Math.floor(random() * 2 ** 32)
  let since: number | null = null
  let at = numberOf(before['at'])
  let suspected = numberOf(before['suspected'])
  let detector = createDetector(requests, salt, before['counts'])
  let doubts = new Set<string>()

  /** What was kept may be damaged in a way that shows only in use: then it begins anew. */
  const using = <T>(use: (one: Detector) => T): T => {
    try {
      return use(detector)
    } catch {
      detector = createDetector(requests, salt)
      doubts = new Set()
      return use(detector)
    }
  }

  return {
    organisation,
    wasSeen: false,
    since: () => since,
    take(line) {
      if ('host' in line && !hosts.includes(line.host)) return false
      if ('host' in line) since ??= line.at
      const isAwake = line.at - at <= GAP
      at = line.at
      using((one) => {
        if (!isAwake) one.take({ at, event: 'wake' })
        one.take(line)
      })
      return true
    },
    look: (now) =>
      using((one) => {
        one.look(now)
        const isSuspected = one.isSuspicious() && Math.abs(now - suspected) > EPISODE
        if (one.isSuspicious()) suspected = now
        return { sign: one.sign(), isSuspected }
      }),
    learn(watch, now) {
      for (const { what, kind } of doubted(watch, now)) {
        const name = `${what} ${kind}`
        if (!doubts.has(name)) detector.doubt(what, kind)
        doubts.add(name)
      }
    },
    row: () => ({ organisation, salt, at, suspected, counts: using((one) => one.kept()) }),
  }
}
