import { fill } from '../../shared/text/fill.ts'
import { length, range } from '../../shared/text/time.ts'
import type { Noticed } from '../domain/evidence/watch.ts'
import { extension } from '../text/en.ts'
import { earlierBy, notedText } from '../text/evidence.ts'
import { place, request } from '../ui/pageState.ts'

const { options: words } = extension.evidence

/** More than that nobody judges. */
const SHOWN = 20

const ANSWERS = ['trouble', 'false'] as const

/** What the page said of it. */
const outcomeOf = (sign: Noticed): string =>
  sign.confirmed === null
    ? sign.end === null
      ? words.going
      : words.unconfirmed
    : fill(words.later, { length: earlierBy(sign.at, sign.confirmed, place.value) })

/** Everything that was noticed, latest first, for the user to say what it was: only that tells whether to trust it. */
export const Signs = ({ signs }: { readonly signs: readonly Noticed[] }) =>
  signs.length === 0 ? null : (
    <ul class="reports" aria-label={words.list}>
      {signs
        .slice(-SHOWN)
        .reverse()
        .map((sign) => (
          <li key={sign.at} class="report">
            <p class="small soft">
              {fill(extension.history.incidents.lasted, {
                range: range(sign.since, sign.end ?? sign.updated, place.value),
                length: length((sign.end ?? sign.updated) - sign.since, place.value),
              })}{' '}
              · {outcomeOf(sign)}
            </p>
            <p>{notedText(sign, place.value)}</p>
            <div class="row small">
              {ANSWERS.map((said) => {
                const isSaid = sign.said === said
                return (
                  <button
                    key={said}
                    type="button"
                    aria-pressed={isSaid}
                    onClick={() =>
                      void request({ type: 'page-bg:watch-said', at: sign.at, said: isSaid ? null : said })
                    }
                  >
                    {isSaid && '✓ '}
                    {words[said]}
                  </button>
                )
              })}
            </div>
          </li>
        ))}
    </ul>
  )
