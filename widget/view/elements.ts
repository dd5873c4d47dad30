/** What an element is to have. */
type Attributes = Readonly<Record<string, string>>

/** Written only where it differs: pages, and those who read them aloud, hear of every writing. */
export const setAttributes = (element: Element, attributes: Attributes): void => {
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

const SVG = 'http://www.w3.org/2000/svg'

export const createElement = (
  document: Document,
  tag: string,
  attributes: Attributes = {},
  ...children: Node[]
): HTMLElement => {
  const element = document.createElement(tag)
  setAttributes(element, attributes)
  element.append(...children)
  return element
}

/** An icon of 20 by 20, drawn with lines. */
export const createIcon = (document: Document, path: string): SVGElement => {
  const icon = document.createElementNS(SVG, 'svg')
  setAttributes(icon, { viewBox: '0 0 20 20', 'aria-hidden': 'true' })
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', path)
  icon.append(line)
  return icon
}
