import { CAPABILITIES, type Capability } from '../../shared/model/capabilities.ts'
import type { Judgement } from '../../shared/model/verdict.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import type { Settings } from '../domain/settings.ts'

export const CHANNELS: readonly Capability[] = [
  'chat',
  'attachments',
  'email',
  'voice',
  'sms',
  'whatsapp',
  'facebook',
  'instagram',
  'twitter',
]
export const TOOLS: readonly Capability[] = [
  'login',
  'web-client',
  'timeline',
  'search',
  'routing',
  'workflow',
  'assistants',
  'notifications',
  'knowledge-base',
  'csat',
]
const WHOLE: Capability = 'platform'
/** What is left, so that a new capability finds its place by itself. */
export const DATA: readonly Capability[] = CAPABILITIES.filter(
  (name) => name !== WHOLE && !CHANNELS.includes(name) && !TOOLS.includes(name),
)
/** The whole is not for anybody to leave out. */
export const CHOICES: readonly Capability[] = [...CHANNELS, ...TOOLS, ...DATA]

/** What nothing is reported about, of what the agent works with. None where nobody knows, or all may be affected. */
export const working = ({ level, impacts }: Judgement, { ignored }: Settings): readonly Capability[] => {
  const affected = new Set(impacts.map(({ capability }) => capability))
  if (level === 'unknown' || affected.has(WHOLE)) return []
  // What is carried by something that is affected works no better than its carrier.
  const { part } = kustomer
  if (affected.has(part.of)) affected.add(part.capability)
  return CHOICES.filter((name) => !affected.has(name) && !ignored?.includes(name))
}

/** What agents cannot answer anybody without. */
const ESSENTIAL: readonly string[] = ['login', 'web-client', 'routing']

/** What of it customers may be told. Before the agent said what they work with, only what a chat implies. */
export const workingForCustomers = (judgement: Judgement, settings: Settings): readonly Capability[] => {
  // Where agents cannot work, nobody answers what customers write, on whatever channel.
  if (judgement.impacts.some(({ capability }) => ESSENTIAL.includes(capability))) return []
  const fine = working(judgement, settings).filter(
    (name) => (CHANNELS.includes(name) && name !== 'attachments') || name === 'knowledge-base',
  )
  return settings.ignored === null ? fine.filter((name) => name === 'chat') : fine
}
