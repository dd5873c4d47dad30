import { type Row, rowsOf, textOf, timeOf } from '../../feed/guards.ts'
import { podOfGroup } from '../pods.ts'
import type { Reason } from '../verdict.ts'
import { lineOf } from './line.ts'
import { NONE } from './ranks.ts'
import { list, plain } from './rows.ts'

/** A component, seen from the pod that is asked about. */
export interface Place {
  readonly id: unknown
  readonly home: 'mine' | 'other' | 'every' | 'third' | 'nowhere'
  readonly capability: string
  readonly effect: number
  readonly since: number | null
}

/** Status words by the rank of their effect. One that nobody knows means that something is wrong. */
const STATUSES: readonly unknown[] = ['major_outage', '', 'degraded_performance', 'under_maintenance']

const isGroup = (row: Row): boolean => row['group'] === true || Array.isArray(row['components'])
const isNamed = (row: Row): boolean => Boolean(textOf(row['id']) && textOf(row['name']))

/** Where components stand, and why the page is no proof that the pod is well. */
export const placesOf = (document: Row, pod: string) => {
  const rows = list(document['components']).filter(isNamed)
  const names = new Map<unknown, string>()
  const own = new Set<unknown>()
  const lists = rows.filter(isGroup).map((row) => {
    const children = rowsOf(row['components'])
    for (const id of [...children, row['id']]) names.set(id, plain(row['name']))
    return children
  })
  const placeOf = (row: Row): Place => {
    const { id, status = 'operational' } = row
    const name = plain(row['name'])
    const group = names.get(row['group_id']) ?? names.get(id)
    const whose = group ?? name
    const found = podOfGroup(whose)
    const rank = STATUSES.indexOf(status)
    const isMine = found === pod
    if (group && isMine) own.add(id)
    return {
      id,
      home: /^regional/i.test(name)
        ? 'every'
        : /^third party/i.test(whose)
          ? 'third'
          : isMine
            ? 'mine'
            : found
              ? 'other'
              : 'nowhere',
      capability: /[>-Z]/.exec(lineOf(name.replace(/pubnub/i, 'chat'), pod))?.[0] ?? '>',
      effect: status === 'operational' ? NONE : rank < 0 ? 1 : rank,
      since: timeOf(row['updated_at']),
    }
  }
  const all = rows.filter((row) => !isGroup(row) && textOf(row['status'])).map(placeOf)
  const byId = new Map(all.map((place) => [place.id, place]))
  const mine = lists.filter((children) => children.some((id) => own.has(id)))
  const isWhole = mine[0] && mine.every((children) => children.every((id) => own.has(id)))
  const lack: Reason | undefined = own.size ? (isWhole ? undefined : 'incomplete') : 'not-listed'
  return {
    all,
    lack,
    /** Rows elsewhere in the document, as the page itself lists them. */
    find: (value: unknown): Place[] =>
      list(value)
        .filter(isNamed)
        .map((row) => byId.get(row['id']) ?? placeOf(row)),
  }
}

export type Places = ReturnType<typeof placesOf>
