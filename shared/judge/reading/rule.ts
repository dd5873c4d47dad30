import type { Effect } from '../../model/verdict.ts'

/**
 * What a phrase does in a sentence. Targets are what a sentence is about: capabilities and pods, which the vendor's file
 * names, and symptoms. All other roles are modifiers: they say what becomes of the targets around them.
 */
export type Role =
  /** Something is wrong, with an effect; without one it is trouble of no particular kind ("an issue"). */
  | 'symptom'
  /** Says that something is affected without saying how. */
  | 'affected'
  /** Works, or never stopped working. */
  | 'works'
  /** Ability: works, unless the clause says otherwise ("agents can send messages"). */
  | 'can'
  /** Does what it is there for: works, unless the clause says otherwise ("timelines load"). */
  | 'doing'
  /** The trouble is said to be over. */
  | 'over'
  /** Turns what follows into its contrary. */
  | 'not'
  | 'no'
  | 'nobody'
  /** Only a few, so most are affected where the words speak of what goes well. */
  | 'few'
  /** What follows is left out of what the sentence says. */
  | 'except'
  /** Opens a stretch that affects nothing: a cause, an occasion, another incident, advice, a purpose. */
  | 'aside'
  /** Takes the force out of good news: not yet, not wholly. */
  | 'not-yet'
  /** Fewer than all. */
  | 'some'
  /** Names one half of a capability: a direction, a kind, an age. */
  | 'half'
  /** Narrows nothing: everyday words between a capability and what is said of it. */
  | 'plain'
  /** A noun that makes what stands before it its own ornament: "outage drill", "chat team". */
  | 'bearer'
  /** A part of the machinery, whose trouble explains and is not felt. */
  | 'machinery'
  /** A company whose trouble is a cause. */
  | 'company'
  /** What was done about it. */
  | 'repair'
  /** Those who mend: what they do is no news of what works. */
  | 'us'
  /** Of whom or about what something is told. */
  | 'whom'
  | 'about'
  /** What was said before is said of what follows too. */
  | 'same'
  /** Says that what was over is not. */
  | 'reopened'
  /** Points back to what was already spoken of. */
  | 'back'
  | 'every'
  /** Grammar: joints between the parts of a sentence. */
  | 'and'
  | 'but'
  | 'preposition'
  | 'link'
  | 'verb'
  /** Looks like a target and is none. */
  | 'lookalike'
  /** From here on the sentence says how to reach people or get by. */
  | 'end'

/** A modifier or a kind of symptom: phrases that do the same, and sentences that prove it. */
export interface Rule {
  readonly name: string
  readonly role: Role
  /** Parted by `|`, in lower case. `~` after a word stands for its other forms as well: "fail~" is fails, failed, failing. */
  readonly phrases: string
  /** Symptoms: how bad. */
  readonly effect?: Effect
  /** Symptoms: counts only where it is said of something, as in "is down" or "went dark". */
  readonly predicate?: true
  /** Good news: that it is well again, that it can be reached however slowly, or that it was never affected. */
  readonly sense?: 'again' | 'reachable' | 'spared'
  /** Asides: what ends the stretch, besides "but" and a semicolon. */
  readonly until?: 'comma' | 'sentence' | 'verb'
  /** Asides: the words before it, back to the last comma, belong to it as well. */
  readonly back?: true
  /** A sentence, and what is read in it: see `tell` in the tests of the rules. They stay out of what is built. */
  readonly examples: Readonly<Record<string, string>>
}
