import type { Web } from './web.ts'

// How the banner can be seen: its contrasts by the colours that the browser worked out, and whether all of it is there.

/** The banner's host, in the page or in the chat's frame; null while there is none. */
export const HOST = `([document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)]
  .map((one) => one?.querySelector('podlight-banner')).find(Boolean) ?? null)`

export interface Look {
  /** Contrast of each text with what is behind it, by the text. */
  readonly texts: Readonly<Record<string, number>>
  /** The same of each icon, by what it belongs to. */
  readonly icons: Readonly<Record<string, number>>
  /** Of the focus ring, while something in the banner has the focus. */
  readonly ring: number | null
  /** The colour of the widest border of the banner's, with what it surrounds. */
  readonly border: number
  /** What of it is cut off, or out of sight. */
  readonly cut: readonly string[]
  /** Width and height of what can be pressed, but for links, which stand in a sentence. */
  readonly targets: readonly (readonly [number, number])[]
  /** Whether some of it can only be read by scrolling. */
  readonly isScrolled: boolean
}

const LOOK = `
  const host = ${HOST}
  const root = host.shadowRoot
  const view = host.ownerDocument.defaultView
  const style = (element) => view.getComputedStyle(element)
  const rgba = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number)
    return [red, green, blue, alpha]
  }
  const over = ([red, green, blue, alpha], back) =>
    [red, green, blue].map((part, i) => part * alpha + back[i] * (1 - alpha))
  const behind = (element) => {
    for (let next = element; next; next = next.parentElement) {
      const colour = rgba(style(next).backgroundColor)
      if (colour[3] > 0) return over(colour, [255, 255, 255])
    }
    return [255, 255, 255]
  }
  const light = (colour) => {
    const [red, green, blue] = colour.map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (colour, back) => {
    const [one, other] = [light(over(rgba(colour), back)), light(back)]
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  }
  const shown = [...root.querySelectorAll('*')].filter((element) => element.getClientRects().length > 0)

  const texts = {}
  for (const element of shown)
    for (const { nodeType, data } of element.childNodes)
      if (nodeType === 3 && data.trim()) texts[data] = contrast(style(element).color, behind(element))
  const icons = {}
  for (const icon of shown.filter(({ localName }) => localName === 'svg'))
    icons[icon.parentElement.getAttribute('part')] = contrast(style(icon).stroke, behind(icon))
  const focused = root.activeElement
  const around = focused && style(focused)
  const ring = focused?.matches(':focus-visible') && around.outlineStyle !== 'none' && parseFloat(around.outlineWidth) >= 2
    ? contrast(around.outlineColor, behind(focused.parentElement ?? focused)) : null
  const box = root.querySelector('section,[part=mark]')
  const border = parseFloat(style(box).borderInlineStartWidth) >= 1 ? contrast(style(box).borderInlineStartColor, behind(box)) : 0

  const cut = []
  const { left, top, right, bottom } = host.getBoundingClientRect()
  if (left < 0 || top < 0 || right > view.innerWidth || bottom > view.innerHeight) cut.push('the banner itself')
  for (const element of shown) {
    // Its headline ends in an ellipsis where it is longer than the line, and is there in full once it is opened.
    if (element.closest('.folded .words')) continue
    const { left: from, right: to } = element.getBoundingClientRect()
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) cut.push(element.className || element.localName)
    if (from < left - 1 || to > right + 1) cut.push((element.className || element.localName) + ' beside')
  }
  return {
    texts, icons, ring, border, cut,
    targets: shown.filter(({ localName }) => localName === 'button').map((button) => {
      const { width, height } = button.getBoundingClientRect()
      return [width, height]
    }),
    isScrolled: box.scrollHeight > box.clientHeight + 1,
  }`

export const lookAt = async (web: Web): Promise<Look> => (await web.run(LOOK)) as Look

/** What somebody who sees badly would complain of. */
export const complaintsOf = ({ texts, icons, cut, targets }: Look): readonly string[] => [
  ...Object.entries(texts)
    .filter(([, contrast]) => contrast < 4.5)
    .map(([text, contrast]) => `"${text}" has a contrast of ${contrast.toFixed(2)}`),
  ...Object.entries(icons)
    .filter(([, contrast]) => contrast < 3)
    .map(([part, contrast]) => `the icon of ${part} has a contrast of ${contrast.toFixed(2)}`),
  ...cut.map((what) => `cut: ${what}`),
  ...targets
    .filter((sides) => Math.min(...sides) < 24)
    .map((sides) => `a button of ${sides.join(' by ')} is hard to hit`),
]
