import { fill } from '../../shared/text/fill.ts'
import { plural } from '../../shared/text/plural.ts'
import { length } from '../../shared/text/time.ts'
import { KEPT } from '../storage/history/database.ts'
import { extension } from '../text/en.ts'
import { dated } from '../text/spans.ts'
import { losses, place, reach } from './historyState.ts'

const { about: words } = extension.history

/** How far back all this reaches, and what isn't in it. */
export const About = ({ podName }: { readonly podName: string }) => {
  const { watched, told } = reach.value
  const { damaged, newer } = losses.value
  const date = (at: number): string => dated(at, 'date', place.value)
  return (
    <section class="card block small">
      <h2>{words.title}</h2>
      <p>
        {watched === null
          ? fill(words.noRows, { pod: podName })
          : fill(words.reach, { pod: podName, time: date(watched) })}
        {told !== Infinity && ` ${fill(words.told, { time: date(told) })}`}
      </p>
      <p>{fill(words.kept, { length: length(KEPT, place.value, 'long') })}</p>
      {damaged > 0 && <p class="note">{plural(words.damaged, damaged, place.value)}</p>}
      {newer > 0 && <p class="note">{plural(words.newer, newer, place.value)}</p>}
    </section>
  )
}
