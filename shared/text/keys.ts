import type { Capability } from '../model/capabilities.ts'
import type { Effect, Reason } from '../model/verdict.ts'
import type { Scene } from './scene.ts'

// The list of keys. A language is one file that fills it, so the compiler finds what is missing there;
// `npm run words` finds the rest. Placeholders stand in {braces} and are named beside each key.

/** Forms of a text by number; which ones a language needs is what Intl.PluralRules says of it. */
export type Plural = { readonly [form in Intl.LDMLPluralRule]?: string } & { readonly other: string }

export interface SceneWords {
  readonly headline: string
  /** The headline beside no open chat, where it has to name the chat; else the same as in it. */
  readonly outside?: string
  readonly works: string
}

/** What an end customer reads in the chat. Ships to every visitor, so it stays small and stands alone. */
export interface CustomerWords {
  readonly scenes: Readonly<Record<Scene, SceneWords>>
  /** Over another way to be reached, for a visitor whose own messages or files were refused. */
  readonly sending: string
  /** In place of what still works, where the chat should be there and is not. */
  readonly missing: string
  readonly working: string
  /** {time} */
  readonly since: string
  /** {contact} */
  readonly contact: string
  /** Old news is shown with its age. {time} */
  readonly asOf: string
  /** Over an announcement that the site's owner made. */
  readonly own: string
  /** When the owner expects it to end. {time} */
  readonly until: string
  /** Over a banner that only shows how it would look. */
  readonly example: string
  /** Names the banner to screen readers, and its two buttons. */
  readonly region: string
  readonly close: string
  readonly open: string
}

/** A sentence about trouble: where it is known since when, and where it is not. */
export interface Told<Text> {
  readonly since: Text
  readonly now: Text
}

/** What an agent reads in toolbar, popup and notifications. */
export interface AgentWords {
  readonly capabilities: Readonly<Record<Capability, string>>
  /** Many names in one sentence: what stands in for those left out. {count} */
  readonly more: Plural
  /** Which of them are several things: "workflows have errors". */
  readonly several: readonly Capability[]
  /** Fills {when} in a list of facts, which is empty where nobody knows. {time} */
  readonly when: string
  /** Fills {when} in a sentence; the second where it is drawn anew each minute. {time} {length} */
  readonly since: string
  readonly sinceFor: string

  /** The pod in one sentence. {pod} */
  readonly ok: string
  readonly unknown: string
  readonly notListed: string
  /** By the number of things affected. {pod} {what} {when} */
  readonly confirmed: Readonly<Record<Effect, Told<Plural>>>
  readonly possible: Readonly<Record<Effect, Told<string>>>
  /** {what} */
  readonly also: string
  readonly perhapsAlso: string
  readonly lastKnown: string
  readonly perhapsLastKnown: string
  readonly recovering: string
  /** Follows every sentence that is a guess. */
  readonly uncertain: string

  /** One impact. {what} {when} */
  readonly impact: Readonly<Record<Effect, string>>
  readonly possibleImpact: Readonly<Record<Effect, string>>
  readonly certain: string
  readonly phases: Readonly<Record<Phase, string>>
  /** Where a claim comes from. {text} */
  readonly because: Readonly<Record<'component' | 'title' | 'update' | 'note', string>>

  readonly reasons: Readonly<Record<Reason, string>>
  readonly noReason: string
  /** {ago} */
  readonly news: string
  /** {time} */
  readonly newsOf: string

  /** The vendor's own promise. {in}, {count}, {time} */
  readonly dueIn: string
  readonly dueNow: string
  readonly overdueMinutes: Plural
  readonly overdueHours: Plural
  readonly overdueDays: Plural
  readonly dueAt: string
  readonly wasDueAt: string

  /** Maintenance ahead. {pod} {what}, {range}, {time} */
  readonly planned: string
  readonly plannedFrom: string
  readonly plannedFor: string
}

/** The vendor's words for how far a trouble or a maintenance has come, as far as they are worth a sentence. */
export type Phase = 'investigating' | 'identified' | 'monitoring' | 'in_progress' | 'verifying'
