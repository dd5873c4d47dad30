import { type Inside, PANEL } from '../chats/chat.ts'
import type { Form } from './bannerElement.ts'
import type { Fold } from './folding.ts'
import { type OwnPixels, ownPixels } from './ownPixels.ts'
import { type Style, setStyles } from './setStyles.ts'

/** Where the banner stands. */
export type Placement =
  | { readonly way: 'inside'; readonly inside: Inside }
  | { readonly way: 'attached'; readonly anchor: HTMLElement }
  | { readonly way: 'inline'; readonly target: HTMLElement }
  /** In a corner: above the chat's launcher, or across from an open chat. */
  | { readonly way: 'floating'; readonly beside: HTMLElement | null }

const GAP = 8
const EDGE = 16
const WIDTH = 360
/** Beside a panel there is less room than above it. */
const BESIDE = 280
/** Where the header of a chat that fills the view ends, as nobody can look into it: no header seen was taller. */
const HEADER = 96
/** A line of the banner, the least that can be read. */
const LINE = 40
/** What people write in, and what they wrote last. */
const WRITING = 152
/** Above whatever chats use; what is below the chat in the order of the page then lies over it. */
const TOP = '2147483647'

/** Whatever a spot does not say is as if nobody had said anything. */
const FREE: Style = {
  display: 'block',
  position: 'fixed',
  'z-index': TOP,
  top: 'auto',
  right: 'auto',
  bottom: 'auto',
  left: 'auto',
  width: 'auto',
  'max-height': `calc(100% - ${EDGE * 2}px)`,
  transform: 'none',
}

const LIFTED = 'translateY(-100%)'
/** What makes an element carry along, or cut, whatever is fixed in it. */
const BENDS = ['transform', 'filter', 'perspective', 'clip-path', 'contain', 'will-change']
/** Of `compareDocumentPosition`. */
const FOLLOWING = 4
const px = (length: number): string => `${Math.round(length)}px`

/** Where fixed things are fixed to the view: the body of the page, unless that is bent itself. */
const outermost = (): HTMLElement => {
  const { body, documentElement } = document
  const style = getComputedStyle(body)
  const isBent = BENDS.some((name) => !/^(none|auto|)$/.test(style.getPropertyValue(name)))
  return isBent ? documentElement : body
}

/** Over a chat: from a height on, and never down to where people write. */
const between = (top: number, height: number): Style => ({
  top: px(top),
  'max-height': px(Math.max(LINE, height - top - WRITING)),
})

/** Within the chat: under its header. */
const insideStyle = ({ root, below }: Inside): Style => {
  const height = root.ownerDocument.defaultView?.innerHeight ?? 0
  return { ...between(below + GAP, height), left: px(GAP), right: px(GAP) }
}

/** In the corner where the launcher is or would be, or across from an open chat; null where there is no room there. */
const floatingStyle = (chat: HTMLElement | null, view: OwnPixels): Style | null => {
  const width = Math.min(WIDTH, view.width - EDGE * 2)
  const box = chat ? view.boxOf(chat) : undefined
  const isOpen = box !== undefined && box.width >= PANEL && box.height >= PANEL
  // A launcher that nobody can reach could not open the chat; one higher up is not in our way.
  const launcher = box?.height && !isOpen && box.top > view.height / 2 ? box : null
  const middle = box ? (box.left + box.right) / 2 : 0
  const isChatLeft = box?.height ? middle < view.width / 2 : document.dir === 'rtl'
  const isLeft = isChatLeft !== isOpen
  if (isOpen && (isLeft ? box.left : view.width - box.right) < width + EDGE * 2) return null
  return {
    // By its top, lifted: one that grows upwards by its own would count as a shift of the layout.
    top: launcher ? px(launcher.top - GAP) : `calc(100% - max(${EDGE}px, env(safe-area-inset-bottom)))`,
    transform: LIFTED,
    ...(launcher ? { 'max-height': px(launcher.top - GAP - EDGE) } : {}),
    [isLeft ? 'left' : 'right']: px(EDGE),
    width: px(width),
  }
}

/** Outside the panel: above it, else beside it; where it fills the view, under its header, and short until it is opened. */
const attachedStyle = (anchor: HTMLElement, view: OwnPixels, tall: number, fold: Fold): [Style, Form] => {
  const { top, left, right, width } = view.boxOf(anchor)
  if (tall + GAP * 2 <= top)
    return [{ left: px(left), width: px(width), top: px(top - GAP), transform: LIFTED }, 'card']
  const beside = { top: px(Math.max(EDGE, top)), width: px(BESIDE) }
  if (left >= BESIDE + GAP * 2) return [{ ...beside, left: px(left - BESIDE - GAP) }, 'card']
  if (view.width - right >= BESIDE + GAP * 2) return [{ ...beside, left: px(right + GAP) }, 'card']
  const below = top + HEADER
  const over = { ...between(below, view.height), left: px(left + GAP), width: px(width - GAP * 2) }
  return [over, fold === 'folded' ? 'mark' : fold === 'new' ? 'line' : 'card']
}

/** Puts the host where it belongs, and says in which form the banner fits there. `tall`: the height of the card. */
export const positionBanner = (host: HTMLElement, placement: Placement, tall: number, fold: Fold): Form => {
  const { way } = placement
  const parent =
    way === 'inside' ? placement.inside.root.parentElement : way === 'inline' ? placement.target : outermost()
  const anchor = way === 'floating' ? placement.beside : way === 'attached' ? placement.anchor : null
  const chat = way === 'inside' ? placement.inside.root : anchor
  // Over the chat, by coming after it. Moved only where it does not: moving loses focus, and others want to be last too.
  const isUnder = chat && host.compareDocumentPosition(chat) & FOLLOWING
  if (host.parentElement !== parent || isUnder) parent?.append(host)
  if (way === 'inline') setStyles(host, { ...FREE, position: 'static', 'max-height': 'none' })
  else if (way === 'inside') setStyles(host, { ...FREE, ...insideStyle(placement.inside) })
  else {
    const view = ownPixels(host)
    const floating = way === 'floating' ? floatingStyle(placement.beside, view) : null
    const [style, form]: [Style, Form] =
      floating || !anchor ? [floating ?? {}, 'card'] : attachedStyle(anchor, view, tall, fold)
    setStyles(host, { ...FREE, ...style })
    return form
  }
  return way === 'inside' && fold === 'folded' ? 'folded' : 'card'
}
