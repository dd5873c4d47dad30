/** Documents written by readers who knew no rule, with what a careful reader concludes for each pod. */
import { readStatuspage } from '../../shared/feed/statusPage.ts'
import { createJudge } from '../../shared/judge/judge.ts'
import { promiseOf } from '../../shared/judge/nextUpdate/nextUpdate.ts'
import type { Judgement } from '../../shared/model/verdict.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { COMPONENT_NAMES } from './exam.ts'

interface Row {
  readonly group: string | null
  readonly name: string
  readonly status?: string
}

interface Written {
  readonly title: string
  readonly impact: string | null
  readonly components: readonly Row[]
  readonly updates: readonly { readonly status: string; readonly at: string; readonly body: string }[]
  readonly maintenance?: { readonly scheduled_for: string; readonly scheduled_until: string }
}

interface Expected {
  readonly level: string
  readonly impacts: Readonly<Record<string, string>>
  readonly certainty?: string
  readonly recovering: boolean
  readonly nextUpdate: string | null
  readonly banner: null | { readonly subject: string; readonly effect: string; readonly certainty: string }
}

export interface Unseen {
  readonly id: string
  readonly incidents: readonly Written[]
  readonly expect: Readonly<Record<string, Expected>>
  readonly why: string
}

const idOf = ({ group, name }: Row): string => `${group ?? ''}/${name}`.toLowerCase().replace(/\W+/g, '-')

const BARE = { updated_at: '2019-01-10T16:20:00.000-05:00' }

/** The summary document that a case describes. */
export const documentOf = ({ incidents, expect }: Unseen): { page: { updated_at: string } } => {
  const named = incidents.flatMap(({ components }) => components)
  const statuses = new Map(named.map((row) => [idOf(row), row.status ?? 'operational']))
  const rowOf = (row: Row) => ({
    ...BARE,
    id: idOf(row),
    name: row.name,
    status: statuses.get(idOf(row)) ?? 'operational',
    group_id: row.group === null ? null : idOf({ group: null, name: row.group }),
    group: false,
  })
  const groups = new Set(['Prod1 (US)', 'Prod2 (EU)', 'Third Party'])
  for (const { group } of named) if (group !== null) groups.add(group)
  if (expect['prod4']) groups.add('Prod4 (India)')
  const components: object[] = [rowOf({ group: null, name: 'Regional Incident' })]
  for (const group of groups) {
    const names = group === 'Third Party' ? ['OpenAI', 'PubNub'] : COMPONENT_NAMES
    const rows = names.map((name) => rowOf({ group, name }))
    components.push({
      ...BARE,
      id: idOf({ group: null, name: group }),
      name: group,
      status: 'operational',
      group_id: null,
      group: true,
      components: rows.map(({ id }) => id),
    })
    components.push(...rows)
  }
  const written = incidents.map(({ title, impact, components: listed, updates, maintenance }, index) => ({
    id: `i${index}`,
    name: title,
    ...maintenance,
    status: updates.at(-1)?.status,
    impact,
    created_at: updates[0]?.at,
    started_at: updates[0]?.at,
    updated_at: updates.at(-1)?.at,
    components: listed.map(rowOf),
    incident_updates: updates
      .map(({ status, at, body }, number) => ({
        id: `u${index}-${number}`,
        status,
        body,
        created_at: at,
        display_at: at,
        affected_components: listed.map((row) => ({
          code: idOf(row),
          name: row.group === null ? row.name : `${row.group} - ${row.name}`,
          new_status: row.status ?? 'operational',
        })),
      }))
      .reverse(),
  }))
  const latest = incidents.flatMap(({ updates }) => updates.map(({ at }) => at)).sort()
  return {
    page: { id: kustomer.page.id, updated_at: latest.at(-1) ?? '' },
    components,
    incidents: written.filter((_, index) => incidents[index]?.maintenance === undefined),
    scheduled_maintenances: written.filter((_, index) => incidents[index]?.maintenance !== undefined),
  } as unknown as { page: { updated_at: string } }
}

const judge = createJudge(kustomer, promiseOf)

export const verdictFor = (test: Unseen, pod: string): Judgement => {
  const document = documentOf(test)
  const parsed = readStatuspage(document, kustomer)
  if (!parsed.ok) throw new Error(parsed.detail)
  const now = Date.parse(document.page.updated_at)
  return judge(parsed.value, pod, { now, fetchedAt: now })
}

const among = (value: string, wanted: string): boolean => wanted.split('|').includes(value)

/** Every way in which the verdicts of a case differ from what its writer expects, in words. */
export const faultsOf = (test: Unseen): string[] => {
  const faults: string[] = []
  for (const [pod, wanted] of Object.entries(test.expect)) {
    const say = (text: string): void => {
      faults.push(`${test.id} ${pod}: ${text}`)
    }
    const verdict = verdictFor(test, pod)
    if (!among(verdict.level, wanted.level)) say(`level is ${verdict.level}, not ${wanted.level}`)
    if (verdict.recovering !== wanted.recovering) say(`recovering is ${verdict.recovering}`)
    const due = verdict.nextUpdate?.due ?? null
    if (
      (due === null ? null : Date.parse(due)) !==
      (wanted.nextUpdate === null ? null : Date.parse(wanted.nextUpdate))
    )
      say(`next update is ${due}, not ${wanted.nextUpdate}`)
    const found = new Map<string, (typeof verdict.impacts)[number]>()
    for (const impact of verdict.impacts)
      if (!found.has(impact.capability)) found.set(impact.capability, impact)
    for (const [name, effect] of Object.entries(wanted.impacts)) {
      const capability = name.replace('?', '')
      const impact = found.get(capability)
      found.delete(capability)
      if (impact === undefined) {
        if (!name.endsWith('?')) say(`${capability} is missing`)
        continue
      }
      if (!among(impact.effect, effect)) say(`${capability} is ${impact.effect}, not ${effect}`)
      if (wanted.certainty !== undefined && !among(impact.certainty, wanted.certainty))
        say(`${capability} is ${impact.certainty}`)
    }
    for (const [capability, { effect }] of found) say(`${capability} ${effect} is invented`)
    const { banner } = verdict
    if (wanted.banner === null) {
      if (banner !== null) say(`a banner for ${banner.subject}`)
    } else if (banner === null) say('no banner')
    else if (
      banner.subject !== wanted.banner.subject ||
      !among(banner.effect, wanted.banner.effect) ||
      !among(banner.certainty, wanted.banner.certainty)
    )
      say(`banner is ${banner.certainty} ${banner.subject} ${banner.effect}`)
  }
  return faults
}
