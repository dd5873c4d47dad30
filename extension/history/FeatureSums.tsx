import type { Place } from '../../shared/text/localeAndTime.ts'
import type { Sum, Sums } from '../domain/history/sums.ts'
import { extension } from '../text/en.ts'
import { hoursAndMinutes, hoursOrNone } from '../text/spans.ts'
import { featureName, howText } from './describe.ts'
import { place } from './historyState.ts'

const { columns, month: words, basis } = extension.history

/** "Errors, confirmed · Possible: delays, 20 min": a length where it is none of the row's own. */
const partsText = ({ parts }: Sum, place: Place): string =>
  parts
    .map((part) => {
      const isOwn = part.kind === 'affected' && parts.length === 1
      return `${howText(part, place)}${isOwn ? '' : ` (${hoursAndMinutes(part.hours.total, place)})`}`
    })
    .join(' · ')

/** Hours by feature, and how each was affected. */
export const FeatureSums = ({ sums }: { readonly sums: Sums }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
  <section class="scroll" aria-label={words.byFeature} tabIndex={0}>
    <table>
      <caption>{words.byFeature}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.feature}</th>
          {[words.affected, columns.working, basis.seen, basis.page].map((name) => (
            <th key={name} scope="col" class="number">
              {name}
            </th>
          ))}
          <th scope="col">{columns.how}</th>
        </tr>
      </thead>
      <tbody>
        {sums.byCapability.map((sum) => {
          const { total, working, seen } = sum.hours
          return (
            <tr key={sum.capability}>
              <th scope="row">{featureName(sum.capability, place.value)}</th>
              {Object.entries({ total, working, seen, told: total - seen }).map(([name, time]) => (
                <td key={name} class="number">
                  {hoursOrNone(time, place.value)}
                </td>
              ))}
              <td>{partsText(sum, place.value)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </section>
)
