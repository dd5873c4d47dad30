import { chosen } from '../options.ts'
import type { Load } from '../parts.ts'
import { type Chat, noChat } from './chat.ts'
import { kustomer } from './kustomer.ts'

/** The hash of Chatwoot's adapter, put in by the build. */
declare const CHATWOOT: string

/** Which chat the page has: the owner's word, or what is found. Asked anew each time, as chats come late. */
export const meetChat = (tag: HTMLScriptElement, load: Load) => {
  const name = chosen(tag, 'chat', /^(auto|kustomer|chatwoot|none)$/, 'auto')
  let chat = name === 'auto' || name === 'kustomer' ? kustomer() : noChat
  let isSent = false

  const find = (): Chat => {
    if (!isSent && (name === 'chatwoot' || (name === 'auto' && !chat.isDue() && '$chatwoot' in window))) {
      isSent = true
      load<() => Chat>(CHATWOOT).then(
        (adapter) => {
          chat = adapter()
        },
        () => {
          // Without it the page counts as one without a chat.
        },
      )
    }
    return chat
  }
  return { find, isNone: name === 'none' }
}
