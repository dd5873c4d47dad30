import type { Update } from '../../shared/model/snapshot.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { quote } from '../../shared/text/quote.ts'
import { moment } from '../../shared/text/time.ts'
import { extension } from '../text/en.ts'
import { phaseName } from '../text/phaseName.ts'

const { incident: words } = extension

/** What one update may show; the vendor's page has the rest. */
const TEXT = 4000

/** Text of others, with its own line breaks. */
const plainText = (text: string): string =>
  text
    .slice(0, TEXT)
    .split('\n')
    .map((line) => quote(line, TEXT))
    .join('\n')
    .trim()

/** One update in the vendor's own words. */
export const UpdateText = ({ update, place }: { readonly update: Update; readonly place: Place }) => (
  <li>
    <p class="small soft">
      {[update.at === null ? '' : moment(update.at, place), phaseName(update.phase)]
        .filter(Boolean)
        .join(' · ')}
    </p>
    <p dir="auto">{plainText(update.text) || words.noText}</p>
  </li>
)
