import { fill } from '../../shared/text/fill.ts'
import { plural } from '../../shared/text/plural.ts'
import { extension } from '../text/en.ts'
import { mistakes, place, policy } from '../ui/pageState.ts'
import { useCopy } from '../ui/useCopy.ts'

const { policy: words } = extension

/** More than that nobody reads on a page. */
const SHOWN = 20

/** Entries of the policy that can't be used, for whoever can correct them. */
const Mistakes = () => {
  const { outcome, copy } = useCopy()
  const all = mistakes.value
  if (all.length === 0) return null
  const rest = all.length - SHOWN
  const lines = all.map(({ row, reason }) => `${row}: ${reason}`)
  return (
    <div class="note stack is-degraded">
      <p>
        <strong>{plural(words.mistakes, all.length, place.value)}</strong> {words.mistakesWhom}
      </p>
      <ul class="mistakes">
        {all.slice(0, SHOWN).map(({ row, reason }) => (
          <li key={`${row} ${reason}`}>
            <code>{row}</code> <span>{reason}</span>
          </li>
        ))}
        {rest > 0 && <li>{plural(words.more, rest, place.value)}</li>}
      </ul>
      <button type="button" onClick={() => void copy(lines.join('\n'))}>
        {outcome.value === 'copied' ? `✓ ${words.copied}` : words.copy}
      </button>
      <p class={outcome.value === 'failed' ? 'small' : 'hidden'} role="status">
        {{ copied: words.copied, failed: words.copyFailed, '': '' }[outcome.value]}
      </p>
    </div>
  )
}

/** What the company set beside the options below, where it set anything. */
export const Company = () => {
  const { isSet, contact, replies, organisations, sites } = policy.value
  if (!isSet) return null
  const own = Object.keys(replies.texts).length
  const known = organisations.size + sites.size
  return (
    <section class="card block">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {contact !== null && <p>{fill(words.contact, { contact })}</p>}
      {own > 0 && <p>{plural(words.replies, own, place.value)}</p>}
      {known > 0 && <p>{plural(words.table, known, place.value)}</p>}
      <Mistakes />
    </section>
  )
}
