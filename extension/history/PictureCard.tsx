import { fill } from '../../shared/text/fill.ts'
import { plural } from '../../shared/text/plural.ts'
import { dayOf, daysAfter, momentOf } from '../domain/history/calendar.ts'
import { gapsOf, lanesOf } from '../domain/history/lanes.ts'
import type { Interval, Timeline } from '../domain/history/model.ts'
import { isIn } from '../domain/history/sums.ts'
import { extension } from '../text/en.ts'
import { dated, dates } from '../text/spans.ts'
import { featureList } from './describe.ts'
import { Facts } from './Facts.tsx'
import { Folded } from './Folded.tsx'
import {
  isUsed,
  noticed,
  PERIODS,
  type Period,
  period,
  periodBefore,
  place,
  settings,
  shownRange,
} from './historyState.ts'
import { LanePicture } from './LanePicture.tsx'
import { Legend } from './Legend.tsx'
import { lanesShown } from './lanesShown.ts'

const { picture: words } = extension.history

const nameOf = (days: number): string => (days === 365 ? words.year : plural(words.days, days, place.value))

const Periods = () => (
  <div class="lengths" role="radiogroup" aria-label={words.period}>
    {PERIODS.map((days) => (
      <label key={days}>
        <input
          type="radio"
          name="period"
          checked={'days' in period.value && period.value.days === days}
          onChange={() => {
            period.value = { days }
          }}
        />
        {nameOf(days)}
      </label>
    ))}
  </div>
)

/** Back to the days until now that were shown before. */
const Back = () => {
  const { value: before } = periodBefore
  const back = (): void => {
    period.value = before
    // The button that was pressed goes away.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[name=period]:checked')?.focus())
  }
  return (
    <button type="button" class="plain" onClick={back}>
      {fill(words.back, { time: 'days' in before ? nameOf(before.days) : '' })}
    </button>
  )
}

/** The steps from one day to another, and back to where one came from. */
const Steps = ({ day, since, until }: { readonly day: number } & Record<'since' | 'until', number>) => {
  const { timeZone } = place.value
  const date = dayOf(day, timeZone)
  const [earlier, later] = [-1, 1].map((step) => momentOf(daysAfter(date, step), 0, timeZone)) as [
    number,
    number,
  ]
  const to = (next: Period) => () => {
    period.value = next
  }
  return (
    <div class="row">
      <button
        type="button"
        aria-label={words.earlier}
        aria-disabled={day <= since}
        onClick={day > since ? to({ day: earlier }) : undefined}
      >
        ‹
      </button>
      <strong role="status">{dated(day, 'wholeDay', place.value)}</strong>
      <button
        type="button"
        aria-label={words.later}
        aria-disabled={later >= until}
        onClick={later < until ? to({ day: later }) : undefined}
      >
        ›
      </button>
      <Back />
    </div>
  )
}

interface PictureCardProps {
  readonly timeline: Timeline
}

/** Lanes over time, with the same facts as a table under them. */
export const PictureCard = ({ timeline }: PictureCardProps) => {
  const range: Interval = shownRange.value
  const hasChosen = settings.value?.ignored !== null
  const { used, quiet, notUsed } = lanesShown(lanesOf(timeline, range), isUsed.value, hasChosen)
  const gaps = gapsOf(timeline, range)
  const titles = new Map(timeline.stories.map(({ id, title }) => [id, title]))
  const own = noticed.value.filter(({ at }) => isIn(at, range))
  const confirmed = own.filter((one) => one.confirmed !== null).map(({ at }) => at)
  const common = { range, gaps, titles, isNow: range.to === timeline.to, noticed: confirmed }
  return (
    <section class="card block" id="picture">
      <div class="row between">
        <h2>{words.title}</h2>
        <Periods />
      </div>
      {'day' in period.value ? (
        <Steps day={range.from} since={timeline.from} until={timeline.to} />
      ) : (
        <div class="row small soft">
          {dates(range.from, range.to, place.value)}
          {'month' in period.value && <Back />}
        </div>
      )}
      <LanePicture name="used" lanes={used} {...common} />
      <Legend isNoticed={confirmed.length > 0} />
      {quiet.length > 0 && (
        <details>
          <summary class="small">{plural(words.quiet, quiet.length, place.value)}</summary>
          <p class="small soft">{featureList(quiet, place.value)}</p>
        </details>
      )}
      {notUsed.length > 0 && (
        <Folded summary={plural(words.notUsed, notUsed.length, place.value)}>
          {() => <LanePicture name="not-used" lanes={notUsed} {...common} />}
        </Folded>
      )}
      <Folded summary={words.table}>
        {() => <Facts lanes={[...used, ...notUsed]} gaps={gaps} titles={titles} noticed={own} />}
      </Folded>
    </section>
  )
}
