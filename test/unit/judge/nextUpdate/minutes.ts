import { promisedBy } from '../../../../shared/judge/nextUpdate/nextUpdate.ts'

/** A Monday in summer time. */
export const POSTED = Date.UTC(2026, 4, 4, 9)

/** In how many minutes a text promises news. */
export const minutes = (text: string, from = POSTED): number | null => {
  const due = promisedBy(text, from)
  return due === null ? null : (due - from) / 60_000
}
