import { BIN, LONGEST } from '../../shared/evidence/bins.ts'
import { createDetector } from '../../shared/evidence/detector.ts'
import { lineOf } from '../../shared/evidence/line.ts'
import { withChats } from '../../shared/evidence/withChats.ts'
import { chatRequests, requests } from '../../shared/vendors/kustomer.ts'

/** One salt for all runs, so that the same lines give the same words. */
const SALT = 1

/** Reads lines as they were written down, lives through the time between them, and tells of each change. */
export const createWatcher = (print: (line: object) => void) => {
  const detector = withChats(createDetector(requests, SALT), chatRequests)
  let told: { readonly what: string; readonly kind: string } | null = null
  let now = -Infinity
  let count = 0
  /** The browser asks for leave to see the requests of one organization, which here is the first that is named. */
  let organisation: string | null = null
  const starts = new Map<string, number>()

  const tell = (at: number): void => {
    const sign = detector.sign()
    if (sign?.what === told?.what && sign?.kind === told?.kind) return
    // What is broader takes the place of what was said before, which nobody says any more.
    if (told !== null && sign?.what !== told.what)
      print({ at, state: 'quiet', ...told, bad: 0, tried: 0, since: at })
    told = null
    if (sign === null) return
    const { what, kind, bad, tried, since } = sign
    print({ at, state: 'noticed', what, kind, bad, tried, since })
    told = { what, kind }
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

  const isWatched = (host: string): boolean => {
    if (!requests.hosts.test(host)) return true
    const [named = ''] = host.split('.', 1)
    organisation ??= named
    return named === organisation
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
      now = line.at
      if ('host' in line) {
        if (isNew(`${line.method} ${line.host}${line.path}`, line.state)) count++
        if (!isWatched(line.host)) return true
      }
      detector.take(line)
      tell(now)
      return true
    },
    end: () => print({ end: true, requests: count }),
  }
}
