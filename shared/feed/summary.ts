import { isRow, rowsOf, textOf, timeOf } from './guards.ts'
import { type Parsed, refused, taken } from './parsed.ts'
import { isGroup, readComponent, readGroup, readIncident, readMaintenance, readRows } from './rows.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * A Statuspage v2 document: `summary.json`, or `incidents.json`, which lists no components and so proves no health.
 * A moved page answers with another page's id, so the id is asked for first.
 */
export const readStatuspage = (document: unknown, pageId: string): Parsed<Snapshot> => {
  if (!isRow(document) || !isRow(document['page'])) return refused('not-a-feed', 'no page in it')
  const page = textOf(document['page']['id'])
  if (page === null) return refused('not-a-feed', 'the page has no id')
  if (page !== pageId) return refused('other-page', `page ${page.slice(0, 40)}`)
  if (!Array.isArray(document['incidents'])) return refused('not-a-feed', 'no list of incidents')
  const listed = document['components']
  if (listed !== undefined && !Array.isArray(listed)) return refused('not-a-feed', 'no list of components')

  const isGroupRow = (row: unknown): boolean => isRow(row) && isGroup(row)
  const groups = readRows(rowsOf(listed).filter(isGroupRow), readGroup)
  const components = readRows(
    rowsOf(listed).filter((row) => !isGroupRow(row)),
    readComponent,
  )
  const incidents = readRows(document['incidents'], readIncident)
  const maintenances = readRows(document['scheduled_maintenances'], readMaintenance)
  return taken({
    page,
    updatedAt: timeOf(document['page']['updated_at']),
    groups: groups.rows,
    components: listed ? components.rows : null,
    incidents: incidents.rows,
    maintenances: maintenances.rows,
    droppedComponents: groups.dropped + components.dropped,
    dropped: groups.dropped + components.dropped + incidents.dropped + maintenances.dropped,
  })
}
