import { readAtom } from '../../shared/feed/atom.ts'
import { readJson } from '../../shared/feed/body.ts'
import { readStatuspage } from '../../shared/feed/statusPage.ts'
import { isRow } from '../../shared/model/guards.ts'
import { MAX_BODY } from '../../shared/model/limits.ts'
import type { Incident, Snapshot } from '../../shared/model/snapshot.ts'
import { streamedBody } from '../../shared/polling/body.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { MIRROR } from '../domain/feedAddress.ts'
import { VENDOR_FEEDS } from '../domain/vendorPages.ts'
import { KEPT } from '../storage/history/database.ts'
import type { List } from '../storage/storedKeys.ts'
import { inTime } from './inTime.ts'
import type { PayFor } from './payFor.ts'
import type { BackgroundPorts } from './ports.ts'

/** So many rows stand in a list: with fewer, there is no more to ask for. */
export const FULL = 50
export const MOST_PAGES = 4

const FILES = {
  incidents: ['incidents.json', 'incidents'],
  maintenances: ['scheduled-maintenances.json', 'scheduled_maintenances'],
} as const

/** Beside the summary of a page stand its lists; a relay has none, nor beside its mirror. */
export const hasLists = (address: string): boolean =>
  address.endsWith('/summary.json') && !address.endsWith(MIRROR)

/** Incidents and maintenance that a page lists, and whether that is all there is to know. */
export interface Listed extends Pick<Snapshot, 'incidents' | 'maintenances'> {
  readonly isWhole: boolean
}

const readList = (body: string, list: List): Snapshot | null => {
  const json = readJson(body)
  // The other list is on another page of its own.
  if (!json.ok || !isRow(json.value) || !Array.isArray(json.value[FILES[list][1]])) return null
  const read = readStatuspage({ incidents: [], ...json.value }, kustomer)
  return read.ok ? read.value : null
}

/** Asks for the lists of a page whose summary was heard at an address. The first page of each is paid for already. */
export const createPageLists = (
  { clock, fetch, timer }: Pick<BackgroundPorts, 'clock' | 'fetch' | 'timer'>,
  payFor: PayFor,
) => {
  /** Nothing where it can't be read. */
  const bodyAt = async (address: string): Promise<string> => {
    const body = await inTime(timer, async (signal) => {
      const reply = await fetch(address, { cache: 'no-cache', redirect: 'manual', signal })
      return reply.status === 200 ? streamedBody(() => new TextDecoder())(reply, MAX_BODY) : null
    })
    return body ?? ''
  }

  /** The last resort: it tells less, and mostly may not be read. */
  const byAtom = async (host: string): Promise<Listed | null> => {
    if (!VENDOR_FEEDS.includes(host) || (await payFor(host)) !== 'paid') return null
    const atom = readAtom(await bodyAt(new URL('/history.atom', host).href), kustomer.page.hosts)
    return atom.ok ? { ...atom.value, isWhole: false } : null
  }

  return async (host: string, list: List, most: number): Promise<Listed | null> => {
    const address = host.replace(/summary\.json$/, FILES[list][0])
    const found = new Map<string, Incident>()
    let isWhole = false
    for (let page = 1; page <= most && !isWhole; page++) {
      if (page > 1 && (await payFor(host, 1)) !== 'paid') break
      const read = readList(await bodyAt(page === 1 ? address : `${address}?page=${page}`), list)
      if (read === null) break
      const before = found.size
      for (const one of read[list]) found.set(one.id, found.get(one.id) ?? one)
      const oldest = Math.min(...read[list].map(({ startedAt }) => startedAt ?? Number.POSITIVE_INFINITY))
      const isFull = read[list].length + read.dropped >= FULL
      isWhole = !isFull || found.size === before || oldest < clock() - KEPT || page === most
    }
    if (found.size === 0 && !isWhole) return list === 'incidents' ? byAtom(host) : null
    return { incidents: [], maintenances: [], [list]: [...found.values()], isWhole }
  }
}
