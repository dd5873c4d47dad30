/** Effects of trouble, worst first. */
export const EFFECTS = ['down', 'failing', 'delayed', 'maintenance', 'notice'] as const
export type Effect = (typeof EFFECTS)[number]

export type Certainty = 'confirmed' | 'possible'

export const LEVELS = ['unknown', 'ok', 'notice', 'maintenance', 'degraded', 'outage'] as const
export type Level = (typeof LEVELS)[number]

/** A well-formed pod name, such as `prod1`. */
export type Pod = `prod${number}`

/** Why a verdict is `unknown`. The first three are the judge's own; the rest say why there is no document. */
export const REASONS = [
  'not-listed',
  'incomplete',
  'stale',
  'not-a-pod',
  'offline',
  'http-error',
  'rate-limited',
  'timeout',
  'empty',
  'too-large',
  'html',
  'truncated',
  'not-json',
  'not-a-feed',
  'other-page',
  'old-copy',
  'other-vendor',
  'never-asked',
] as const
export type Reason = (typeof REASONS)[number]

/** One step of the way from the vendor's words to a claim. */
export interface Because {
  readonly source: 'component' | 'title' | 'update' | 'note'
  readonly text: string
}

/** One capability of one pod that is affected. */
export interface Impact {
  readonly capability: string
  readonly effect: Effect
  readonly certainty: Certainty
  /** The vendor's phase; null where only a component speaks. */
  readonly phase: string | null
  readonly since: string | null
  readonly incident: string | null
  readonly because: readonly Because[]
}

/** What end customers are to be told in the chat. */
export interface Banner {
  readonly subject: 'chat' | 'attachments'
  readonly effect: Effect
  readonly certainty: Certainty
  readonly recovering: boolean
  readonly incident: string | null
  readonly since: string | null
}

export interface NextUpdate {
  readonly due: string
  readonly overdue: boolean
}

export interface Upcoming {
  readonly incident: string
  readonly starts: string | null
  readonly ends: string | null
  readonly capabilities: readonly string[]
}

export interface Badge {
  readonly text: string
  readonly color: string
  readonly title: string
}

/** What the news means for one pod, without its dress for the toolbar. Times are ISO 8601 in UTC. */
export interface Judgement {
  readonly pod: string
  readonly level: Level
  readonly recovering: boolean
  /** When the news was fetched; null where there is none. */
  readonly asOf: string | null
  readonly reason?: Reason
  readonly impacts: readonly Impact[]
  readonly banner: Banner | null
  readonly nextUpdate: NextUpdate | null
  readonly upcoming: readonly Upcoming[]
}

/** The contract with everything outside: a judgement and its badge. */
export interface Verdict extends Judgement {
  readonly badge: Badge
}
