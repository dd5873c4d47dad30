import type { Web } from './web.ts'
import type { Box } from './widgetBanner.ts'

export const KUSTOMER = '#kustomer-ui-sdk-iframe'
export const CHATWOOT = '.woot-widget-holder'

/** Where a chat is in the page. */
export const panelIn = async (web: Web, selector = KUSTOMER): Promise<Box> =>
  (await web.run(`const { left, top, right, bottom } =
    document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect()
    return { left, top, right, bottom }`)) as Box

/** How far two rectangles are apart; negative where they overlap. */
export const gapBetween = (one: Box, other: Box): number =>
  Math.max(one.left - other.right, other.left - one.right, one.top - other.bottom, other.top - one.bottom)

/**
 * What is under a finger on the chat's close button and where people write: `chat`, or what else covers it. The
 * stand-ins draw both at fixed distances from the panel's corners, which is all that can be known of a frame that
 * cannot be entered.
 */
export const touchedIn = (web: Web, selector = KUSTOMER): Promise<unknown> =>
  web.run(`
    const panel = document.querySelector(${JSON.stringify(selector)})
    const frame = panel.localName === 'iframe' ? panel : panel.querySelector('iframe')
    const { left, right, top, bottom, width } = frame.getBoundingClientRect()
    let inner = null
    try { inner = frame.contentDocument } catch {}
    const touched = (x, y, expected) => {
      const outside = document.elementFromPoint(x, y)
      if (outside !== frame) return outside?.localName
      if (!inner) return 'chat'
      const inside = inner.elementFromPoint(x - left, y - top)
      return inside?.closest(expected) ? 'chat' : inside?.localName
    }
    return {
      close: touched(right - 30, top + 36, 'header button'),
      text: touched(left + width / 2, bottom - 37, 'textarea'),
      send: touched(right - 37, bottom - 37, 'button'),
    }`)

export const ALL_THE_CHATS = { close: 'chat', text: 'chat', send: 'chat' }
