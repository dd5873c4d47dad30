import type { Line, RequestLine } from '../../../shared/evidence/line.ts'
import { MINUTE } from '../world/time.ts'
import type { NewDetector } from './detector.ts'

/** Rules that anybody would try first. They show that the model's nuisances do harm to whoever does not guard against them. */

const isAborted = ({ error }: RequestLine): boolean =>
  error === 'net::ERR_ABORTED' || error === 'NS_BINDING_ABORTED'
const isError = ({ status }: RequestLine): boolean => status === 0 || status >= 400
const isFailure = (line: RequestLine): boolean =>
  line.status >= 500 || (line.status === 0 && !isAborted(line))

/** Speaks while the rule says so, and a minute longer, so that what flickers counts once. */
const ruleOf =
  (create: () => (line: RequestLine) => boolean): NewDetector =>
  () => {
    const rule = create()
    let until = Number.NEGATIVE_INFINITY
    let now = 0
    let since = 0
    return {
      take(line: Line) {
        now = line.at
        if (!('host' in line) || line.state === 'start' || line.method === 'OPTIONS') return
        if (!rule(line)) return
        if (now > until) since = now
        until = now + MINUTE
      },
      sign: () => (now < until ? { what: 'app', kind: 'failing', bad: 0, tried: 0, since, codes: {} } : null),
      isSuspicious: () => false,
    }
  }

/** How many of the last minutes' requests there were, and how many of them failed. */
const lately = (span: number, isBad: (line: RequestLine) => boolean) => {
  const times: number[] = []
  const bads: boolean[] = []
  let first = 0
  let bad = 0
  return (line: RequestLine): { bad: number; all: number } => {
    times.push(line.at)
    bads.push(isBad(line))
    if (isBad(line)) bad++
    while ((times[first] ?? line.at) < line.at - span) if (bads[first++]) bad--
    if (first > 10_000) {
      times.splice(0, first)
      bads.splice(0, first)
      first = 0
    }
    return { bad, all: times.length - first }
  }
}

export const PLAIN_RULES: readonly { readonly name: string; readonly create: NewDetector }[] = [
  {
    name: '5 errors in 5 min, aborts counted',
    create: ruleOf(() => {
      const count = lately(5 * MINUTE, isError)
      return (line) => count(line).bad >= 5
    }),
  },
  {
    name: 'half of the last 20 failed',
    create: ruleOf(() => {
      const last: boolean[] = []
      return (line) => {
        if (isAborted(line)) return false
        last.push(isError(line))
        if (last.length > 20) last.shift()
        return last.length === 20 && last.filter(Boolean).length >= 10
      }
    }),
  },
  {
    name: '6 % failed in 5 min and in 1 min',
    create: ruleOf(() => {
      const [long, short] = [lately(5 * MINUTE, isFailure), lately(MINUTE, isFailure)]
      return (line) => {
        const [five, one] = [long(line), short(line)]
        return five.bad >= 3 && five.bad >= 0.06 * five.all && one.bad >= 0.06 * one.all && one.bad > 0
      }
    }),
  },
]
