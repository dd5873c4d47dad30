import type { Judgement } from '../../shared/model/verdict.ts'
import { capabilityName } from '../../shared/text/capability.ts'
import { fill } from '../../shared/text/fill.ts'
import type { AgentWords } from '../../shared/text/keys.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { ago, epochOf } from '../../shared/text/time.ts'
import type { Settings } from '../domain/settings.ts'
import { extension } from '../text/en.ts'
import { working } from './capabilitiesInUse.ts'
import { Fold } from './Fold.tsx'

const { popup } = extension

interface WorksProps {
  readonly judgement: Judgement
  readonly settings: Settings
  readonly words: AgentWords
  readonly place: Place
}

/** What nothing is reported about while something else is affected. It says how fresh that is, as silence is no proof. */
export const StillWorking = ({ judgement, settings, words, place }: WorksProps) => {
  const names = working(judgement, settings).map((capability) => capabilityName(capability, words))
  const at = epochOf(judgement.asOf)
  if (judgement.impacts.length === 0 || names.length === 0 || at === null) return null
  const age = place.now - at
  const list = new Intl.ListFormat(place.locale, { type: 'conjunction' }).format(names)
  return (
    <Fold title={popup.works}>
      <p>{list.charAt(0).toLocaleUpperCase(place.locale) + list.slice(1)}.</p>
      <p class="small soft">
        {age < 60_000 ? popup.worksJustNow : fill(popup.worksNote, { ago: ago(age, place) })}
      </p>
    </Fold>
  )
}
