import type { Rule } from '../rule.ts'
import { grammar } from './grammar.ts'
import { health } from './health.ts'
import { modifiers } from './modifiers.ts'
import { symptoms } from './symptoms.ts'

/** Every rule of reading. Where two share a phrase, the earlier one has it. */
export const RULES: readonly Rule[] = [...modifiers, ...symptoms, ...health, ...grammar]
