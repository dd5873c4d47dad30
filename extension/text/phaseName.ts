import { quote } from '../../shared/text/quote.ts'
import { extension } from './en.ts'

const { phases } = extension

/** What a phase is called, or the page's own word where we know none. */
export const phaseName = (phase: string): string =>
  Object.hasOwn(phases, phase) ? phases[phase as keyof typeof phases] : quote(phase, 40)
