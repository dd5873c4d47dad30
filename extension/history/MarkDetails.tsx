import { moment as momentText } from '../../shared/text/time.ts'
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
        <p class="small row">
          {titledIn(mark, titles).map(([incident, title]) => (
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
          {'days' in period.value && (
            <button type="button" class="plain" onClick={() => showOnly({ day: mark.from })}>
              {words.zoom}
            </button>
          )}
        </p>
      </>
    ) : moment !== null ? (
      <Moment at={moment} gaps={gaps} />
    ) : (
      <p class="small soft">{hasMarks ? words.hint : words.nothing}</p>
    )}
  </div>
)
