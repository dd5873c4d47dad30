/** What an element is to have. */
type Attributes = Readonly<Record<string, string | boolean>>

const SVG = 'http://www.w3.org/2000/svg'

export const createElement = (
  document: Document,
  tag: string,
  attributes: Attributes = {},
  ...children: Node[]
): HTMLElement => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`)
  element.append(...children)
  return element
}

/** An icon of 20 by 20, drawn with lines. */
export const createIcon = (document: Document, path: string): SVGElement => {
  const icon = document.createElementNS(SVG, 'svg')
  icon.setAttribute('viewBox', '0 0 20 20')
  icon.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', path)
  icon.append(line)
  return icon
}
