import { fill } from '../../shared/text/fill.ts'
import { plural } from '../../shared/text/plural.ts'
import { vendorsName } from '../domain/localeAndZone.ts'
import { extension } from '../text/en.ts'
import { SITUATIONS } from '../text/ownReplies.ts'
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

interface ListedProps {
  readonly title: string
  readonly rows: readonly (readonly [name: string, text: string])[]
}

/** Something that the company wrote, in a line until somebody wants to read it. */
const Listed = ({ title, rows }: ListedProps) =>
  rows.length === 0 ? null : (
    <details>
      <summary>{title}</summary>
      <dl class="listed small">
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt dir="auto">{name}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )

/** What the company set beside the options below, where it set anything. */
export const Company = () => {
  const { isSet, contact, replies, organisations, sites } = policy.value
  if (!isSet) return null
  const own = SITUATIONS.flatMap((one) => {
    const text = replies.texts[one]
    return text === undefined ? [] : [[words.situations[one], text] as const]
  })
  const pods = [...organisations, ...sites].map(([name, pod]) => [name, vendorsName(pod) ?? pod] as const)
  return (
    <section class="card block">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {contact !== null && <p>{fill(words.contact, { contact })}</p>}
      <Listed title={plural(words.replies, own.length, place.value)} rows={own} />
      <Listed title={plural(words.table, pods.length, place.value)} rows={pods} />
      <Mistakes />
    </section>
  )
}
