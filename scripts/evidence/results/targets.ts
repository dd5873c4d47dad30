import type { Alarms } from '../play/months.ts'
import type { Noticed } from '../play/notice.ts'
import { countInterval, type Interval, percentile, percentileInterval } from './statistics.ts'

export type Outcome = 'met' | 'missed' | 'not sure'

export interface Target {
  readonly name: string
  readonly asked: string
  readonly measured: string
  readonly outcome: Outcome
}

const digits = (value: number): string =>
  Math.abs(value) === Number.POSITIVE_INFINITY
    ? 'never'
    : Number.isNaN(value)
      ? 'none'
      : value.toFixed(Math.abs(value) < 0.995 ? 2 : 1)

export const withInterval = (value: number, [from, to]: Interval): string =>
  `${digits(value)} (${digits(from)}-${digits(to)})`

/** Met by what was measured; few runs say no more than that a target is not surely missed. */
const outcomeOf = (isMet: boolean, mayBeMet: boolean, isShort: boolean): Outcome =>
  isMet ? 'met' : isShort && mayBeMet ? 'not sure' : 'missed'

export const rateOf = ({ alarms, months }: Alarms): { rate: number; interval: Interval } => {
  const [from, to] = countInterval(alarms)
  return { rate: alarms / months, interval: [from / months, to / months] }
}

export const alarmTarget = (nuisances: number, alarms: Alarms, bar: number, isShort: boolean): Target => {
  const { rate, interval } = rateOf(alarms)
  return {
    name: `false alarms a month at 2,000/h, nuisances x${nuisances}`,
    asked: `below ${bar}`,
    measured: withInterval(rate, interval),
    outcome: outcomeOf(rate < bar, interval[0] < bar, isShort),
  }
}

export const noticeTarget = (name: string, { minutes }: Noticed, bar: number, isShort: boolean): Target => {
  const value = percentile(minutes, 0.9)
  const interval = percentileInterval(minutes, 0.9)
  return {
    name: `${name}: 90 % noticed at 2,000/h`,
    asked: `within ${bar} min`,
    measured: withInterval(value, interval),
    outcome: outcomeOf(value <= bar, interval[0] <= bar, isShort),
  }
}

export const earlyTarget = (
  name: string,
  { minutes }: Noticed,
  page: number,
  bar: number,
  isShort: boolean,
): Target => {
  const median = percentile(minutes, 0.5)
  const [soonest, latest] = percentileInterval(minutes, 0.5)
  return {
    name: `${name}: minutes before the page (median)`,
    asked: `at least ${bar}`,
    measured:
      median === Number.POSITIVE_INFINITY
        ? 'never'
        : withInterval(page - median, [page - latest, page - soonest]),
    outcome: outcomeOf(page - median >= bar, page - soonest >= bar, isShort),
  }
}

export const silentTarget = (name: string, { minutes }: Noticed): Target => {
  const said = minutes.filter((minute) => minute !== Number.POSITIVE_INFINITY).length
  return {
    name: `${name}: nothing is said`,
    asked: 'never',
    measured: said === 0 ? `never in ${minutes.length}` : `${said} of ${minutes.length}`,
    outcome: said === 0 ? 'met' : 'missed',
  }
}
