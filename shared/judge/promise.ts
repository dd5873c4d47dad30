import type { Incident } from '../feed/snapshot.ts'
import { isOver } from './incident.ts'

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['ten', 10],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fortyfive', 45],
  ['sixty', 60],
  ['ninety', 90],
])

/** Speaks of telling people something. */
const NEWS =
  /\b(?:updat\w*|news|notice|entry|post|posted|note|word|report|hear|tell|write|inform|communications?|information|details?|announcement|status|keep you|let you know|check back|check in|in touch|circle back|touch base|follow[- ]?up|(?:next|another) message|more (?:in|within|at|by|to))\b/i
/** ... and of doing so in the future, not of a fix that was put in. */
const TO_COME =
  /\b(?:will|shall|expect|expected|count on|next|another|further|again|additional|more|new|every|hourly|plan|planned|due|follows?|following|provide|share|please|should|look for|ETA)\b|'ll\b|’ll\b|\bupdates? (?:within|in|by|every|at) /i
const DONE = /\b(?:implemented|deployed|applied|released|rolled out|rolling out)\b/i
const TO_COME_FOR_SURE = /\b(?:next|another|further|additional|more) (?:status )?updates?\b/i

const SPAN =
  /\b(?:within|in|every|each|after|no later than|at most|is)(?: about| around| approximately| roughly| at most| another)?(?: the)?(?: next| coming| following)? ?(\d{1,3}(?:\.\d)?|half an|an? half|an?|one|two|three|four|five|six|ten|fifteen|twenty|thirty|forty(?:[- ]five)?|sixty|ninety)?[ -]?(hours?|hrs?|minutes?|mins?|days?|[hm])\b(?: and a (half)| (?:and )?(\d{1,2}) ?min)?/i

const minutesOf = (count: string, unit: string): number | null => {
  const word = count.toLowerCase().replace(/[- ]/g, '')
  const half = word === 'halfan' || word === 'ahalf' || word === 'anhalf'
  const number = word === '' ? 1 : half ? 0.5 : Number.isNaN(Number(word)) ? NUMBERS.get(word) : Number(word)
  if (number === undefined) return null
  return number * (/^h/i.test(unit) ? 60 : /^d/i.test(unit) ? 1440 : 1)
}

/** Hours to add to a wall clock to get UTC. Daylight saving is said by the letters or, in "ET", by the date. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['utc', 0],
  ['gmt', 0],
  ['bst', -1],
  ['cet', -1],
  ['cest', -2],
  ['ist', -5.5],
  ['est', 5],
  ['edt', 4],
  ['cst', 6],
  ['cdt', 5],
  ['mst', 7],
  ['mdt', 6],
  ['pst', 8],
  ['pdt', 7],
])
const CLOCK =
  /\b(?:by|at|before|around|until) (\d{1,2})(?::(\d\d))? ?(am|pm|a\.m\.|p\.m\.)? ?\(?([a-z]{2,4})\b/i

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** American summer time: second Sunday in March to first Sunday in November. */
const isSummer = (time: number): boolean => {
  const year = new Date(time).getUTCFullYear()
  const sunday = (month: number, first: number): number => {
    const day = new Date(Date.UTC(year, month, first)).getUTCDay()
    return Date.UTC(year, month, first + ((7 - day) % 7), 7)
  }
  return time >= sunday(2, 8) && time < sunday(10, 1)
}

const clockTime = (sentence: string, from: number): number | null => {
  const [, hourText, minuteText, half, zoneText] = CLOCK.exec(sentence) ?? []
  if (hourText === undefined || zoneText === undefined) return null
  const zone = zoneText.toLowerCase()
  const general = /^[ecmp]t$/.test(zone) ? `${zone[0]}${isSummer(from) ? 'd' : 's'}t` : zone
  const offset = ZONES.get(general)
  if (offset === undefined) return null
  let hour = Number(hourText)
  if (half !== undefined) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0)
  if (hour > 23) return null
  const local = from - offset * HOUR
  const midnight = local - (((local % DAY) + DAY) % DAY)
  const due = midnight + hour * HOUR + Number(minuteText ?? 0) * 60_000 + offset * HOUR
  return due < from ? due + DAY : due
}

/** When a text posted at a moment promises the next one. */
export const promisedBy = (text: string, from: number): number | null => {
  for (const sentence of text.split(/[.!?](?=\s)|\n/)) {
    if (sentence.length > 600 || !NEWS.test(sentence) || !TO_COME.test(sentence)) continue
    if (DONE.test(sentence) && !TO_COME_FOR_SURE.test(sentence)) continue
    if (/\bhourly\b/i.test(sentence)) return from + HOUR
    const span = SPAN.exec(sentence)
    if (span !== null) {
      const minutes = minutesOf(span[1] ?? '', span[2] ?? '')
      const more = span[3] !== undefined ? 30 : Number(span[4] ?? 0)
      if (minutes !== null) return from + (minutes + more) * 60_000
    }
    const clock = clockTime(sentence, from)
    if (clock !== null) return clock
  }
  return null
}

/** The newest promise of an incident stands until it is replaced: fillers promise nothing. */
export const promiseOf = (incident: Incident): number | null => {
  for (const update of incident.updates) {
    if (isOver(update.phase)) return null
    const due = update.at === null ? null : promisedBy(update.text, update.at)
    if (due !== null) return due
  }
  return null
}
