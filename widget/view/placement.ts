import type { Chat } from '../chats/chat.ts'
import { optionOf } from '../loader/tagOption.ts'
import { chosen, quoted, warn } from '../options.ts'
import type { BannerRequest } from '../protocol.ts'
import type { WakeAt } from './alarm.ts'
import type { Placement } from './bannerGeometry.ts'

/** A chat that is due gets so long from the page's load before its absence counts. */
const PATIENCE = 10_000

const loadedAt = (): number => {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  // While listeners of the load run, the page is complete and the end of them not yet there.
  const end = entry ? entry.loadEventEnd || Infinity : 0
  return document.readyState === 'complete' ? performance.timeOrigin + end : Infinity
}

/** Where something is to be shown, and whether the chat that should be there is missing. */
export interface Place {
  readonly placement: Placement
  readonly isMissing: boolean
}

/** Finds where to show something now; null where nothing is to be shown: never over a page whose chat is closed. */
export const placementFinder = (tag: HTMLScriptElement, isNone: boolean, wakeAt: WakeAt) => {
  const placement = chosen(tag, 'placement', 'auto, inside, attached, inline or floating', 'auto')
  let hasAppeared = false
  /** When a chat was first seen to be due: it may have been added long after the page was loaded. */
  let dueSince: number | undefined

  const target = (): HTMLElement | null => {
    try {
      return document.querySelector(optionOf(tag, 'target'))
    } catch {
      warn(`data-target can’t be ${quoted(optionOf(tag, 'target'))}: use a CSS selector.`)
      return null
    }
  }

  const besideChat = (chat: Chat, anchor: HTMLElement): Placement => {
    if (placement === 'floating') return { way: 'floating', beside: anchor }
    const inside = placement === 'attached' ? null : chat.inside()
    return inside ? { way: 'inside', inside } : { way: 'attached', anchor }
  }

  /** Whether there should be a chat, and is none. */
  const isMissingNow = (chat: Chat, anchor: HTMLElement | null): boolean => {
    hasAppeared ||= anchor !== null
    const isDue = chat.isDue()
    if (isDue) dueSince ??= Date.now()
    const patientUntil = Math.max(loadedAt(), dueSince ?? 0) + PATIENCE
    if (!isDue || hasAppeared) return false
    wakeAt(patientUntil)
    return Date.now() > patientUntil
  }

  const placementOf = (
    { kind }: BannerRequest,
    chat: Chat,
    anchor: HTMLElement | null,
    isMissing: boolean,
  ): Placement | null => {
    const inline = placement === 'inline' ? target() : null
    if (inline) return { way: 'inline', target: inline }
    if (anchor && chat.isOpen()) return besideChat(chat, anchor)
    // Where the owner named a place, a page that lacks it is none for a banner.
    const isFree = isNone && placement !== 'inline'
    return kind === 'example' || isMissing || isFree ? { way: 'floating', beside: anchor } : null
  }

  return (request: BannerRequest, chat: Chat): Place | null => {
    // A script in the head may come before there is anything to stand in.
    if (!document.body) return null
    const anchor = chat.anchor()
    const isMissing = isMissingNow(chat, anchor)
    const placement = placementOf(request, chat, anchor, isMissing)
    return placement && { placement, isMissing }
  }
}
