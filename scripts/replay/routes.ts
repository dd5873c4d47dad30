import { atomAt } from './atom.ts'
import type { PageOptions } from './catalogue.ts'
import { componentsAt, incidentsAt, maintenancesAt, statusAt, summaryAt } from './documents.ts'
import type { Recording } from './recording.ts'

export interface Body {
  readonly type: string
  readonly text: string
}

type Route = (recordings: readonly Recording[], at: number, page: PageOptions) => Body

const json =
  (build: (recordings: readonly Recording[], at: number, page: PageOptions) => object): Route =>
  (recordings, at, page) => ({
    type: 'application/json; charset=utf-8',
    text: JSON.stringify(build(recordings, at, page)),
  })

/** What the page serves, by path. */
export const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/api/v2/summary.json', json(summaryAt)],
  ['/api/v2/status.json', json(statusAt)],
  ['/api/v2/components.json', json(componentsAt)],
  ['/api/v2/incidents.json', json(incidentsAt)],
  [
    '/api/v2/incidents/unresolved.json',
    json((recordings, at, page) => incidentsAt(recordings, at, { ...page, unresolved: true })),
  ],
  ['/api/v2/scheduled-maintenances.json', json(maintenancesAt)],
  [
    '/api/v2/scheduled-maintenances/upcoming.json',
    json((recordings, at, page) => maintenancesAt(recordings, at, { ...page, only: 'upcoming' })),
  ],
  [
    '/api/v2/scheduled-maintenances/active.json',
    json((recordings, at, page) => maintenancesAt(recordings, at, { ...page, only: 'active' })),
  ],
  [
    '/history.atom',
    (recordings, at, page) => ({
      type: 'application/atom+xml; charset=utf-8',
      text: atomAt(recordings, at, page),
    }),
  ],
])
