import { BIN, LONGEST } from '../../shared/evidence/bins.ts'
import { createDetector } from '../../shared/evidence/detector.ts'
import { lineOf } from '../../shared/evidence/line.ts'
import { requests } from '../../shared/vendors/kustomer.ts'

/** One salt for all runs, so that the same lines give the same words. */
const SALT = 1

/** Reads lines as they were written down, lives through the time between them, and tells of each change. */
export const createWatcher = (print: (line: object) => void) => {
  const detector = createDetector(requests, SALT)
  let before = ''
  let now = -Infinity
  let count = 0
  const starts = new Map<string, number>()

  const tell = (at: number): void => {
    const sign = detector.sign()
    const told = sign === null ? '' : `${sign.what} ${sign.kind}`
    if (told === before) return
    if (sign === null) {
      const [what, kind] = before.split(' ')
      print({ at, state: 'quiet', what, kind, bad: 0, tried: 0, since: at })
    } else {
      const { what, kind, bad, tried, since } = sign
      print({ at, state: 'noticed', what, kind, bad, tried, since })
    }
    before = told
  }

  /** A browser that is awake looks now and then, whether there is anything new or not. */
  const live = (until: number): void => {
    const last = Math.min(until, now + LONGEST + 2 * BIN)
    for (let tick = now + BIN; tick < last; tick += BIN) {
      detector.look(tick)
      tell(tick)
    }
  }

  /** A request whose beginning was told as well is one request. */
  const isNew = (name: string, state: string | undefined): boolean => {
    const open = starts.get(name) ?? 0
    if (state === 'start') starts.set(name, open + 1)
    else if (state === 'end' && open > 0) {
      if (open === 1) starts.delete(name)
      else starts.set(name, open - 1)
      return false
    }
    return true
  }

  return {
    /** Whether the line could be used. */
    read(text: string): boolean {
      let value: unknown
      try {
        value = JSON.parse(text)
      } catch {
        return false
      }
      const line = lineOf(value)
      if (line === null) return false
      live(line.at)
      if ('host' in line && isNew(`${line.method} ${line.host}${line.path}`, line.state)) count++
      detector.take(line)
      now = line.at
      tell(now)
      return true
    },
    end: () => print({ end: true, requests: count }),
  }
}
