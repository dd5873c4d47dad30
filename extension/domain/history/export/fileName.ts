import { monthAround } from '../calendar.ts'
import { wallText } from './exported.ts'

/** A whole month by its name, anything else by its first and last day. */
export const fileNameOf = (
  pod: string,
  from: number,
  to: number,
  kind: 'csv' | 'json' | 'ics' | 'pdf',
  timeZone: string,
): string => {
  const day = (at: number): string => wallText(at, timeZone).slice(0, 10)
  const month = monthAround(from, timeZone)
  const isMonth = month.from === from && month.to === to
  return `podlight-${pod}-${isMonth ? day(from).slice(0, 7) : `${day(from)}-to-${day(to - 1)}`}.${kind}`
}
