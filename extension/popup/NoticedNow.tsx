import { fill } from '../../shared/text/fill.ts'
import { epochOf, moment } from '../../shared/text/time.ts'
import type { PodView } from '../domain/podView.ts'
import { confirmedOf, spokenOf } from '../domain/spoken.ts'
import { extension } from '../text/en.ts'
import { earlierBy, noticedText } from '../text/evidence.ts'
import { noticedReport } from '../text/noticedReport.ts'
import { place, policy, request, values } from '../ui/pageState.ts'
import { useCopy } from '../ui/useCopy.ts'

const { evidence: words, reply } = extension

/** What this browser noticed by itself, while the page of a pod says nothing; then, that the page confirms it. */
export const NoticedNow = ({ view }: { readonly view: PodView }) => {
  const { outcome, copy } = useCopy()
  if (values.value === null) return null
  const { watch } = values.value
  const { now } = place.value
  const spoken = spokenOf(values.value, policy.value, [view], now)
  const confirmed = confirmedOf(values.value, policy.value, view, now)
  if (spoken === null) {
    if (confirmed === undefined) return null
    const text = view.all.level === 'ok' ? words.confirmed : words.confirms
    return (
      <p class="part">{fill(text, { length: earlierBy(confirmed.at, confirmed.confirmed, place.value) })}</p>
    )
  }
  const { sign, isMuted } = spoken
  const { level, asOf } = view.all
  const asked = level === 'ok' ? Math.max(sign.control ?? 0, epochOf(asOf) ?? 0) : null
  return (
    <section class="part">
      <div class="note is-unknown" role="status">
        {isMuted
          ? fill(words.mutedUntil, { time: moment(watch.mutedUntil, place.value) })
          : noticedText(sign, place.value, asked)}
      </div>
      <div class="row small">
        {!isMuted && (
          <button
            type="button"
            onClick={() => void copy(noticedReport(sign, watch.organisation ?? '', place.value))}
          >
            {outcome.value === 'copied' ? `✓ ${reply.copied}` : words.copy}
          </button>
        )}
        <button
          key="mute"
          type="button"
          onClick={() => void request({ type: 'page-bg:watch-mute', on: !isMuted })}
        >
          {isMuted ? words.undo : words.noProblem}
        </button>
      </div>
      <p class={outcome.value === 'failed' ? 'small' : 'hidden'} role="status">
        {outcome.value === '' ? '' : reply[outcome.value]}
      </p>
    </section>
  )
}
