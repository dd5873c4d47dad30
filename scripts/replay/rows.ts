import { type Group, groupsFor, PAGE, type PageOptions } from './catalogue.ts'
import { severity, statusIn, worst } from './componentStatus.ts'
import { idOf } from './ids.ts'
import { momentsOf, prefixed } from './moments.ts'
import type { Recording } from './recording.ts'

/** A row of `components`, groups included, as the feed writes it. */
export interface ComponentRow {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly created_at: string
  readonly updated_at: string
  readonly position: number
  readonly description: null
  readonly showcase: boolean
  readonly start_date: null
  readonly group_id: string | null
  readonly page_id: string
  readonly group: boolean
  readonly only_show_if_degraded: boolean
  readonly components?: readonly string[]
}

/** Since when a component reads as it does while nothing has been recorded; the page's own zone, as seen there. */
export const CREATED = '2019-02-04T11:00:00.000-05:00'

export const componentId = (group: string | null, name: string): string =>
  idOf('component', group ?? '', name)
const groupId = (name: string): string => idOf('group', name)

/** All rows of the page at a moment, each group followed by its components. */
export function rowsAt(
  recordings: readonly Recording[],
  at: number,
  page: PageOptions = {},
): readonly ComponentRow[] {
  const touched = touchedBy(recordings)
  return groupsFor(recordings, page.without).flatMap((group) => {
    const children = group.components.map((name, index) => {
      const said = touched.get(prefixed(group.name, name))
      return {
        ...blank(page),
        id: componentId(group.name, name),
        name,
        ...(said === undefined ? {} : spoken(said, at)),
        position: index + 1,
        group_id: group.name === null ? null : groupId(group.name),
      }
    })
    return group.name === null ? children : [heading(group, group.name, children, page), ...children]
  })
}

/** The recordings that speak of each component. */
function touchedBy(recordings: readonly Recording[]): ReadonlyMap<string, readonly Recording[]> {
  const touched = new Map<string, Recording[]>()
  for (const recording of recordings)
    for (const { group, name } of recording.components) {
      const key = prefixed(group, name)
      touched.set(key, [...(touched.get(key) ?? []), narrowed(recording, key)])
    }
  return touched
}

/** A recording with only the one component, so that its moments are those that may change the row. */
const narrowed = (recording: Recording, key: string): Recording => ({
  ...recording,
  components: recording.components.filter(({ group, name }) => prefixed(group, name) === key),
})

/** Two recordings may hit one component at a time: the worse word stands on the page. */
function statusAt(recordings: readonly Recording[], at: number): string {
  return worst(
    recordings.flatMap((recording) =>
      recording.components.map((component) => statusIn(recording, component, at) ?? 'operational'),
    ),
  )
}

function spoken(recordings: readonly Recording[], at: number): { status: string; updated_at?: string } {
  let status = 'operational'
  let changed: number | null = null
  for (const moment of momentsOf(recordings)) {
    if (moment.at > at) break
    const next = statusAt(recordings, moment.at)
    if (next !== status) changed = moment.at
    status = next
  }
  return changed === null ? { status } : { status, updated_at: new Date(changed).toISOString() }
}

function heading(
  group: Group,
  name: string,
  children: readonly ComponentRow[],
  page: PageOptions,
): ComponentRow {
  const lead = [...children].sort((one, other) => severity(other.status) - severity(one.status))[0]
  return {
    ...blank(page),
    id: groupId(name),
    name,
    ...(lead === undefined ? {} : { status: lead.status, updated_at: lead.updated_at }),
    position: group.position,
    group: true,
    components: children.map((child) => child.id),
  }
}

const blank = (page: PageOptions): ComponentRow => ({
  id: '',
  name: '',
  status: 'operational',
  created_at: CREATED,
  updated_at: CREATED,
  position: 1,
  description: null,
  showcase: false,
  start_date: null,
  group_id: null,
  page_id: page.id ?? PAGE.id,
  group: false,
  only_show_if_degraded: false,
})
