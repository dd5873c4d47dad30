/** A whole document in the vendor's own shape, to be broken by tests: every field that carries meaning is there. */
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { COMPONENT_NAMES } from './exam.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Fields = { [key: string]: Json }

const GROUPS = { prod1: 'Prod1 (US)', prod2: 'Prod2 (EU)', third: 'Third Party' } as const
type Group = keyof typeof GROUPS

export const MADE_AT = '2026-05-04T09:40:00Z'

/** `idOf('prod1', 'Search')` is the id of that component; of the group's own row it is `prod1`. */
export const idOf = (group: Group, name: string): string => `${group}-${name.replace(/\W+/g, '-')}`

const row = (fields: Fields): Fields => ({
  status: 'operational',
  created_at: '2019-02-04T11:00:00.000-05:00',
  updated_at: '2026-05-04T09:00:00.000Z',
  group_id: null,
  group: false,
  only_show_if_degraded: false,
  ...fields,
})

const groupRows = (group: Group, names: readonly string[], statuses: Readonly<Record<string, string>>) => [
  row({
    id: group,
    name: GROUPS[group],
    group: true,
    status: statuses[group] ?? 'operational',
    components: names.map((name) => idOf(group, name)),
  }),
  ...names.map((name) => componentRow(group, name, statuses[`${group} ${name}`])),
]

export const componentRow = (group: Group, name: string, status = 'operational'): Fields =>
  row({ id: idOf(group, name), name, status, group_id: group })

export const touchedRow = (group: Group, name: string, now: string, before = 'operational'): Fields => ({
  code: idOf(group, name),
  name: `${GROUPS[group]} - ${name}`,
  old_status: before,
  new_status: now,
})

/** An update, so many minutes after nine. */
export const update = (status: string, body: string, minute: number, touched: Json = null): Fields => ({
  id: `u${minute}`,
  status,
  body,
  incident_id: 'i1',
  created_at: `2026-05-04T09:${String(minute).padStart(2, '0')}:00Z`,
  updated_at: MADE_AT,
  display_at: `2026-05-04T09:${String(minute).padStart(2, '0')}:00Z`,
  affected_components: touched,
})

export const incident = (fields: Fields): Fields => ({
  id: 'i1',
  name: 'Trouble',
  status: 'investigating',
  created_at: '2026-05-04T09:00:00Z',
  started_at: '2026-05-04T09:00:00Z',
  updated_at: MADE_AT,
  impact: 'minor',
  shortlink: 'https://stspg.io/i1',
  incident_updates: [],
  components: [],
  ...fields,
})

export const maintenance = (fields: Fields): Fields => ({
  ...incident({ id: 'm1', status: 'scheduled', impact: 'maintenance' }),
  scheduled_for: '2026-05-04T12:00:00Z',
  scheduled_until: '2026-05-04T14:00:00Z',
  ...fields,
})

/** The document; statuses by `prod1 Search`, or by `prod1` for the group's own. */
export const wholeDocument = (
  statuses: Readonly<Record<string, string>> = {},
  incidents: readonly Fields[] = [],
  maintenances: readonly Fields[] = [],
): Fields => ({
  page: {
    id: kustomer.page.id,
    name: 'Kustomer',
    url: 'https://status.kustomer.com',
    time_zone: 'America/New_York',
    updated_at: MADE_AT,
  },
  components: [
    row({ id: 'regional', name: 'Regional Incident', status: statuses['regional'] ?? 'operational' }),
    ...groupRows('prod1', COMPONENT_NAMES, statuses),
    ...groupRows('prod2', COMPONENT_NAMES, statuses),
    ...groupRows('third', ['OpenAI', 'PubNub'], statuses),
  ],
  incidents: [...incidents],
  scheduled_maintenances: [...maintenances],
  status: { indicator: 'none', description: 'All Systems Operational' },
})
