import { chosen } from '../options.ts'
import { registerPart } from '../registerPart.ts'
import type { Chat } from './chat.ts'
import { chatwoot } from './chatwoot.ts'

/**
 * Every chat but Kustomer's, by the name that `data-chat` takes. They are one part: whoever names a part pays for its
 * hash, and that is every visitor who sees a banner.
 */
const CHATS: Readonly<Record<string, () => Chat>> = { chatwoot }

/** Finds the chat that the owner named, else Kustomer's if it is due, else the first one that is. */
export type Others = (tag: HTMLScriptElement, kustomer: Chat) => () => Chat

const others: Others = (tag, kustomer) => {
  const takes = `auto, kustomer, ${Object.keys(CHATS).join(', ')} or none`
  const name = chosen(tag, 'chat', takes, 'auto')
  const named = Object.entries(CHATS).filter(([one]) => name === 'auto' || name === one)
  const chats = named.map(([, chat]) => chat())
  if (name === 'auto') chats.unshift(kustomer)
  return () => chats.find((chat) => chat.isDue()) ?? (chats[0] as Chat)
}

registerPart(others)
