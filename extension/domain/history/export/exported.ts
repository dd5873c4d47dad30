import { capabilityName } from '../../../../shared/text/capability.ts'
import { capital } from '../../../../shared/text/capital.ts'
import { agent } from '../../../../shared/text/en.ts'
import type { Place } from '../../../../shared/text/localeAndTime.ts'
import { extension } from '../../../text/en.ts'
import type { Noticed } from '../../evidence/watch.ts'
import { wallTime } from '../calendar.ts'
import type { Interval, Span, Timeline } from '../model.ts'

/** What an export is made of. It is made at the moment of its place. */
export interface Exported {
  readonly timeline: Timeline
  /** As the vendor writes it. */
  readonly podName: string
  readonly place: Place
  /** When the team works. */
  readonly working: readonly Interval[]
  /** What this browser noticed in that time. It has no part in any sum, and so in no table. */
  readonly noticed: readonly Noticed[]
  /** Where the page tells of an incident. */
  readonly linkOf: (incident: string | null) => string
}

/** "2026-09-01 18:33" by the clock on the wall. The same in every language, so that spreadsheets can sort it. */
export const wallText = (at: number, timeZone: string): string =>
  new Date(wallTime(at, timeZone)).toISOString().slice(0, 16).replace('T', ' ')

/** What was affected, how and how sure that is. */
export const namesOf = ({ capability, effect, certainty }: Span, { locale }: Place) =>
  [
    capital(capabilityName(capability, agent) || agent.capabilities.platform, locale),
    extension.effects[effect],
    extension.history.export.certainties[certainty],
  ] as const
