import type { Story } from './model.ts'

/** What somebody looks for among the reports; null is any. */
export interface Wanted {
  readonly text: string
  readonly kind: Story['kind'] | null
  readonly capability: string | null
}

/** Whether a report has every word that is looked for, in its title or its updates, and is of the right sort. */
export const matches = (
  { kind, title, updates, stages }: Story,
  { text, capability, ...wanted }: Wanted,
): boolean => {
  if (wanted.kind !== null && wanted.kind !== kind) return false
  const isAffected = (name: string): boolean =>
    stages.some(({ impacts }) => impacts.some((impact) => impact.capability === name))
  if (capability !== null && !isAffected(capability)) return false
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const all = [title, ...updates.map((update) => update.text)].join('\n').toLowerCase()
  return words.every((word) => all.includes(word))
}
