import { ReplayError } from './recording.ts'

/**
 * Readers for JSON written by people: unlike the feed's tolerant guards they refuse what they do not know,
 * since a misspelt key in a recording would otherwise play as silence.
 */
export type Fields = Readonly<Record<string, unknown>>

export function fields(value: unknown, where: string, allowed: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ReplayError(`${where} must be an object.`)
  for (const key of Object.keys(value))
    if (!allowed.includes(key))
      throw new ReplayError(`${where} has an unknown key "${key}"; known are ${allowed.join(', ')}.`)
  return value as Fields
}

export function text(value: unknown, where: string): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw new ReplayError(`${where} must be a text that is not empty.`)
  return value
}

export function list(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ReplayError(`${where} must be a list.`)
  return value
}

export function oneOf<T extends string>(value: unknown, where: string, words: readonly T[]): T {
  const found = words.find((word) => word === value)
  if (found === undefined) throw new ReplayError(`${where} must be one of ${words.join(', ')}.`)
  return found
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/

/** Times need a zone: the same file must play the same everywhere. */
export function time(value: unknown, where: string): string {
  if (typeof value !== 'string' || !TIME.test(value) || Number.isNaN(Date.parse(value)))
    throw new ReplayError(`${where} must be a time with a zone, such as 2024-12-19T07:33:00Z.`)
  return value
}

export function ascending(times: readonly string[], where: string): void {
  times.forEach((at, index) => {
    const before = times[index - 1]
    if (before !== undefined && Date.parse(at) < Date.parse(before))
      throw new ReplayError(
        `${where} must stand oldest first, but entry ${index} is older than the one before it.`,
      )
  })
}
