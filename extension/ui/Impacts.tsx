import type { Impact, Judgement } from '../../shared/model/verdict.ts'
import type { Voice } from '../../shared/text/agentVoice.ts'
import { capabilityName } from '../../shared/text/capability.ts'
import { detail, why } from '../../shared/text/detail.ts'
import { fill } from '../../shared/text/fill.ts'
import { epochOf, moment } from '../../shared/text/time.ts'
import { extension } from '../text/en.ts'

const { popup, effects } = extension

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

const Row = ({ impact, voice }: { readonly impact: Impact; readonly voice: Voice }) => {
  const { capability, effect, certainty, since } = impact
  const isGuess = certainty === 'possible'
  const start = epochOf(since)
  const facts = [
    start === null ? '' : fill(popup.since, { time: moment(start, voice) }),
    isGuess ? '' : popup.confirmed,
  ]
    .filter((fact) => fact !== '')
    .join(' · ')
  return (
    <li class={`impact is-${effect}`}>
      <div class="row">
        <strong>{capital(capabilityName(capability, voice.words))}</strong>
        <span class={`chip tone${isGuess ? ' guess' : ''}`}>
          {isGuess
            ? `${popup.possible}: ${effects[effect].toLocaleLowerCase(voice.locale)}`
            : effects[effect]}
        </span>
      </div>
      <div class="row small">
        {facts !== '' && <span class="soft">{facts}</span>}
        <details>
          <summary>
            {popup.why}
            <span class="hidden"> {capabilityName(capability, voice.words)}</span>
          </summary>
          <div class="why">
            <p>{detail(impact, voice)}</p>
            {why(impact, voice).map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </div>
        </details>
      </div>
    </li>
  )
}

/** What is affected, worst first, each with its reasons. */
export const Impacts = ({ judgement, voice }: { readonly judgement: Judgement; readonly voice: Voice }) =>
  judgement.impacts.length === 0 ? null : (
    <section class="part">
      <h2>{judgement.level === 'unknown' ? popup.affectedLast : popup.affected}</h2>
      <ul class="impacts">
        {judgement.impacts.map((impact) => (
          <Row
            key={`${impact.capability}/${impact.incident}/${impact.certainty}`}
            impact={impact}
            voice={voice}
          />
        ))}
      </ul>
    </section>
  )
