import type { Newcomers } from '../play/incidents.ts'
import type { Noticed } from '../play/notice.ts'
import { type Interval, percentile, percentileInterval, shareInterval } from './statistics.ts'

const NEVER = Number.POSITIVE_INFINITY

const minute = (value: number): string =>
  value === NEVER ? 'never' : Number.isNaN(value) ? '-' : value.toFixed(1)

export const percent = (count: number, of: number): string => {
  if (of === 0) return '-'
  const [from, to] = shareInterval(count, of)
  const digits = (share: number): string => (100 * share).toFixed(share > 0 && share < 0.0995 ? 1 : 0)
  return `${digits(count / of)} % (${digits(from)}-${digits(to)})`
}

const shown = (value: number, [from, to]: Interval, show: (value: number) => string): string =>
  show(from) === show(to) ? show(value) : `${show(value)} (${show(from)}-${show(to)})`

const atShare = ({ minutes }: Noticed, share: number): string =>
  shown(percentile(minutes, share), percentileInterval(minutes, share), minute)

const missed = ({ minutes }: Noticed): number => minutes.filter((value) => value === NEVER).length

/** Median, 90th percentile, what was missed, what was called something else, what was left out. */
export const noticedCells = (noticed: Noticed): readonly string[] => {
  const { minutes, otherwise, spokeBefore } = noticed
  const told = minutes.length - missed(noticed)
  return [
    atShare(noticed, 0.5),
    atShare(noticed, 0.9),
    percent(missed(noticed), minutes.length),
    told === 0 ? '-' : `${otherwise} of ${told}`,
    String(spokeBefore),
  ]
}

/** Minutes before the page, then how often it was noticed at all, and by how many of those who were there. */
export const incidentCells = (seen: Newcomers, page: number): readonly string[] => {
  const [soonest, latest] = percentileInterval(seen.minutes, 0.5)
  const before = (value: number): string => (value === -NEVER ? 'never' : value.toFixed(0))
  const { minutes, noticing, people } = seen
  return [
    shown(page - percentile(minutes, 0.5), [page - latest, page - soonest], before),
    percent(minutes.filter((value) => page - value >= 20).length, minutes.length),
    percent(minutes.length - missed(seen), minutes.length),
    percent(noticing, people),
  ]
}
