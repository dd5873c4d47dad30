import type { Impact, Judgement } from '../../shared/model/verdict.ts'
import type { Voice } from '../../shared/text/agentVoice.ts'
import { capabilityName } from '../../shared/text/capability.ts'
import { capital } from '../../shared/text/capital.ts'
import { why } from '../../shared/text/detail.ts'
import { fill } from '../../shared/text/fill.ts'
import { epochOf, moment } from '../../shared/text/time.ts'
import { doubt } from '../domain/doubt.ts'
import { extension } from '../text/en.ts'
import { Fold } from './Fold.tsx'
import { useCopy } from './useCopy.ts'

const { popup, effects } = extension

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
        <strong>{capital(capabilityName(capability, voice.words), voice.locale)}</strong>
        <span class={`chip tone${isGuess ? ' guess' : ''}`}>
          {isGuess
            ? `${popup.possible}: ${effects[effect].toLocaleLowerCase(voice.locale)}`
            : effects[effect]}
        </span>
      </div>
      {facts !== '' && <p class="small soft">{facts}</p>}
      <div class="why small">
        {why(impact, voice).map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </div>
    </li>
  )
}

/** Copies what somebody needs who is to look into it. */
const Doubt = ({ judgement, voice }: ImpactsProps) => {
  const { outcome, copy } = useCopy()
  return (
    <div class="row small">
      <button type="button" class="plain" onClick={() => void copy(doubt(judgement, voice))}>
        {outcome.value === 'copied' ? `✓ ${extension.doubt.copied}` : extension.doubt.button}
      </button>
      <span class={outcome.value === '' ? 'hidden' : 'soft'} role="status">
        {outcome.value === 'copied' ? extension.doubt.send : ''}
        {outcome.value === 'failed' ? extension.reply.failed : ''}
      </span>
    </div>
  )
}

interface ImpactsProps {
  readonly judgement: Judgement
  readonly voice: Voice
}

/** What is affected, worst first, each with its reasons. */
export const Impacts = ({ judgement, voice }: ImpactsProps) =>
  judgement.impacts.length === 0 ? null : (
    <Fold title={judgement.level === 'unknown' ? popup.affectedLast : popup.affected}>
      <ul class="impacts">
        {judgement.impacts.map((impact) => (
          <Row
            key={`${impact.capability}/${impact.incident}/${impact.certainty}`}
            impact={impact}
            voice={voice}
          />
        ))}
      </ul>
      <Doubt judgement={judgement} voice={voice} />
    </Fold>
  )
