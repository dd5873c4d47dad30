import type { Form } from '../../../widget/view/bannerElement.ts'
import type { Web } from './web.ts'

/** A rectangle in the outermost page. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The banner as somebody sees it, or has it read to them. */
export interface SeenBanner {
  readonly label: string
  readonly headline: string
  readonly works: string
  readonly details: string
  readonly contact: string
  readonly href: string | null
  readonly form: Form
  readonly tone: 'trouble' | 'info' | 'good'
  readonly isDark: boolean
  readonly lang: string
  readonly dir: string
  readonly role: string | null
  /** The name of the region, or of the mark. */
  readonly name: string
  readonly place: 'inside' | 'attached' | 'floating' | 'inline' | 'elsewhere'
  /** What it is a child of: an id, or a name. */
  readonly parent: string
  readonly box: Box
}

const EDGE = 16

/** For the page: every banner in it, and in the frames that can be entered. */
const LOOK = `
  const entered = [...document.querySelectorAll('iframe')].map((frame) => {
    try { return frame.contentDocument } catch { return null }
  })
  const hosts = [document, ...entered].flatMap((one) => one ? [...one.querySelectorAll('podlight-banner')] : [])
  const boxOf = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const frame = element.ownerDocument.defaultView.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 }
    return {
      left: left + frame.left, right: right + frame.left, top: top + frame.top, bottom: bottom + frame.top,
    }
  }
  const near = (one, other) => Math.abs(one - other) <= 1
  const isOpen = [...document.querySelectorAll('#kustomer-ui-sdk-iframe, .woot-widget-holder')].some(
    (chat) => chat.getBoundingClientRect().height > 200 && getComputedStyle(chat).visibility === 'visible')
  const placeOf = (host) => {
    if (host.ownerDocument !== document) return 'inside'
    if (getComputedStyle(host).position !== 'fixed') return 'inline'
    if (isOpen) return 'attached'
    const { left, right, bottom } = boxOf(host)
    const isAtSide = near(right, document.documentElement.clientWidth - ${EDGE}) || near(left, ${EDGE})
    // In the corner, or above the launcher.
    return isAtSide && innerHeight - bottom >= ${EDGE - 1} && innerHeight - bottom < 120 ? 'floating' : 'elsewhere'
  }
  return hosts.filter((host) => host.getClientRects().length > 0).map((host) => {
    const root = host.shadowRoot
    const text = (part) => root.querySelector('[part=' + part + ']')?.textContent ?? ''
    const box = root.querySelector('section')
    const shown = box ?? root.querySelector('[part=mark]')
    return {
      label: text('label'), headline: text('headline'), works: text('works'), details: text('details'),
      contact: text('contact'), href: root.querySelector('[part=link]')?.getAttribute('href') ?? null,
      form: box ? box.className.replace('box ', '') : 'mark',
      tone: host.classList[0], isDark: host.classList.contains('dark'),
      lang: host.lang, dir: host.dir, role: shown.getAttribute('role'), name: shown.getAttribute('aria-label'),
      place: placeOf(host), parent: host.parentElement.id || host.parentElement.localName, box: boxOf(host),
    }
  })`

/** The banner in a page, or null where there is none. More than one is a mistake at any time. */
export const bannerIn = async (web: Web): Promise<SeenBanner | null> => {
  const all = (await web.run(LOOK)) as readonly SeenBanner[]
  if (all.length > 1) throw new Error(`There are ${all.length} banners: ${JSON.stringify(all)}`)
  return all[0] ?? null
}

/** An element of the banner as an expression, for a click: it may be in the chat's frame. */
export const inBanner = (selector: string): string =>
  `[document, document.querySelector('#kustomer-ui-sdk-iframe')?.contentDocument].map((one) =>
    one?.querySelector('podlight-banner')?.shadowRoot.querySelector(${JSON.stringify(selector)})).find(Boolean)`
