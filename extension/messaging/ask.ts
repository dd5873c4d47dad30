import { browser } from 'wxt/browser'
import { type Reply, type Request, replyShape } from './protocol.ts'

/** Asks the background. Null where it gives no answer that can be read. */
export const ask = async (request: Request): Promise<Reply | null> => {
  try {
    return replyShape.safeParse(await browser.runtime.sendMessage(request)).data ?? null
  } catch {
    return null
  }
}
