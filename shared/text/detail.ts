import type { Impact } from '../model/verdict.ts'
import { joined, type Voice, when } from './agentVoice.ts'
import { capabilityName } from './capability.ts'
import { capital } from './capital.ts'
import { fill } from './fill.ts'
import type { AgentWords, Phase } from './keys.ts'
import { quote } from './quote.ts'

const isPhase = (phase: string, words: AgentWords): phase is Phase => Object.hasOwn(words.phases, phase)

/** One impact: what is affected and how, since when, how certain that is, and how far the vendor has come. */
export const detail = ({ capability, effect, certainty, phase, since }: Impact, voice: Voice): string => {
  const { words } = voice
  const sentences = certainty === 'confirmed' ? words.impact : words.possibleImpact
  const name = capabilityName(capability, words) || words.capabilities.platform
  return joined([
    fill(sentences[effect], { what: capital(name, voice.locale), when: when(since, voice) }),
    certainty === 'confirmed' ? words.certain : words.uncertain,
    phase !== null && isPhase(phase, words) ? words.phases[phase] : null,
  ])
}

/** What led to an impact, a sentence each. The vendor's words are quoted, and are data. */
export const why = ({ because }: Impact, { words }: Voice): string[] =>
  because.map(({ source, text }) => fill(words.because[source], { text: quote(text) }))
