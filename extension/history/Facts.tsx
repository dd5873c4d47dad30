import { moment } from '../../shared/text/time.ts'
import type { Noticed } from '../domain/evidence/watch.ts'
import { intersection, lengthOf } from '../domain/history/intervals.ts'
import type { Lane } from '../domain/history/lanes.ts'
import type { Interval } from '../domain/history/model.ts'
import { extension } from '../text/en.ts'
import { notedText } from '../text/evidence.ts'
import { hoursAndMinutes, hoursOrNone } from '../text/spans.ts'
import { basisText, earlierText, featureName, howText, lastedText } from './describe.ts'
import { place, working } from './historyState.ts'

const { columns, picture: words } = extension.history
const { history: evidence } = extension.evidence

interface FactsProps {
  readonly lanes: readonly Lane[]
  readonly gaps: readonly Interval[]
  readonly titles: ReadonlyMap<string, string>
  readonly noticed: readonly Noticed[]
}

/** Everything the picture shows, as a table: latest first. */
export const Facts = ({ lanes, gaps, titles, noticed }: FactsProps) => {
  const marks = lanes.flatMap((lane) => lane.marks).sort((one, other) => other.from - one.from)
  return (
    <div class="stack">
      {marks.length === 0 ? (
        <p class="small">{words.nothing}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section class="scroll" aria-label={words.title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {[
                  columns.feature,
                  columns.how,
                  columns.from,
                  columns.to,
                  columns.length,
                  columns.working,
                  columns.report,
                  columns.basis,
                ].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {marks.map((mark) => (
                <tr key={`${mark.capability} ${mark.from} ${mark.effect} ${mark.certainty}`}>
                  <th scope="row">{featureName(mark.capability, place.value)}</th>
                  <td>{howText(mark, place.value)}</td>
                  <td>{moment(mark.from, place.value)}</td>
                  <td>{moment(mark.to, place.value)}</td>
                  <td>{hoursAndMinutes(mark.to - mark.from, place.value)}</td>
                  <td>{hoursOrNone(lengthOf(intersection([mark], working.value)), place.value)}</td>
                  <td dir="auto">{mark.incidents.map((id) => titles.get(id) ?? id).join('; ')}</td>
                  <td>{basisText(mark)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {noticed.length > 0 && (
        <details>
          <summary class="small">{evidence.list}</summary>
          <ul class="small">
            {noticed.toReversed().map((sign) => (
              <li key={sign.at}>
                {lastedText(sign.since, sign.end ?? sign.updated, place.value)} {notedText(sign, place.value)}{' '}
                {earlierText(sign, place.value)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary class="small">{words.gaps}</summary>
        {gaps.length === 0 ? (
          <p class="small">{words.noGaps}</p>
        ) : (
          <ul class="small">
            {gaps.toReversed().map(({ from, to }) => (
              <li key={from}>{lastedText(from, to, place.value)}</li>
            ))}
          </ul>
        )}
      </details>
    </div>
  )
}
