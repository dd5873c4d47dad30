import { fill } from '../../shared/text/fill.ts'
import type { Interval, Timeline } from '../domain/history/model.ts'
import { type Sums, worstDayOf } from '../domain/history/sums.ts'
import { extension } from '../text/en.ts'
import { dated, hoursAndMinutes, numberText } from '../text/spans.ts'
import { workingHoursText } from '../text/workingHoursText.ts'
import { Lockable } from '../ui/Lockable.tsx'
import { WorkingHours } from '../ui/WorkingHours.tsx'
import { FeatureSums } from './FeatureSums.tsx'
import {
  isWholeMonth,
  month,
  monthBack,
  monthsBack,
  monthsKnown,
  type Period,
  place,
  reach,
  settings,
  showOnly,
  sumsIn,
} from './historyState.ts'
import { Months } from './Months.tsx'

const { month: words } = extension.history

const nameOf = ({ from }: Interval): string => dated(from, 'wholeMonth', place.value)

/** How two months compare, in hours; nothing is said against a month of which nothing is known. */
const changeOf = (now: number, before: number, time: string): string => {
  const [more, length] = [now > before, hoursAndMinutes(Math.abs(now - before), place.value)]
  if (Math.abs(now - before) < 30_000) return fill(words.same, { time })
  return fill(more ? words.more : words.less, { length, time })
}
const countChangeOf = (now: number, before: number, time: string): string => {
  if (now === before) return fill(words.same, { time })
  const count = numberText(Math.abs(now - before), place.value)
  return fill(now > before ? words.countMore : words.countFewer, { count, time })
}

interface TileProps {
  readonly name: string
  readonly value: string
  readonly hint?: string | undefined
  readonly change?: string | undefined
}

const Tile = ({ name, value, hint, change }: TileProps) => (
  <div class="tile">
    <dt>{name}</dt>
    <dd>
      <strong>{value}</strong>
      {change && <span class="small">{change}</span>}
      {hint && <span class="small soft">{hint}</span>}
    </dd>
  </div>
)

interface TilesProps {
  readonly sums: Sums
  /** Null where nothing is known of the month before. */
  readonly before: Sums | null
  readonly nameBefore: string
}

/** A month in five numbers, each against the month before. */
export const Tiles = ({ sums, before, nameBefore }: TilesProps) => {
  const { affected } = sums.byKind
  const length = (time: number): string => hoursAndMinutes(time, place.value)
  const count = (number: number): string => numberText(number, place.value)
  const past = before?.byKind.affected
  return (
    <dl class="tiles">
      <Tile
        name={words.affected}
        value={affected.total === 0 ? words.none : length(affected.total)}
        change={past && changeOf(affected.total, past.total, nameBefore)}
        hint={words.affectedHint}
      />
      <Tile
        name={words.working}
        value={affected.working === 0 ? words.none : length(affected.working)}
        change={past && changeOf(affected.working, past.working, nameBefore)}
      />
      <Tile
        name={words.incidents}
        value={count(sums.incidents)}
        change={before === null ? undefined : countChangeOf(sums.incidents, before.incidents, nameBefore)}
        hint={words.incidentsHint}
      />
      <Tile
        name={words.typical}
        value={sums.medianLength === null ? '–' : length(sums.medianLength)}
        hint={words.typicalHint}
      />
      <Tile
        name={words.late}
        value={
          sums.promised === 0
            ? '–'
            : fill(words.lateOf, { count: count(sums.late.length), what: count(sums.promised) })
        }
        hint={
          sums.medianLate === null ? undefined : fill(words.lateHint, { length: length(sums.medianLate) })
        }
      />
    </dl>
  )
}

/** What each number rests on, and what it leaves out. */
export const Basis = ({ sums }: { readonly sums: Sums }) => {
  const { affected, possible, planned } = sums.byKind
  const length = (time: number): string => hoursAndMinutes(time, place.value)
  const isAll = sums.passed - sums.watched < 60_000
  return (
    <div class="small soft">
      {possible.total > 0 && <p>{fill(words.possible, { length: length(possible.total) })}</p>}
      {planned.total > 0 && <p>{fill(words.planned, { length: length(planned.total) })}</p>}
      {affected.total > 0 && (
        <p>
          {fill(words.basis, {
            length: length(affected.seen),
            what: length(affected.total - affected.seen),
          })}
        </p>
      )}
      <p>
        {isAll
          ? words.watchedAll
          : fill(reach.value.told === Infinity ? words.watchedAlone : words.watched, {
              length: length(sums.watched),
              what: length(sums.passed),
            })}
      </p>
      <p>{words.noUptime}</p>
    </div>
  )
}

/** Leads to the month's worst day, and to the whole month, in the picture. */
const Shown = ({ sums, back }: { readonly sums: Sums; readonly back: number }) => {
  const worst = worstDayOf(sums, place.value.timeZone)
  const show = (next: Period) => () => {
    showOnly(next)
    document.getElementById('picture')?.scrollIntoView()
  }
  return (
    <div class="row small">
      {worst && (
        <button type="button" class="plain" onClick={show({ day: worst.at })}>
          {fill(words.worst, {
            time: dated(worst.at, 'day', place.value),
            length: hoursAndMinutes(worst.length, place.value),
          })}
        </button>
      )}
      <button type="button" class="plain" onClick={show({ month: back })}>
        {words.show}
      </button>
    </div>
  )
}

/** What one month cost, and whether it was worse than the one before. */
export const Month = ({ timeline }: { readonly timeline: Timeline }) => {
  const back = monthsBack.value
  const range = month.value
  const sums = sumsIn(timeline, range)
  const rangeBefore = monthBack(back + 1)
  // A month that isn't over is no measure of one that is.
  const before = back > 0 && isWholeMonth(back + 1) ? sumsIn(timeline, rangeBefore) : null
  const name = nameOf(range)
  const hours = settings.value?.workingHours
  const go = (step: number, isPossible: boolean) => () => {
    if (isPossible) monthsBack.value = back + step
  }
  const hasEarlier = back + 1 < monthsKnown.value
  return (
    <section class="card block">
      <div class="row between">
        <h2>{words.title}</h2>
        <div class="row">
          <button
            type="button"
            aria-label={words.earlier}
            aria-disabled={!hasEarlier}
            onClick={go(1, hasEarlier)}
          >
            ‹
          </button>
          <strong role="status">{back === 0 ? fill(words.soFar, { time: name }) : name}</strong>
          <button
            type="button"
            aria-label={words.later}
            aria-disabled={back === 0}
            onClick={go(-1, back > 0)}
          >
            ›
          </button>
        </div>
      </div>
      <Tiles sums={sums} before={before} nameBefore={dated(rangeBefore.from, 'monthName', place.value)} />
      <Shown sums={sums} back={back} />
      <Basis sums={sums} />
      {sums.byCapability.length > 0 && <FeatureSums sums={sums} />}
      <Months timeline={timeline} />
      {hours && (
        <div class="stack">
          <p class="small">{fill(words.hours, { text: workingHoursText(hours, place.value) })}</p>
          <details>
            <summary class="small">{words.change}</summary>
            <Lockable setting="workingHours">
              <WorkingHours workingHours={hours} />
            </Lockable>
          </details>
        </div>
      )}
    </section>
  )
}
