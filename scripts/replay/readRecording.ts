import {
  IMPACTS,
  INCIDENT_PHASES,
  type Known,
  MAINTENANCE_PHASES,
  type RecordedComponent,
  type RecordedUpdate,
  type Recording,
  ReplayError,
  type Truth,
} from './recording.ts'
import { ascending, type Fields, fields, list, oneOf, text, time } from './strict.ts'

const KEYS = ['id', 'source', 'title', 'impact', 'scheduled', 'components', 'updates', 'known', 'truth']

/** A recording out of parsed JSON. `where` names the file in messages. Throws a ReplayError. */
export function readRecording(value: unknown, where: string): Recording {
  const row = fields(value, where, KEYS)
  const scheduled = readScheduled(row['scheduled'], `${where}: scheduled`)
  const updates = list(row['updates'], `${where}: updates`).map((item, index) =>
    readUpdate(item, `${where}: updates[${index}]`, scheduled !== null),
  )
  ascending(
    updates.map((update) => update.at),
    `${where}: updates`,
  )
  const components = list(row['components'], `${where}: components`).map((item, index) =>
    readComponent(item, `${where}: components[${index}]`),
  )
  if (updates.length === 0 && !components.some((component) => component.statuses.length > 0))
    throw new ReplayError(
      `${where} never changes anything: it has neither updates nor statuses of components.`,
    )
  return {
    id: text(row['id'], `${where}: id`),
    title: text(row['title'], `${where}: title`),
    impact: given(row['impact']) ? oneOf(row['impact'], `${where}: impact`, IMPACTS) : null,
    scheduled,
    components,
    updates,
    known: given(row['known']) ? readKnown(row['known'], `${where}: known`) : null,
    truth: given(row['truth']) ? readTruth(row['truth'], `${where}: truth`) : null,
  }
}

const given = (value: unknown): boolean => value !== undefined && value !== null

function readScheduled(value: unknown, where: string): Recording['scheduled'] {
  if (!given(value)) return null
  const row = fields(value, where, ['for', 'until'])
  const window = { for: time(row['for'], `${where}.for`), until: time(row['until'], `${where}.until`) }
  ascending([window.for, window.until], where)
  return window
}

function readUpdate(value: unknown, where: string, maintenance: boolean): RecordedUpdate {
  const row = fields(value, where, ['status', 'at', 'body', 'display_at'])
  return {
    status: oneOf(row['status'], `${where}.status`, maintenance ? MAINTENANCE_PHASES : INCIDENT_PHASES),
    at: time(row['at'], `${where}.at`),
    body: text(row['body'], `${where}.body`),
    displayAt: given(row['display_at']) ? time(row['display_at'], `${where}.display_at`) : null,
  }
}

function readComponent(value: unknown, where: string): RecordedComponent {
  const row = fields(value, where, ['group', 'name', 'statuses'])
  const statuses = given(row['statuses']) ? list(row['statuses'], `${where}.statuses`) : []
  const read = statuses.map((item, index) => {
    const at = `${where}.statuses[${index}]`
    const status = fields(item, at, ['at', 'status'])
    return {
      at: time(status['at'], `${at}.at`),
      status: status['status'] === null ? null : text(status['status'], `${at}.status`),
    }
  })
  ascending(
    read.map((status) => status.at),
    `${where}.statuses`,
  )
  return {
    group: given(row['group']) ? text(row['group'], `${where}.group`) : null,
    name: text(row['name'], `${where}.name`),
    statuses: read,
  }
}

const KNOWN = ['effect_began', 'first_customer_report', 'effect_ended'] as const

function readKnown(value: unknown, where: string): Known {
  const row = fields(value, where, KNOWN)
  return Object.fromEntries(
    KNOWN.filter((key) => given(row[key])).map((key) => [key, time(row[key], `${where}.${key}`)]),
  )
}

function readTruth(value: unknown, where: string): Truth {
  const row = fields(value, where, ['pods', 'live', 'not', 'from', 'note'])
  const live: Fields = fields(row['live'], `${where}.live`, Object.keys(Object(row['live'])))
  return {
    pods: row['pods'] === 'unknown' ? 'unknown' : texts(row['pods'], `${where}.pods`),
    live: Object.fromEntries(
      Object.entries(live).map(([key, word]) => [key, text(word, `${where}.live.${key}`)]),
    ),
    not: given(row['not']) ? texts(row['not'], `${where}.not`) : [],
    from: given(row['from']) ? time(row['from'], `${where}.from`) : null,
    note: given(row['note']) ? text(row['note'], `${where}.note`) : null,
  }
}

const texts = (value: unknown, where: string): readonly string[] =>
  list(value, where).map((item, index) => text(item, `${where}[${index}]`))
