import { moment as momentText } from '../../shared/text/time.ts'
import { dayAround } from '../domain/history/calendar.ts'
import type { Mark } from '../domain/history/lanes.ts'
import type { Interval } from '../domain/history/model.ts'
import { extension } from '../text/en.ts'
import { basisText, featureName, howText, lastedText, markText, titledIn } from './describe.ts'
import { openReport, period, place, showOnly } from './historyState.ts'

const { picture: words } = extension.history

interface MarkDetailsProps {
  readonly mark: Mark | null
  /** A time at which there is no bar. */
  readonly moment: number | null
  readonly gaps: readonly Interval[]
  readonly titles: ReadonlyMap<string, string>
  readonly hasMarks: boolean
}

const Moment = ({ at, gaps }: { readonly at: number; readonly gaps: readonly Interval[] }) => {
  const gap = gaps.find(({ from, to }) => at >= from && at < to)
  return (
    <>
      <p>
        <strong>{gap ? words.unwatched : words.well}</strong>
      </p>
      <p class="small soft">
        {gap ? lastedText(gap.from, gap.to, place.value) : momentText(at, place.value)}
      </p>
    </>
  )
}

/** A bar's reports, and the way to its day. */
const More = ({ mark, titles }: { readonly mark: Mark } & Pick<MarkDetailsProps, 'titles'>) => {
  const { first, more } = titledIn(mark, titles, place.value)
  const isLonger = dayAround(mark.from, place.value.timeZone).to < mark.to
  return (
    <p class="small row">
      {first.map(({ incident, title }) => (
        <a
          key={incident}
          href={`#report-${incident}`}
          onClick={() => {
            openReport.value = incident
          }}
        >
          {title}
        </a>
      ))}
      {more !== '' && <span class="soft">{more}</span>}
      {'days' in period.value && (
        <button type="button" class="plain" onClick={() => showOnly({ day: mark.from })}>
          {isLonger ? words.zoomFirst : words.zoom}
        </button>
      )}
    </p>
  )
}

/** What one bar tells. It has room of its own, so that nothing moves as others are looked at. */
export const MarkDetails = ({ mark, moment, gaps, titles, hasMarks }: MarkDetailsProps) => (
  <div class="details">
    {mark ? (
      <>
        <p>
          <strong>{featureName(mark.capability, place.value)}</strong> {howText(mark, place.value)}
        </p>
        <p class="small">
          {markText(mark, place.value)} <span class="soft">{basisText(mark)}</span>
        </p>
        <More mark={mark} titles={titles} />
      </>
    ) : moment !== null ? (
      <Moment at={moment} gaps={gaps} />
    ) : (
      <p class="small soft">{hasMarks ? words.hint : words.nothing}</p>
    )}
  </div>
)
