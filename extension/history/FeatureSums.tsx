import type { Sums } from '../domain/history/sums.ts'
import { extension } from '../text/en.ts'
import { hoursOrNone } from '../text/spans.ts'
import { featureName, howText } from './describe.ts'
import { place } from './historyState.ts'

const { columns, month: words, basis } = extension.history

/** Hours by feature and by how it was affected. */
export const FeatureSums = ({ sums }: { readonly sums: Sums }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
  <section class="scroll" aria-label={words.byFeature} tabIndex={0}>
    <table>
      <caption>{words.byFeature}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.feature}</th>
          <th scope="col">{columns.how}</th>
          <th scope="col" class="number">
            {columns.length}
          </th>
          <th scope="col" class="number">
            {columns.working}
          </th>
          <th scope="col" class="number">
            {basis.seen}
          </th>
          <th scope="col" class="number">
            {basis.page}
          </th>
        </tr>
      </thead>
      <tbody>
        {sums.byCapability.map(({ hours, ...piece }) => (
          <tr key={`${piece.capability} ${piece.effect} ${piece.certainty}`}>
            <th scope="row">{featureName(piece.capability, place.value)}</th>
            <td>{howText(piece, place.value)}</td>
            {[hours.total, hours.working, hours.seen, hours.total - hours.seen].map((time, column) => (
              <td key={column} class="number">
                {hoursOrNone(time, place.value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
