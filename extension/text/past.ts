import { MINUTE } from '../../shared/model/limits.ts'
import { joined, type Voice } from '../../shared/text/agentVoice.ts'
import { capabilityList } from '../../shared/text/capability.ts'
import { capital } from '../../shared/text/capital.ts'
import { fill } from '../../shared/text/fill.ts'
import { plural } from '../../shared/text/plural.ts'
import { length, range } from '../../shared/text/time.ts'
import { extension } from './en.ts'

/** A trouble that is over. */
interface Over {
  readonly since: number
  readonly until: number
  readonly affected: Readonly<Record<string, string>>
}

const EFFECTS = ['down', 'failing', 'delayed'] as const

/** "6:33 to 7:11 PM". What began and ended in the same minute of the clock still has two ends. */
const spoken = (since: number, until: number, voice: Voice): string => {
  const text = range(since, Math.max(until, since + MINUTE), voice)
  return text.replace(/\s*–\s*/, ' to ')
}

/** "Chat had errors from 6:33 to 7:11 PM (38 minutes)." One sentence for each way in which something was affected. */
export const pastText = ({ since, until, affected }: Over, voice: Voice): string =>
  joined(
    EFFECTS.map((effect) => {
      const what = Object.keys(affected).filter((capability) => affected[capability] === effect)
      if (what.length === 0) return null
      const isSeveral = what.length > 1 || voice.words.several.some((one) => what.includes(one))
      const text = plural(extension.popup.past[effect], isSeveral ? 2 : 1, voice)
      const filled = fill(text, {
        what: capabilityList(what, voice.words, voice),
        range: spoken(since, until, voice),
        length: length(Math.max(MINUTE, until - since), voice, 'long'),
      })
      return capital(filled, voice.locale)
    }),
  )
