/** Plays an incident of test/fixtures or of the corpus as feed documents and holds the verdicts against its truth. */
import { readStatuspage } from '../../shared/feed/statusPage.ts'
import { createJudge } from '../../shared/judge/judge.ts'
import { promiseOf } from '../../shared/judge/nextUpdate/nextUpdate.ts'
import { EFFECTS, type Effect, type Judgement } from '../../shared/model/verdict.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

interface Row {
  readonly group: string | null
  readonly name: string
  readonly status?: string
}

interface Truth {
  readonly pods?: readonly string[] | 'unknown' | 'all'
  readonly live?: Readonly<Record<string, string>>
  readonly not?: readonly string[]
}

interface After extends Truth {
  readonly update: number
  readonly recovering?: boolean
  readonly level?: Readonly<Record<string, string>>
  readonly levelOperational?: Readonly<Record<string, string>>
  readonly nextUpdateMinutes?: number | null | { readonly fromUpdate: number; readonly minutes: number }
  readonly banner?: null | { readonly subject: string; readonly effect?: string; readonly certainty: string }
}

export interface Case {
  readonly id: string
  readonly title: string
  readonly impact: string | null
  readonly components: readonly Row[]
  readonly otherComponents?: readonly Row[]
  readonly updates: readonly {
    readonly status: string
    readonly at: string
    readonly body: string
    readonly dropped?: readonly Row[]
  }[]
  readonly maintenance?: { readonly scheduled_for: string; readonly scheduled_until: string }
  readonly truth: Truth & { readonly after?: readonly After[]; readonly note?: string }
}

export type Playing = 'by-impact' | 'operational'

export const COMPONENT_NAMES =
  'Analytics|API|Bulk Jobs|Channel - Chat|Channel - Email|Channel - Facebook|Channel - Instagram|Channel - SMS|Channel - Twitter|Channel - WhatsApp|CSAT|Events / Audit Log|Exports|Knowledge base|Kustomer Voice|Notifications|Registration|Search|Tracking|Web Client|Web/Email/Form Hooks|Workflow'.split(
    '|',
  )

const STATUS_BY_IMPACT: Readonly<Record<string, string>> = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
}

const LIVE = /^(?:investigating|identified|monitoring|in_progress|verifying)$/
const ENDED = /^(?:resolved|postmortem|completed|scheduled)$/

const idOf = ({ group, name }: Row): string => `${group ?? ''}/${name}`.toLowerCase().replace(/\W+/g, '-')

/** The summary document as it stands at one update of the case. */
export const documentAt = (test: Case, at: number, playing: Playing): unknown => {
  const update = test.updates[at]
  if (update === undefined) throw new Error(`no update ${at}`)
  const droppedBy = (index: number): Set<string> =>
    new Set(test.updates.slice(0, index + 1).flatMap(({ dropped }) => (dropped ?? []).map(idOf)))
  const dropped = droppedBy(at)
  const played = (row: Row): string => {
    if (ENDED.test(update.status) || dropped.has(idOf(row)) || playing === 'operational') return 'operational'
    if (row.status !== undefined) return row.status
    return test.maintenance
      ? 'under_maintenance'
      : (STATUS_BY_IMPACT[test.impact ?? 'minor'] ?? 'operational')
  }
  const others = test.otherComponents ?? []
  const statuses = new Map<string, string>([
    ...test.components.map((row): [string, string] => [idOf(row), played(row)]),
    ...others.map((row): [string, string] => [idOf(row), row.status ?? 'operational']),
  ])
  const groups = new Set(['Prod1 (US)', 'Prod2 (EU)', 'Third Party'])
  for (const { group } of [...test.components, ...others]) if (group !== null) groups.add(group)
  const rowOf = (row: Row) => ({
    id: idOf(row),
    name: row.name,
    status: statuses.get(idOf(row)) ?? 'operational',
    updated_at: '2019-01-10T16:20:00.000-05:00',
    group_id: row.group === null ? null : idOf({ group: null, name: row.group }),
    group: false,
  })
  const components: object[] = [rowOf({ group: null, name: 'Regional Incident' })]
  for (const group of groups) {
    const names = group === 'Third Party' ? ['OpenAI', 'PubNub'] : COMPONENT_NAMES
    const rows = names.map((name) => rowOf({ group, name }))
    const id = idOf({ group: null, name: group })
    components.push({
      id,
      name: group,
      status: 'operational',
      group_id: null,
      group: true,
      components: rows.map((row) => row.id),
    })
    components.push(...rows)
  }
  const listed = test.components.filter((row) => !dropped.has(idOf(row)))
  const incident = {
    id: `i-${test.id}`,
    name: test.title,
    ...(test.maintenance ?? {}),
    status: update.status,
    impact: test.impact,
    created_at: test.updates[0]?.at,
    started_at: test.updates[0]?.at,
    updated_at: update.at,
    shortlink: `https://stspg.io/${test.id}`,
    components: listed.map(rowOf),
    incident_updates: test.updates
      .slice(0, at + 1)
      .map(({ status, at: posted, body }, index) => ({
        id: `u${index}`,
        status,
        body,
        created_at: posted,
        updated_at: posted,
        display_at: posted,
        affected_components: test.components
          .filter((row) => !droppedBy(index).has(idOf(row)))
          .map((row) => ({ code: idOf(row), name: `${row.group} - ${row.name}` })),
      }))
      .reverse(),
  }
  return {
    page: { id: kustomer.page.id, name: 'Kustomer', updated_at: update.at },
    components,
    incidents: test.maintenance ? [] : [incident],
    scheduled_maintenances: test.maintenance ? [incident] : [],
  }
}

