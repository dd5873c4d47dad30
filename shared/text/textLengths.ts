/**
 * How long texts may be, in characters, by the start of their key; the first that fits counts. Banner and badge
 * title have little room, and languages run longer than English: about a third more is allowed than it uses.
 */
export const LIMITS: readonly (readonly [key: string, longest: number])[] = [
  ['customer.scenes.', 110],
  ['customer.missing', 110],
  ['customer.', 70],
  ['agent.capabilities.', 45],
  ['agent.more', 25],
  ['agent.when', 25],
  ['agent.since', 30],
  ['agent.', 120],
  // What the stores and the browsers' toolbars have room for.
  ['extension.manifest.name', 45],
  ['extension.manifest.description', 132],
  ['extension.notify.', 45],
  ['extension.levels.', 30],
  ['extension.effects.', 25],
  ['extension.', 330],
]

export const limitOf = (key: string): number => LIMITS.find(([start]) => key.startsWith(start))?.[1] ?? 0

/** Every placeholder that the code fills. The keys' interface says which text may use which. */
export const PLACEHOLDERS: readonly string[] = [
  'ago',
  'contact',
  'count',
  'from',
  'host',
  'in',
  'length',
  'pod',
  'reason',
  'range',
  'text',
  'time',
  'to',
  'what',
  'when',
]

/** Names, and words that many languages have taken over: elsewhere, a text that equals English was forgotten. */
const SAME: readonly string[] = [
  'agent.capabilities.',
  'extension.manifest.name',
  'extension.customerReply.names.',
  'extension.setup.regions.',
]

export const mayBeSame = (key: string): boolean => SAME.some((start) => key.startsWith(start))

/** Languages in a script of their own, by their base: each text holds a letter of it. */
export const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
}

/**
 * Marks that a language writes otherwise, by its base: French puts a narrow space before them, the others have their
 * own. The colon of an address is the same everywhere.
 */
export const FOREIGN_MARKS: Readonly<Record<string, RegExp>> = {
  ar: /[,;?]/,
  fr: /(?:^|[^\u202f])[!?;:](?!\/)/,
  ja: /[!?;,]|:(?!\/)|\.$/,
}
