import type { Sign } from '../../shared/evidence/sign.ts'
import { fill } from '../../shared/text/fill.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { moment } from '../../shared/text/time.ts'
import { evidence, notedText } from './evidence.ts'

const { report: words } = evidence

interface Reported extends Sign {
  readonly at: number
  readonly updated: number
  readonly end: number | null
  readonly control: number | null
  readonly confirmed: number | null
}

/** A status, or a browser's name for what went wrong. Anything else might tell of more than that. */
const CODE = /^(\d{3}|(net::)?[A-Z_]{2,50}|no answer)$/

/** What somebody needs who is to look into it: times, counts and codes. No addresses, so no customers. */
export const noticedReport = (sign: Reported, organisation: string, place: Place): string => {
  // With day and year, as nobody knows when it is read.
  const told: Place = { ...place, now: 0, namesZone: true }
  const at = (text: string, time: number): string => fill(text, { time: moment(time, told) })
  const counts = new Map<string, number>()
  for (const [code, count] of Object.entries(sign.codes)) {
    const name = CODE.test(code) ? code : words.otherCode
    counts.set(name, (counts.get(name) ?? 0) + count)
  }
  const codes = [...counts].map(([code, count]) => `${code} × ${count}`)
  return [
    words.title,
    '',
    notedText(sign, place),
    fill(words.organisation, { what: organisation }),
    at(words.began, sign.since),
    at(words.noticed, sign.at),
    sign.end === null ? at(words.last, sign.updated) : at(words.ended, sign.end),
    ...(codes.length > 0 ? [fill(words.codes, { text: codes.join(', ') })] : []),
    ...(sign.control === null ? [] : [at(words.control, sign.control)]),
    sign.confirmed === null ? at(words.silent, place.now) : at(words.confirmed, sign.confirmed),
    words.alone,
  ].join('\n')
}