const judge = createJudge(kustomer, promiseOf)

export const verdictAt = (test: Case, at: number, pod: string, playing: Playing): Judgement => {
  const parsed = readStatuspage(documentAt(test, at, playing), kustomer)
  if (!parsed.ok) throw new Error(parsed.detail)
  const now = parsed.value.updatedAt ?? 0
  return judge(parsed.value, pod, { now, fetchedAt: now })
}

/** Whether an effect is what a truth asks for: "failing", "delayed or worse", "any". */
export const fits = (effect: Effect, wanted: string): boolean => {
  if (wanted === 'any') return true
  const [least, orWorse] = wanted.split(' or ')
  return orWorse === undefined
    ? effect === wanted
    : EFFECTS.indexOf(effect) <= EFFECTS.indexOf((least ?? '') as Effect)
}

const PODS = ['prod1', 'prod2', 'prod4']

/** Every way in which the verdicts of one update differ from the truth, in words. */
const faultsAt = (test: Case, at: number, playing: Playing): string[] => {
  const update = test.updates[at]
  if (update === undefined) return []
  const faults: string[] = []
  const after = test.truth.after?.find((entry) => entry.update === at)
  const live = LIVE.test(update.status)
  const replaces = after?.live !== undefined && Object.keys(after.live).length === 0
  const wanted = {
    ...(live && !replaces ? test.truth.live : {}),
    ...after?.live,
  }
  const not = new Set([...(live ? (test.truth.not ?? []) : []), ...(after?.not ?? [])])
  for (const capability of after?.not ?? []) delete wanted[capability]
  for (const capability of Object.keys(after?.live ?? {})) not.delete(capability)
  const truthPods = after?.pods ?? test.truth.pods ?? []
  const pods = typeof truthPods === 'string' ? PODS : truthPods
  const certainty = truthPods === 'unknown' ? 'possible' : 'confirmed'
  const say = (pod: string, text: string): void => {
    faults.push(`${test.id} #${at} ${pod} (${playing}): ${text}`)
  }

  for (const pod of pods) {
    const verdict = verdictAt(test, at, pod, playing)
    const found = (capability: string) => verdict.impacts.find((impact) => impact.capability === capability)
    const all = verdict.impacts.map(({ capability, effect }) => `${capability}:${effect}`).join(' ')
    for (const [capability, effect] of Object.entries(wanted)) {
      const impact = found(capability)
      if (impact === undefined) say(pod, `${capability} is missing among [${all}]`)
      else if (!fits(impact.effect, effect)) say(pod, `${capability} is ${impact.effect}, not ${effect}`)
      else if (test.otherComponents === undefined && impact.certainty !== certainty)
        say(pod, `${capability} is ${impact.certainty}`)
    }
    for (const capability of not) if (found(capability)) say(pod, `${capability} is invented`)
    if (!live && ENDED.test(update.status) && after === undefined && test.otherComponents === undefined) {
      if (verdict.level !== 'ok' && pod !== 'prod4') say(pod, `level after the end is ${verdict.level}`)
    }
    if (after?.recovering !== undefined && verdict.recovering !== after.recovering)
      say(pod, `recovering is ${verdict.recovering}`)
    if (after?.nextUpdateMinutes !== undefined) {
      const { nextUpdateMinutes: promised } = after
      const from = typeof promised === 'object' && promised !== null ? promised.fromUpdate : at
      const minutes = typeof promised === 'object' && promised !== null ? promised.minutes : promised
      const due =
        minutes === null
          ? null
          : new Date(Date.parse(test.updates[from]?.at ?? '') + minutes * 60_000).toISOString()
      if ((verdict.nextUpdate?.due ?? null) !== due)
        say(pod, `next update is ${verdict.nextUpdate?.due ?? null}, not ${due}`)
    }
    if (after?.banner !== undefined) {
      const { banner } = verdict
      if (after.banner === null) {
        if (banner !== null) say(pod, `a banner for ${banner.subject} ${banner.effect}`)
      } else if (banner === null) say(pod, 'no banner')
      else if (
        banner.subject !== after.banner.subject ||
        banner.certainty !== after.banner.certainty ||
        !fits(banner.effect, after.banner.effect ?? 'any')
      )
        say(pod, `banner is ${banner.certainty} ${banner.subject} ${banner.effect}`)
    }
  }
  const levels = playing === 'operational' ? (after?.levelOperational ?? after?.level) : after?.level
  for (const [pod, level] of Object.entries(levels ?? {})) {
    const verdict = verdictAt(test, at, pod, playing)
    if (verdict.level !== level) {
      const all = verdict.impacts.map(
        ({ capability, effect, certainty: sure }) => `${capability}:${effect}:${sure}`,
      )
      say(pod, `level is ${verdict.level}, not ${level} [${all.join(' ')}]`)
    }
  }
  if (typeof truthPods !== 'string' && test.truth.after === undefined)
    for (const pod of PODS.slice(0, 2))
      if (!truthPods.includes(pod) && !Object.hasOwn(levels ?? {}, pod)) {
        const verdict = verdictAt(test, at, pod, playing)
        if (verdict.level !== 'ok') say(pod, `not concerned, yet ${verdict.level}`)
      }
  return faults
}

export const faultsOf = (test: Case): string[] =>
  (['by-impact', 'operational'] as const).flatMap((playing) =>
    test.updates.flatMap((_, at) => faultsAt(test, at, playing)),
  )
