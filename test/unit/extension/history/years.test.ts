import { describe, expect, it } from 'vitest'
import { monthAround } from '../../../../extension/domain/history/calendar.ts'
import { storyOf } from '../../../../extension/domain/history/stories.ts'
import { median, type Sums, sumsOf } from '../../../../extension/domain/history/sums.ts'
import { timelineOf } from '../../../../extension/domain/history/timeline.ts'
import { workingTime } from '../../../../extension/domain/history/workingTime.ts'
import { countMinutes, MINUTE } from '../../../support/history/minutes.ts'
import { emptyPage } from '../../../support/history/readDocument.ts'
import { wallClock } from '../../../support/history/wallClock.ts'
import { type PodYears, yearsOf } from '../../../support/history/years.ts'
import { nightly } from '../../../support/nightly.ts'
import { waysIn } from './ways.ts'

// Years that were made by replay: every month's sums, by the extension and by counting minute after minute.

const DAYS = nightly(3 * 365, 215)
const YEARS = yearsOf(18, Date.UTC(2024, 8, 1), DAYS)

const ZONES = [
  { timeZone: 'Europe/Berlin', from: 9 * 60, to: 17 * 60 + 30, text: ['09:00', '17:30'], without: 'none' },
  { timeZone: 'America/New_York', from: 22 * 60, to: 6 * 60, text: ['22:00', '06:00'], without: 'chat' },
] as const
type Zone = (typeof ZONES)[number]

const isWorkingBy = ({ from, to }: Zone, weekday: number, minutes: number): boolean => {
  const isDay = (day: number): boolean => day % 7 >= 1 && day % 7 <= 5
  if (from < to) return isDay(weekday) && minutes >= from && minutes < to
  return minutes >= from ? isDay(weekday) : minutes < to && isDay(weekday + 6)
}

/** The sums of a month by the bookkeeping alone; `shows` tells what the clock of the place shows. */
const countedOf = (
  { accounts, claims, isWatched }: PodYears,
  [first, end]: readonly [number, number],
  zone: Zone,
  shows: ReturnType<typeof wallClock>,
) => {
  const concerns = (capability: string): boolean => capability !== zone.without
  const at = (minute: number): number => YEARS.from + minute * MINUTE
  const isIn = (moment: number): boolean => moment >= at(first) && moment < at(end)
  const sure = accounts.filter(({ kind, told }) =>
    kind === 'incident'
      ? told.some(({ impacts, from, to }) =>
          impacts.some(
            ({ effect, certainty, capability }) =>
              from < to &&
              certainty === 'confirmed' &&
              concerns(capability) &&
              effect !== 'notice' &&
              effect !== 'maintenance',
          ),
        )
      : false,
  )
  const begun = sure.filter(({ startedAt }) => isIn(startedAt))
  const promises = sure.flatMap((one) => one.promises).filter(({ due }) => isIn(due))
  const late = promises.map((one) => one.late).filter((by) => by >= MINUTE)
  const sums = countMinutes([first, end], {
    claimsAt: (minute) => claims[minute],
    isWorking: (minute) => {
      const { weekday, minutes } = shows(at(minute))
      return isWorkingBy(zone, weekday, minutes)
    },
    concerns,
  })
  let watched = 0
  for (let minute = first; minute < end; minute++) if (isWatched(minute)) watched++
  return {
    ...sums,
    incidents: begun.length,
    medianLength: median(
      begun.flatMap(({ endedAt, firstUpdateAt }) => (endedAt === null ? [] : [endedAt - firstUpdateAt])),
    ),
    promised: promises.filter(({ isSettled }) => isSettled).length,
    late: late.sort((one, other) => one - other),
    watched,
  }
}

const inMinutes = (hours: { total: number; working: number; seen: number }) => ({
  total: hours.total / MINUTE,
  working: hours.working / MINUTE,
  seen: hours.seen / MINUTE,
})

/** The extension's sums in the same form. */
const told = ({ byKind, byCapability, incidents, medianLength, promised, late, watched }: Sums) => ({
  byKind: {
    affected: inMinutes(byKind.affected),
    possible: inMinutes(byKind.possible),
    planned: inMinutes(byKind.planned),
  },
  byWay: Object.fromEntries(
    waysIn({ byCapability }).map(({ capability, certainty, effect, hours }) => [
      `${capability}: ${certainty} ${effect}`,
      inMinutes(hours),
    ]),
  ),
  incidents,
  medianLength,
  promised,
  late: late.toSorted((one, other) => one - other),
  watched: watched / MINUTE,
})

describe.each(YEARS.pods.map((pod) => [pod.pod, pod] as const))('on %s', (pod, years) => {
  const range = { from: YEARS.from, to: YEARS.to }
  const page = emptyPage(YEARS.to)
  const stories = years.accounts.flatMap(
    ({ document, openUntil }) => storyOf(document, pod, page, openUntil) ?? [],
  )
  const timeline = timelineOf({ pod, rows: years.rows, seenUntil: years.until, stories }, range)

  it.each(ZONES)('each month is counted to the minute, by the clock of $timeZone', (zone) => {
    const shows = wallClock(range.from, range.to, zone.timeZone)
    const monthOf = (minute: number): string => shows(range.from + minute * MINUTE).month
    const end = DAYS * 24 * 60
    const worth = { affected: 0, possible: 0, planned: 0 }
    let months = 0
    for (let first = 0, next = 0; first < end; first = next) {
      while (next < end && monthOf(next) === monthOf(first)) next++
      const expected = countedOf(years, [first, next], zone, shows)
      const month = monthAround(range.from + first * MINUTE, zone.timeZone)
      const working = workingTime(
        month,
        { days: [1, 2, 3, 4, 5], from: zone.text[0], to: zone.text[1] },
        zone.timeZone,
      )
      const concerns = (capability: string): boolean => capability !== zone.without
      expect({ month: monthOf(first), ...told(sumsOf(timeline, month, { concerns, working })) }).toEqual({
        month: monthOf(first),
        ...expected,
      })
      for (const kind of ['affected', 'possible', 'planned'] as const)
        worth[kind] += expected.byKind[kind].total
      months++
    }
    expect(months).toBeGreaterThan(DAYS / 31)
    // Nothing is proven by months in which nothing happened. The recorded maintenance is of prod2.
    expect(worth.affected).toBeGreaterThan(500)
    expect(worth.possible).toBeGreaterThan(100)
    expect(worth.planned > 100).toBe(pod === 'prod2')
  })
})
