import type { ChatRequests } from '../vendors/vendor.ts'
import type { Detector } from './detector.ts'
import type { RequestLine } from './line.ts'
import type { Sign } from './sign.ts'
import { ACTIONS, type Answer, counted, LASTS, refusalsOf, type Tally } from './visitor.ts'

const answerOf = (line: RequestLine, { domain, path, endpoints }: ChatRequests): Answer | null => {
  const { at, ms, host, method, status } = line
  if (!host.endsWith(`.${domain}`) || !line.path.startsWith(path)) return null
  const [endpoint = ''] = line.path.slice(path.length).split(/[/?#]/, 1)
  const action = endpoints.get(endpoint)
  if (action === undefined) return null
  const isRead = method === 'GET' || method === 'HEAD'
  return { action: isRead ? 'chat' : action, endpoint, status, at: at - ms }
}

/**
 * A detector that reads what visitors' chats ask as well, by the rule that holds in their own browsers. The extension sees
 * no such requests; lines from a file may be of either.
 */
export const withChats = (detector: Detector, chat: ChatRequests): Detector => {
  let tally: Tally = {}
  let now = 0
  const look = (at: number): void => {
    now = at
    detector.look(at)
  }
  const signOf = (): Sign | null => {
    for (const what of ACTIONS) {
      const found = refusalsOf(tally, what)
      if (found === null || now - found.last > LASTS) continue
      const { refused: bad, tried, since } = found
      return { what, kind: 'failing', bad, tried, since, codes: {} }
    }
    return null
  }
  return {
    ...detector,
    look,
    take(line) {
      const answer = 'host' in line ? answerOf(line, chat) : null
      if (answer === null) {
        now = line.at
        detector.take(line)
        return
      }
      look(line.at)
      const isAnswered =
        'host' in line && line.state !== 'start' && line.method !== 'OPTIONS' && line.status > 0
      if (isAnswered) tally = counted(tally, answer)
    },
    sign: () => detector.sign() ?? signOf(),
  }
}
