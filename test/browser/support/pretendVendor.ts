import type { IncomingMessage, ServerResponse } from 'node:http'
import { startOrigin } from '../../../scripts/stage/loopback.ts'

/** How a host answers: with a status, with one that the page must not read, never, or by hanging up. */
export type Answer = number | { readonly unread: number } | 'silence' | 'reset'

export interface PretendVendor {
  /** The port of the proxy by which a browser finds these hosts. */
  readonly port: number
  /** How a path is answered from now on; without an answer with 200. */
  answer(path: string, answer: Answer): void
  reset(): void
  /** The addresses that were asked for, in order, each with its method. */
  asked(): readonly string[]
  close(): Promise<void>
}

/** Every host that is not on this machine: the vendor's, as far as one browser is concerned. */
export const playVendorHosts = async (): Promise<PretendVendor> => {
  const answers = new Map<string, Answer>()
  let asked: string[] = []
  const answer = ({ url = '', method = '' }: IncomingMessage, response: ServerResponse): void => {
    asked.push(`${method} ${url}`)
    const found = answers.get(new URL(url, 'http://proxy.example').pathname) ?? 200
    if (found === 'silence') return
    if (found === 'reset') {
      response.destroy()
      return
    }
    const isRead = typeof found === 'number'
    response.writeHead(isRead ? found : found.unread, isRead ? { 'access-control-allow-origin': '*' } : {})
    response.end('{}')
  }
  const { url, close } = await startOrigin(answer)
  return {
    port: Number(new URL(url).port),
    answer: (path, how) => void answers.set(path, how),
    reset: () => {
      answers.clear()
      asked = []
    },
    asked: () => asked,
    close,
  }
}
