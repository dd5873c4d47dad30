import { table } from '../fleet/figures.ts'
import type { Arguments } from './arguments.ts'
import { FAULTS } from './faults/fault.ts'
import { INCIDENTS } from './faults/replayed.ts'
import type { NewDetector } from './play/detector.ts'
import { playIncident } from './play/incidents.ts'
import { type Alarms, type Months, playMonths } from './play/months.ts'
import { playFault } from './play/notice.ts'
import { PLAIN_RULES } from './play/plainRules.ts'
import { playVisitors } from './play/visitors.ts'
import { assumptions } from './results/assumptions.ts'
import { incidentCells, noticedCells, percent } from './results/cells.ts'
import {
  alarmTarget,
  earlyTarget,
  noticeTarget,
  rateOf,
  silentTarget,
  type Target,
  withInterval,
} from './results/targets.ts'

export type Say = (text: string) => void

const RATES = [2000, 1000, 300] as const
const ratesOf = ({ isShort }: Arguments): readonly number[] => (isShort ? [RATES[0]] : RATES)
const BARS: Readonly<Record<number, number>> = { 1: 0.3, 3: 1 }

const figure = (value: number): string => value.toLocaleString('en-US')

/** How often something is said though nothing is wrong that should be told. */
const falseAlarms = (create: NewDetector, wanted: Arguments, say: Say): Target[] => {
  const { months, seeds, isShort } = wanted
  const targets: Target[] = []
  const rows: string[][] = []
  const causes = new Map<string, number>()
  const few = (part: number): number => Math.max(1, Math.round(months / part))
  const play = (name: string, detector: NewDetector, run: Months): Alarms => {
    const alarms = playMonths(detector, seeds, run)
    const { rate, interval } = rateOf(alarms)
    const form = run.form === 'whole' ? ', whole lines only' : ''
    rows.push([
      `${name}${form}`,
      figure(run.rate),
      `x${run.nuisances}`,
      String(run.months),
      String(alarms.alarms),
      withInterval(rate, interval),
    ])
    return alarms
  }
  for (const rate of ratesOf(wanted))
    for (const nuisances of isShort ? [1, 3] : [1, 3, 10]) {
      const bar = rate === 2000 ? BARS[nuisances] : undefined
      const alarms = play('Podlight', create, {
        rate,
        nuisances,
        form: 'pairs',
        months: bar === undefined ? few(nuisances === 10 ? 10 : 4) : months,
      })
      if (bar !== undefined) targets.push(alarmTarget(nuisances, alarms, bar, isShort))
      for (const [cause, count] of alarms.causes)
        causes.set(`x${nuisances} ${cause}`, (causes.get(`x${nuisances} ${cause}`) ?? 0) + count)
    }
  if (!isShort) {
    play('Podlight', create, { rate: 2000, nuisances: 1, form: 'whole', months: few(4) })
    for (const { name, create: rule } of PLAIN_RULES)
      play(name, rule, { rate: 2000, nuisances: 1, form: 'pairs', months: few(25) })
  }
  say('## False alarms a month of work\n')
  say(table(['rule', 'requests/h', 'nuisances', 'months', 'alarms', 'a month (95 %)'], rows))
  const visitors = few(1 / 10)
  say(
    `\nVisitors of a site whose chat is well, with nuisances x10, who are told something: ${percent(playVisitors(create, seeds, visitors, 10), visitors)} of ${visitors}.`,
  )
  if (causes.size > 0) {
    say('\nWhat Podlight said, and which nuisances there were in the ten minutes before:\n')
    const most = [...causes].sort(([, one], [, other]) => other - one).slice(0, 12)
    say(
      table(
        ['said: amid', 'times'],
        most.map(([cause, count]) => [cause, String(count)]),
      ),
    )
  }
  return targets
}

/** How soon a trouble is noticed. */
const faults = (create: NewDetector, wanted: Arguments, say: Say): Target[] => {
  const { trials, seeds, isShort } = wanted
  const targets: Target[] = []
  const rows: string[][] = []
  for (const fault of FAULTS)
    for (const rate of fault.signsIn ? [RATES[0]] : ratesOf(wanted)) {
      const noticed = playFault(create, seeds, fault, { rate, form: 'pairs', trials })
      rows.push([fault.name, figure(rate), ...noticedCells(noticed)])
      if (rate !== 2000) continue
      if (fault.target !== undefined) targets.push(noticeTarget(fault.name, noticed, fault.target, isShort))
      if (fault.tells.length === 0) targets.push(silentTarget(fault.name, noticed))
    }
  say('\n## Minutes until it is noticed\n')
  say(
    'With the usual nuisances, or none where nothing should be said. Never means not within an hour, or two or three for what shows more slowly. "Other" is how often another kind of trouble was told of, "before" the runs left out as something was said when the trouble began.\n',
  )
  say(table(['trouble', 'requests/h', 'median (95 %)', '90th percentile', 'missed', 'other', 'before'], rows))
  return targets
}

/** The five incidents from their true onset, against the minute in which the page spoke. */
const incidents = (create: NewDetector, { trials, seeds, isShort }: Arguments, say: Say): Target[] => {
  const targets: Target[] = []
  const rows: string[][] = []
  for (const incident of INCIDENTS)
    for (const rate of incident.who === 'agent' && !isShort ? [2000, 300] : [2000]) {
      const seen = playIncident(create, seeds, incident, { rate, form: 'pairs', trials })
      const { page, target } = incident
      const who = incident.who === 'agent' ? `agent, ${figure(rate)}/h` : incident.who
      rows.push([incident.name, who, String(page), ...incidentCells(seen, page)])
      const name = `${incident.name}, ${who}`
      if (target === 'silent') targets.push(silentTarget(name, seen))
      else if (target !== undefined && rate === 2000)
        targets.push(earlyTarget(name, seen, page, target, isShort))
    }
  say('\n## The five incidents\n')
  say(
    'Visitors come one after the other, and what counts is the first whose browser notices; "of all who came" is how many do.\n',
  )
  say(
    table(
      [
        'incident',
        'who',
        'page late, min',
        'minutes before the page',
        '20 min before',
        'noticed',
        'of all who came',
      ],
      rows,
      2,
    ),
  )
  return targets
}

/** Says everything; true where no target is missed. */
export const runBench = (create: NewDetector, wanted: Arguments, say: Say): boolean => {
  const { parts } = wanted
  if (parts.includes('assumptions')) {
    say('## Assumptions\n')
    for (const line of assumptions()) say(`- ${line}`)
    say('')
  }
  const targets = [
    ...(parts.includes('alarms') ? falseAlarms(create, wanted, say) : []),
    ...(parts.includes('faults') ? faults(create, wanted, say) : []),
    ...(parts.includes('incidents') ? incidents(create, wanted, say) : []),
  ]
  if (targets.length > 0) {
    say(`\n## Targets, on seeds to ${wanted.seeds}\n`)
    say(
      table(
        ['target', 'asked', 'measured (95 %)', 'outcome'],
        targets.map(({ name, asked, measured, outcome }) => [name, asked, measured, outcome]),
      ),
    )
  }
  const missed = targets.filter(({ outcome }) => outcome === 'missed').length
  if (targets.length > 0)
    say(`\n${missed === 0 ? 'No target is missed.' : `${missed} of ${targets.length} targets are missed.`}`)
  return missed === 0
}
