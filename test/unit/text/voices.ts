import type { Effect, Impact, Judgement } from '../../../shared/model/verdict.ts'
import type { Voice } from '../../../shared/text/agentVoice.ts'
import { agent } from '../../../shared/text/en.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'

export const NOW = Date.parse('2031-03-04T15:00:00Z')

/** A time so many minutes from now, as verdicts carry it. */
export const inMinutes = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString()

export const voice: Voice = { ...placeOf(NOW), words: agent, podName: 'Prod1 (US)' }

export const impact = (capability: string, effect: Effect, more: Partial<Impact> = {}): Impact => ({
  capability,
  effect,
  certainty: 'confirmed',
  phase: 'investigating',
  since: '2031-03-04T14:05:00Z',
  incident: 'a1',
  because: [],
  ...more,
})

export const judgement = (more: Partial<Judgement> = {}): Judgement => ({
  pod: 'prod1',
  level: 'ok',
  recovering: false,
  asOf: inMinutes(0),
  impacts: [],
  banner: null,
  nextUpdate: null,
  upcoming: [],
  ...more,
})

/** Versions of Node part the clock from its half of the day by different spaces. */
export const plainSpaces = (text: string): string => text.replace(/[\u00a0\u2009\u202f]/g, ' ')
