import { browser } from 'wxt/browser'
import { type Reply, type Request, requestShape } from './protocol.ts'

/** The few things used of who sent a message. */
export interface Sender {
  readonly id?: string | undefined
  readonly url?: string | undefined
}

/** Only our own pages are listened to: a script in a web page has the same id, and another address. */
export const isOwnPage = ({ id, url }: Sender, own: { id: string; root: string }): boolean =>
  id === own.id && url?.startsWith(own.root) === true

/** Answers what our pages ask. Anything else gets no answer. */
export const listen = (answer: (request: Request) => Promise<Reply>): void => {
  const own = { id: browser.runtime.id, root: browser.runtime.getURL('/') }
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const request = requestShape.safeParse(message)
    return request.success && isOwnPage(sender, own) ? answer(request.data) : undefined
  })
}
