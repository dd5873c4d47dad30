import { optionOf } from '../loader/tagOption.ts'
import type { Load } from '../protocol.ts'
import { type Chat, noChat } from './chat.ts'
import { kustomer } from './kustomer.ts'
import type { Others } from './others.ts'

/** The hash of the part that knows all other chats, put in by the build. */
declare const CHATS_HASH: string

/** Which chat the page has: the owner's word, or what is found. Asked anew each time, as chats come late. */
export const findChat = (tag: HTMLScriptElement, load: Load) => {
  // Any name will do here: what others there are is known to their part, which tells the owner if there is none.
  const name = optionOf(tag, 'chat').toLowerCase() || 'auto'
  const own = kustomer()
  const isNone = name === 'none'
  const first = name === 'auto' || name === 'kustomer' ? own : noChat

  let find = (): Chat => {
    if (name === 'kustomer' || isNone || first.isDue()) return first
    // Asked for once. Without it the page counts as one without another chat.
    find = () => first
    load<Others>(CHATS_HASH).then(
      (others) => {
        find = others(tag, own)
      },
      () => undefined,
    )
    return first
  }
  return { find: () => find(), isNone }
}
