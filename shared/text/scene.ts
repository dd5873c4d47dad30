import type { Banner } from '../model/verdict.ts'

/** What end customers can be shown. `back` follows trouble that a visitor saw, so no banner leads to it. */
export const SCENES = [
  'chat-delayed',
  'chat-failing',
  'chat-down',
  'attachments-delayed',
  'attachments-failing',
  'maintenance',
  'possible',
  'recovering',
  'back',
] as const
export type Scene = (typeof SCENES)[number]

/** The scene that a banner calls for. */
export const sceneOf = ({ recovering, certainty, effect, subject }: Banner): Scene => {
  if (recovering) return 'recovering'
  // A notice makes no banner; should one come all the same, it gets the words that claim least.
  if (certainty === 'possible' || effect === 'notice') return 'possible'
  if (effect === 'maintenance') return 'maintenance'
  // Files that cannot be sent at all and files that fail are the same to somebody who tries.
  if (subject === 'attachments') return effect === 'delayed' ? 'attachments-delayed' : 'attachments-failing'
  return `chat-${effect}`
}
