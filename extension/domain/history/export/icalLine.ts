import { UNSEEN } from '../../../../shared/text/quote.ts'

// How iCalendar is written (RFC 5545).

const MOST_OCTETS = 75

/** Whatever some reader takes for the end of a line. */
const BREAK = /\r\n?|[\n\v\f\x85\u2028\u2029]/

const utf8 = new TextEncoder()

/** A property on a line, which goes on in the next where it is too long. Nothing in its value ends it. */
export const icalLine = (line: string): string => {
  let folded = ''
  let octets = 0
  for (const character of line.replace(UNSEEN, '').replace(/[\u2028\u2029]/g, '')) {
    // Most are one, and need no encoder, which takes long.
    const own = character < '\x80' ? 1 : utf8.encode(character).length
    octets += own
    if (octets > MOST_OCTETS) {
      folded += '\r\n '
      octets = 1 + own
    }
    folded += character
  }
  return `${folded}\r\n`
}

/** A text as the value of a property. */
export const icalText = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .split(BREAK)
    .join('\\n')

/** "20260901T163300Z" */
export const icalTime = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
